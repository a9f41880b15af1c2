import { levelName, priorityName, tables } from './incident-rows.ts';
import { spaced, type Instant } from './instants.ts';
import { agentOf } from './people.ts';
import type { Problem } from './problems.ts';
import { streams, systemId, type Random } from './random.ts';
import { cell } from './rows-file.ts';
import { resolverTeam, service as serviceCalled } from './services.ts';
import type { World } from './world.ts';

const causes = [
  'Memory leak in the service after several days of uptime.',
  'Configuration differs between the nodes of the cluster.',
  'Firmware defect, confirmed by the manufacturer.',
  'Capacity reached at month end; growth was not planned for.',
  'Race between two scheduled jobs.',
  'Expired setting that nobody owns.'
];
const workarounds = [
  'Restart the service on the node.',
  'Use the second node until fixed.',
  'Re-run the job by hand after 07:00.',
  'Reset the profile of the user.',
  'Clear the cache, then sign in again.'
];
const fixes = ['Patch installed on all nodes.', 'Configuration rolled out by automation.', 'Capacity extended.', 'Job chain rebuilt.'];
const resolutionCodes = ['Fix Applied', 'Fix Applied', 'Risk Accepted', 'Duplicate'];

function stateAt(problem: Problem, end: Instant): { state: string; updatedAt: Instant; sequence: number } {
  const steps: [string, Instant][] = [
    ['New', problem.openedAt],
    ['Assess', problem.openedAt + 3600],
    ['Root Cause Analysis', problem.assessedAt],
    ['Fix in Progress', problem.rootCauseAt],
    ['Resolved', problem.resolvedAt],
    ['Closed', problem.closedAt]
  ];
  const sequence = steps.findLastIndex(([, at]) => at <= end);
  const [state, at] = steps[sequence] ?? ['New', problem.openedAt];
  const published = [problem.knownErrorAt, problem.workaroundAt].filter((instant) => instant > 0 && instant <= end);
  return { state, updatedAt: Math.max(at, ...published), sequence: sequence + published.length };
}

/** The row of `problem.csv` at the end of the export. */
export function problemRow(world: World, problem: Problem, end: Instant, random: Random): string {
  const draws = random.at(streams.problem + 60, problem.index);
  const service = serviceCalled(problem.fault.service);
  const team = resolverTeam(service, 0);
  const { state, updatedAt, sequence } = stateAt(problem, end);
  const seen = (at: Instant) => (at > 0 && at <= end ? spaced(at) : '');
  const when = (at: Instant, text: string) => (at > 0 && at <= end ? cell(text) : '');
  const agent = agentOf(world.people, team, draws);
  const title = problem.fault.wordings[0]?.(draws, { ci: problem.item, site: 'several sites', user: 'several users' }) ?? '';
  const [cause, workaround, fix, code] = [draws.pick(causes), draws.pick(workarounds), draws.pick(fixes), draws.pick(resolutionCodes)];
  const change = world.changes.openedBetween(service, problem.rootCauseAt, Math.min(problem.resolvedAt, end)) ?? '';
  const isKnownError = problem.knownErrorAt > 0 && problem.knownErrorAt <= end;
  return `${problem.number},${systemId(world.options.seed, tables.problem, problem.index)},${state},${priorityName(problem.priority)},${levelName(problem.impact)},${levelName(problem.urgency)},${problem.fault.category},${problem.fault.subcategory},${service.name},${problem.item},${team},${agent},${cell(service.owner)},${spaced(problem.openedAt)},${isKnownError},${seen(problem.knownErrorAt)},${when(problem.workaroundAt, workaround)},${seen(problem.workaroundAt)},${when(problem.rootCauseAt, cause)},${seen(problem.rootCauseAt)},${when(problem.resolvedAt, fix)},${seen(problem.resolvedAt)},${problem.resolvedAt <= end ? agent : ''},${seen(problem.closedAt)},${problem.resolvedAt <= end ? code : ''},${spaced(problem.openedAt)},${spaced(updatedAt)},${sequence},${cell(title)},${cell(`Recurring: ${title}. Service ${service.name}.`)},${service.supplier?.name ?? ''},0,0,${change}`;
}
