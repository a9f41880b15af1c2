/** What a panel is in, as its `data-state` attribute says it. `partial`: the newest period is unfinished. */
export type PanelState = 'loading' | 'stale' | 'empty' | 'partial' | 'error' | 'ready';
