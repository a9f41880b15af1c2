import { answerLine, type AttainmentReading, type Phrase } from '#dashboard/boards/answer-line.ts';
import { promisedTargets } from '#dashboard/boards/promised.ts';
import { scoped, type Scope } from '#dashboard/boards/scope.ts';
import { defaults, standingDefaults } from '#dashboard/boards/service-level-pages.ts';
import { bullets, type Bullet } from '#dashboard/charts/bullet.ts';
import { slam } from '#dashboard/charts/slam.ts';
import { memberOf, numberOf, type Row, type Table } from '#dashboard/charts/table.ts';
import { memberWords } from '#dashboard/format.ts';
import { recordsUrl } from '#dashboard/lib/links.ts';
import type { Query } from '#warehouse/query/query.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { askOrSay } from './ask.ts';
import { newestMonths } from './newest-months.ts';
import { promisedByMonth, readPromised, type PromisedReading } from './promised.ts';

const attainment = 'service_level.attainment';
const goal = 'service_level.goal';
const completed = 'service_level.completed';
const breached = 'service_level.breached';

/** The sections of the service-level page that are no plain panels. */
export interface ServiceLevelSections {
  phrases: Phrase[];
  bullets: Bullet[];
  bulletQuery: Query;
  slam: { grid: ReturnType<typeof slam>; query: Query };
  timeSpent: { teams: Asked; states: Asked; both: Query };
}

interface Asked {
  table: Table;
  query: Query;
}

const timeBy = (...dimensions: string[]) => ({
  measures: ['time.business_seconds', 'time.paused_seconds', 'time.out_of_hours_seconds', 'time.wall_seconds'],
  dimensions,
  sort: [{ by: 'time.wall_seconds', descending: true }]
});

/** Runs the queries of the page in parallel and turns them into sentences, bars and the grid. */
export async function serviceLevelSections(reader: Reader, scope: Scope, asOfDate: string): Promise<ServiceLevelSections> {
  const query = (part: Parameters<typeof scoped>[0]): Query => scoped(part, scope);
  /** The first sentence is about promises to customers, unless the reader chose others. */
  const promised = standingDefaults(scope, defaults.policy).filters;
  const lives = standingDefaults(scope, defaults.time).filters;
  const queries = {
    metrics: query({ measures: [attainment, completed], dimensions: ['metric'], filters: promised }),
    goals: query({ measures: [attainment, goal], dimensions: ['metric', ...promisedTargets], filters: promised }),
    months: query({ measures: [attainment], dimensions: ['metric'], grain: 'month', filters: promised }),
    groups: query({ measures: [breached], dimensions: ['priority', 'team'], sort: [{ by: breached, descending: true }] }),
    teams: query({ measures: [breached], dimensions: ['team'], sort: [{ by: breached, descending: true }], limit: 1 }),
    services: query({ measures: [breached], dimensions: ['service'], sort: [{ by: breached, descending: true }], limit: 1 }),
    total: query({ measures: [breached] }),
    now: query({ measures: ['service_level.at_risk', 'service_level.overdue'], period: { all: true } }),
    targets: query({ measures: [attainment, goal, completed], dimensions: ['target'] }),
    slam: query({ measures: [attainment, completed], dimensions: ['service'], grain: 'month' }),
    timeByTeam: query({ ...timeBy('team'), filters: lives }),
    timeByState: query({ ...timeBy('state'), filters: lives })
  };
  const [metrics, goals, months, groups, team, service, total, now, targets, services, timeByTeam, timeByState, inMonth] =
    await Promise.all([
      askOrSay(reader, queries.metrics),
      askOrSay(reader, queries.goals),
      askOrSay(reader, queries.months),
      askOrSay(reader, queries.groups),
      askOrSay(reader, queries.teams),
      askOrSay(reader, queries.services),
      askOrSay(reader, queries.total),
      askOrSay(reader, queries.now),
      askOrSay(reader, queries.targets),
      askOrSay(reader, queries.slam),
      askOrSay(reader, queries.timeByTeam),
      askOrSay(reader, queries.timeByState),
      promisedByMonth(reader, queries.slam, 'service')
    ]);
  const sum = numberOf(total.rows[0]?.[breached]) ?? 0;
  const at = (measure: string): { value: number; href: string } | null => {
    const value = numberOf(now.rows[0]?.[measure]);
    return value === null ? null : { value, href: recordsUrl({ ...queries.now, measures: [measure] }) };
  };
  return {
    phrases: answerLine({
      readings: readingsOf(metrics, months, queries.metrics, queries.months, asOfDate, (metric) =>
        readPromised(
          goals.rows.filter((row) => memberOf(row.metric) === metric),
          scope,
          metric
        )
      ),
      groups: groups.rows.map((row) => ({
        label: `${memberWords('priority', memberOf(row.priority))} ${memberOf(row.team)}`,
        breached: numberOf(row[breached]) ?? 0,
        href: recordsUrl(queries.groups, { measure: breached, members: row })
      })),
      wider: [
        ...team.rows.map((row) => ({
          label: memberWords('team', memberOf(row.team)),
          breached: numberOf(row[breached]) ?? 0,
          href: recordsUrl(queries.teams, { measure: breached, members: row })
        })),
        ...service.rows.map((row) => ({
          label: memberWords('service', memberOf(row.service)),
          breached: numberOf(row[breached]) ?? 0,
          href: recordsUrl(queries.services, { measure: breached, members: row })
        }))
      ],
      breached: sum,
      breachedHref: recordsUrl({ ...queries.total, measures: [breached] }),
      atRisk: at('service_level.at_risk'),
      overdue: at('service_level.overdue')
    }),
    bullets: bullets(targets.rows.map(bulletInput)).sort((a, b) => (a.gap ?? 9) - (b.gap ?? 9)),
    bulletQuery: queries.targets,
    slam: {
      grid: slam(services, { row: 'service', attainment, completed, promised: inMonth, asOf: asOfDate }),
      query: queries.slam
    },
    timeSpent: {
      teams: { table: timeByTeam, query: queries.timeByTeam },
      states: { table: timeByState, query: queries.timeByState },
      both: query({ ...timeBy('team', 'state'), filters: lives })
    }
  };
}

const bulletInput = (row: Row) => ({
  label: memberOf(row.target),
  share: numberOf(row[attainment]),
  goal: numberOf(row[goal]),
  completed: numberOf(row[completed]) ?? 0
});

/** Order in which metrics are told; what is not named comes after, by name. */
const told = ['resolution', 'response', 'fulfilment'];
const place = (metric: string): number => (told.includes(metric) ? told.indexOf(metric) : told.length);

function readingsOf(
  metrics: Table,
  months: Table,
  query: Query,
  monthQuery: Query,
  asOfDate: string,
  promisedOf: (metric: string) => PromisedReading
): AttainmentReading[] {
  return metrics.rows
    .map((row) => ({ row, metric: memberOf(row.metric) }))
    .sort((a, b) => place(a.metric) - place(b.metric) || (a.metric < b.metric ? -1 : 1))
    .map(({ row, metric }) => {
      const promised = promisedOf(metric);
      const own = months.rows.filter((month) => memberOf(month.metric) === metric);
      return {
        name: `${metric[0]?.toUpperCase() ?? ''}${metric.slice(1).replaceAll('_', ' ')}`,
        share: numberOf(row[attainment]),
        goal: promised.goal,
        missed: promised.missed && { text: promised.missed.words, state: promised.missed.state, href: promised.href },
        completed: numberOf(row[completed]) ?? 0,
        ...newestMonths(own, monthQuery, attainment, asOfDate),
        href: recordsUrl(query, { measure: attainment, members: row })
      };
    });
}
