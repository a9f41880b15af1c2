import { access } from './access.ts';
import { availability } from './availability.ts';
import type { Board } from './board.ts';
import { changes } from './changes.ts';
import { events } from './events.ts';
import { improvement } from './improvement.ts';
import { incidents } from './incidents.ts';
import { knownErrors } from './known-errors.ts';
import { overview } from './overview.ts';
import { problems } from './problems.ts';
import { requests } from './requests.ts';
import { serviceDesk } from './service-desk.ts';
import { serviceLevels } from './service-levels.ts';
import { suppliers } from './suppliers.ts';

/** Every board by name. A board without a route of its own is shown by `routes/[board]`. */
export const boards: Readonly<Record<string, Board>> = Object.fromEntries(
  [
    overview,
    serviceLevels,
    availability,
    incidents,
    requests,
    problems,
    knownErrors,
    changes,
    events,
    access,
    serviceDesk,
    suppliers,
    improvement
  ].map((board) => [board.name, board])
);
