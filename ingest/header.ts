import { fold } from './nearest.ts';

/** Which column of a delivery a name means. */
export interface HeaderIndex {
  /**
   * Position of the first name that the header has. Reference fields also answer as `x.name`, `x_display_value`, `x_value`: words
   * prefer what people read, instants the raw value, since display times are in the exporting user's zone.
   * @throws AmbiguousHeader when the name stands more than once and no `#2` tells which
   */
  find(names: readonly string[], prefers: 'display' | 'raw'): number | undefined;
}

export class AmbiguousHeader extends Error {
  constructor(name: string, positions: readonly number[]) {
    const places = positions.map((position) => position + 1).join(' and ');
    super(
      `the header has "${name}" more than once (columns ${places}); say which: ${positions.map((_, n) => `"${name}#${n + 1}"`).join(' or ')}`
    );
    this.name = 'AmbiguousHeader';
  }
}

const suffixes = {
  display: ['_display_value', '.display_value', '.name', '', '_value'],
  raw: ['', '_value', '_display_value']
} as const;

export function indexHeader(header: readonly string[]): HeaderIndex {
  const positions = new Map<string, number[]>();
  header.forEach((name, position) => positions.set(fold(name), [...(positions.get(fold(name)) ?? []), position]));

  const lookUp = (name: string, suffix: string): number | undefined => {
    const [, base, nth] = /^(.*?)(?:#(\d+))?$/s.exec(name)!;
    const found = positions.get(fold(base! + suffix)) ?? (suffix === '' ? positions.get(fold(name)) : undefined);
    if (!found) return undefined;
    if (nth) return found[Number(nth) - 1];
    const exact = found.filter((position) => header[position] === name);
    const candidates = exact.length > 0 ? exact : found;
    if (candidates.length > 1) throw new AmbiguousHeader(name, candidates);
    return candidates[0];
  };

  return {
    find(names, prefers) {
      for (const name of names) {
        for (const suffix of suffixes[prefers]) {
          const position = lookUp(name, suffix);
          if (position !== undefined) return position;
        }
      }
      return undefined;
    }
  };
}
