/** A saved view as pages show it. */
export interface ViewReading {
  id: string;
  name: string;
  description: string;
  /** Path and query. */
  href: string;
  /** Who sees it, in words: `own view`, `shared view`, `view of this home`. */
  of: string;
  kind: 'own' | 'shared' | 'home';
  isMine: boolean;
  /** Where it leads, in words. */
  page: string;
  /** When it was changed last, in words; empty for one from a file. */
  changed: string;
  isStart: boolean;
  /** Names in its state that are no longer there. */
  missing: string[];
}
