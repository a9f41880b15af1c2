/** Colours of charts, by theme. The same values stand in app.css as custom properties; a test holds the two together. */
export interface Theme {
  name: 'light' | 'dark';
  canvas: string;
  panel: string;
  ink: string;
  inkSoft: string;
  inkFaint: string;
  line: string;
  tint: string;
  /** Four hues, then `other`. */
  hues: readonly [string, string, string, string];
  other: string;
  met: string;
  risk: string;
  breached: string;
  paused: string;
  /** Sequential scale, least to most. */
  sequence: readonly string[];
}

export const light: Theme = {
  name: 'light',
  canvas: '#fafbfc',
  panel: '#ffffff',
  ink: '#161b22',
  inkSoft: '#434d5b',
  inkFaint: '#626d7c',
  line: '#e1e5ea',
  tint: '#f4f6f8',
  hues: ['#1f6fb4', '#c84e00', '#12876a', '#7a2a83'],
  other: '#8b95a3',
  met: '#0b7a5b',
  risk: '#b45309',
  breached: '#b42318',
  paused: '#5b6b7f',
  sequence: ['#f0f5fa', '#cfe1f1', '#9fc4e4', '#649fd1', '#1f6fb4', '#124a7b']
};

export const dark: Theme = {
  name: 'dark',
  canvas: '#0f1318',
  panel: '#14191f',
  ink: '#e7ebf0',
  inkSoft: '#b4bdc9',
  inkFaint: '#8f9aa8',
  line: '#272e37',
  tint: '#1a2028',
  hues: ['#5bb0f0', '#ff9b57', '#2fb58a', '#d679c4'],
  other: '#7b8694',
  met: '#3cc79a',
  risk: '#f2a541',
  breached: '#ff8a80',
  paused: '#a9b6c6',
  sequence: ['#17212b', '#1c3549', '#21506f', '#2f7199', '#5bb0f0', '#b3dbfa']
};

export const themes = { light, dark } as const;

/** Colour of the n-th series: four hues, then grey. */
export const hue = (theme: Theme, index: number): string => theme.hues[index] ?? theme.other;

export const fontFamily =
  "ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, sans-serif";

export type Standing = 'met' | 'risk' | 'breached' | 'paused' | 'none';

/** State of an attainment against its goal. `warn` points above the goal count as threatened. */
export function standing(share: number | null | undefined, goal: number | null | undefined, margin = 0.01): Standing {
  if (share === null || share === undefined || goal === null || goal === undefined) return 'none';
  if (share < goal) return 'breached';
  return share < goal + margin ? 'risk' : 'met';
}

/** Symbol and word that always stand beside the colour. */
export const standings: Record<Standing, { symbol: string; word: string }> = {
  met: { symbol: '✓', word: 'met' },
  risk: { symbol: '!', word: 'threatened' },
  breached: { symbol: '✕', word: 'missed' },
  paused: { symbol: '‖', word: 'paused' },
  none: { symbol: '', word: 'no target' }
};
