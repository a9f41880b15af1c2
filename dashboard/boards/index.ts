import type { Board } from './board.ts';
import { incidents } from './incidents.ts';
import { overview } from './overview.ts';
import { serviceLevels } from './service-levels.ts';

/** Every board by name. A board without a route of its own is shown by `routes/[board]`. */
export const boards: Readonly<Record<string, Board>> = Object.fromEntries(
  [overview, serviceLevels, incidents].map((board) => [board.name, board])
);
