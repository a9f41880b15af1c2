import type { Change } from './changes.ts';
import { levelName, priorityName, tables } from './incident-rows.ts';
import { day, spaced, type Instant } from './instants.ts';
import { customers } from './organisation.ts';
import { agentOf } from './people.ts';
import { streams, systemId, type Random } from './random.ts';
import { cell } from './rows-file.ts';
import { resolverTeam } from './services.ts';
import type { World } from './world.ts';

const works = [
  'Install security updates',
  'Release of version',
  'Firmware update',
  'Move to new host',
  'Extend storage',
  'Change firewall rules',
  'Renew licence',
  'Restart cluster nodes'
];
const risks = ['High', 'Moderate', 'Low'];

/** State of a change as an export at `end` shows it, and when it was last touched. */
function stateAt(change: Change, end: Instant): { state: string; updatedAt: Instant; sequence: number } {
  const lead = change.plannedStart - change.openedAt;
  if (change.isCancelled) {
    const at = change.openedAt + Math.round(lead / 2);
    return at <= end ? { state: 'Canceled', updatedAt: at, sequence: 3 } : { state: 'Assess', updatedAt: change.openedAt, sequence: 1 };
  }
  const steps: [string, Instant][] = [
    ['New', change.openedAt],
    ['Assess', change.openedAt + Math.round(lead * 0.1)],
    ['Authorize', change.openedAt + Math.round(lead * 0.3)],
    ['Scheduled', change.openedAt + Math.round(lead * 0.6)],
    ['Implement', change.startedAt],
    ['Review', change.endedAt],
    ['Closed', change.closedAt]
  ];
  const sequence = steps.findLastIndex(([, at]) => at <= end);
  const [state, updatedAt] = steps[sequence] ?? ['New', change.openedAt];
  return { state, updatedAt, sequence };
}

/** The row of `change_request.csv` at the end of the export. */
export function changeRow(world: World, change: Change, end: Instant, random: Random): string {
  const draws = random.at(streams.change + 60, change.index);
  const { state, updatedAt, sequence } = stateAt(change, end);
  const done = (at: Instant) => (!change.isCancelled && at <= end ? spaced(at) : '');
  const closedAt = state === 'Closed' ? change.closedAt : state === 'Canceled' ? updatedAt : 0;
  const isRated = state === 'Closed' || state === 'Review';
  const team = resolverTeam(change.service, 0);
  const agent = agentOf(world.people, team, draws);
  const title = `${draws.pick(works)}${change.type === 'Standard' ? ' (standard)' : ` ${1 + draws.integer(9)}.${draws.integer(20)}`} on ${change.item}`;
  const impact = change.type === 'Normal' ? 2 : 3;
  const priority = change.type === 'Emergency' ? 2 : 4;
  const notes = isRated ? (change.outcome === 'Unsuccessful' ? 'Rolled back, tests failed after start.' : 'Tested and handed over.') : '';
  return `${change.number},${systemId(world.options.seed, tables.change, change.index)},${state},${change.type},${draws.pick(risks)},${priorityName(priority)},${levelName(impact)},Software,${change.service.name},${change.item},${team},${agent},${cell(change.service.owner)},${agent},${spaced(change.openedAt)},${spaced(change.plannedStart)},${spaced(change.plannedEnd)},${done(change.startedAt)},${done(change.endedAt)},${spaced(closedAt)},${isRated ? change.outcome : ''},${cell(notes)},${spaced(change.openedAt)},${spaced(updatedAt)},${sequence},${cell(title)},${cell(`${title}. Back-out: snapshot of the day before, about ${10 + draws.integer(50)} minutes. Lead time ${Math.round((change.plannedStart - change.openedAt) / day)} days.`)},Berlin HQ,${draws.pick(customers)},${change.service.supplier?.name ?? ''}`;
}
