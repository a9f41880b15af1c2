import { access } from './access.ts';
import type { Board } from './board.ts';
import { changes } from './changes.ts';
import { events } from './events.ts';
import { incidents } from './incidents.ts';
import { overview } from './overview.ts';
import { requests } from './requests.ts';
import { serviceDesk } from './service-desk.ts';
import { serviceLevels } from './service-levels.ts';

/** Every board by name. A board without a route of its own is shown by `routes/[board]`. */
export const boards: Readonly<Record<string, Board>> = Object.fromEntries(
  [overview, serviceLevels, incidents, requests, changes, events, access, serviceDesk].map((board) => [board.name, board])
);
