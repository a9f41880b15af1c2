import fc from 'fast-check';
import type { TargetEntry } from '#warehouse/service-levels/schema.ts';
import { condition, conditionMap } from './conditions.ts';

const elapsed = fc.constantFrom<TargetEntry['goals'][]>(
  { default: '4h' },
  { '1': '1h', '2': '3h', default: '8h' },
  { '1': '30m', '3': '10h' },
  { default: '36h' }
);
const workingDays = fc.constantFrom<TargetEntry['goals'][]>({ default: '1d' }, { '1': '1d', default: '3d' }, { '1': '1d', '3': '2d' });
const goals = fc.oneof(
  { weight: 4, arbitrary: elapsed.map((goals) => ({ goals })) },
  { weight: 1, arbitrary: workingDays.map((goals) => ({ goals, unit: 'working_day' as const })) }
);

const calendar = fc.constantFrom<TargetEntry['calendar'][]>(
  'one',
  'two',
  '24x7',
  undefined,
  { by_team: { A: 'one', B: 'two' }, default: 'two' },
  [{ by: 'team', map: { A: 'two' } }, { by: 'location', map: { Oslo: 'one', Lima: '24x7' } }, 'two'],
  [{ by: 'location', map: { Oslo: 'two' } }, 'one'],
  [{ by: 'supplier', map: { Acme: '24x7', "O'Neil & Co": 'two' } }, 'one'],
  [{ by: 'priority', map: { '1': '24x7', '2': 'one' } }, 'two']
);
const zone = fc.constantFrom<TargetEntry['zone'][]>(
  undefined,
  undefined,
  undefined,
  'Asia/Kolkata',
  [{ by: 'location', map: { Oslo: 'Europe/Oslo', Lima: 'America/Lima' } }],
  [{ by: 'team', map: { A: 'America/St_Johns' } }, 'Australia/Lord_Howe'],
  [
    { by: 'service', map: { mail: 'Antarctica/Troll' } },
    { by: 'location', map: { Oslo: 'Europe/Oslo' } }
  ]
);

const start = (begin: string) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<TargetEntry['start']>(['opened_at']) },
    {
      weight: 4,
      arbitrary: fc.constantFrom<TargetEntry['start'][]>(
        'opened_at',
        ['acknowledged_at', 'opened_at'],
        'acknowledged_at',
        'in_progress',
        ['new', 'in_progress'],
        ['first_response_at', 'in_progress'],
        [{ team: 'A' }]
      )
    },
    { weight: 1, arbitrary: conditionMap(begin).map((map) => [map]) }
  );

/** What may end a clock, and what may then become of it: one that a field stops cannot be reopened. */
const ending = (begin: string) => {
  const reopen = fc.constantFrom<TargetEntry['reopen'][]>('resume', 'new_cycle', 'ignore', undefined);
  const byCourse = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom<TargetEntry['stop'][]>(['resolved', 'closed'], ['resolved'], 'closed', ['in_progress', 'resolved'])
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<TargetEntry['stop'][]>(
        [{ state: 'resolved', team: { not: null } }],
        [{ state: ['in_progress', 'resolved'], supplier: null }],
        [{ not: { category: 'network' } }],
        ['closed', { assignee: 'ann' }]
      )
    },
    { weight: 1, arbitrary: conditionMap(begin).map((map) => ['resolved', map] as TargetEntry['stop']) }
  );
  const byField = fc.constantFrom<TargetEntry['stop'][]>(
    ['acknowledged_at', 'in_progress', 'closed'],
    'first_response_at',
    ['first_response_at', 'acknowledged_at'],
    ['first_response_at', { state: 'on_hold', supplier: 'Acme' }]
  );
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ stop: byCourse, reopen }) },
    { weight: 1, arbitrary: fc.record({ stop: byField, reopen: fc.constantFrom(undefined, 'ignore' as const) }) }
  );
};

const cancel = (begin: string) =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.constantFrom<TargetEntry['cancel'][]>(
        undefined,
        'cancelled',
        ['cancelled'],
        'when_ends',
        ['cancelled', 'when_ends'],
        []
      )
    },
    { weight: 1, arbitrary: conditionMap(begin).map((map) => ['cancelled', map] as TargetEntry['cancel']) }
  );

const pausing = (begin: string) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    { weight: 4, arbitrary: fc.constant({ pause: ['on_hold'] as TargetEntry['pause'] }) },
    { weight: 2, arbitrary: condition(begin).map((pause) => ({ pause })) },
    { weight: 3, arbitrary: fc.record({ pause: condition(begin), resume: condition(begin) }) }
  );

const reset = (begin: string) =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom<TargetEntry['reset'][]>(
        'replied',
        { changed: 'team' },
        { changed: ['team', 'supplier'] },
        {
          changed: ['priority']
        }
      )
    },
    { weight: 1, arbitrary: condition(begin) }
  );

const optional = <T>(arbitrary: fc.Arbitrary<T>, freq: number) => fc.option(arbitrary, { nil: undefined, freq });

/** Targets as most agreements have them: from opening to resolution, or to the first sign of life. */
export const plainTarget: fc.Arbitrary<TargetEntry> = fc
  .record({
    calendar: fc.constantFrom<TargetEntry['calendar'][]>('one', 'two', { by_team: { A: 'one', B: 'two' }, default: 'two' }),
    goals: elapsed,
    priority_change: fc.constantFrom<TargetEntry['priority_change'][]>('retarget', 'restart', undefined),
    more: fc.oneof(
      fc.record({
        metric: fc.constant('resolution' as const),
        stop: fc.constant<TargetEntry['stop']>(['resolved', 'closed']),
        reopen: fc.constantFrom<TargetEntry['reopen'][]>('resume', 'new_cycle', 'ignore', undefined),
        pause: fc.constantFrom<TargetEntry['pause'][]>(['on_hold'], [], undefined)
      }),
      fc.constant({ metric: 'response' as const, stop: ['acknowledged_at', 'in_progress', 'closed'] as TargetEntry['stop'] })
    )
  })
  .map(({ more, ...rest }) => said({ name: 'any', record_type: 'incident', start: 'opened_at', ...rest, ...more }));

const said = (target: object): TargetEntry =>
  Object.fromEntries(Object.entries(target).filter(([, value]) => value !== undefined)) as TargetEntry;

/** Targets of which many use every key of the language, start and stop always said. @param begin about when records begin, ISO 8601 */
export const randomTarget = (begin: string): fc.Arbitrary<TargetEntry> =>
  fc.oneof({ weight: 1, arbitrary: plainTarget }, { weight: 3, arbitrary: fullTarget(begin) });

const fullTarget = (begin: string): fc.Arbitrary<TargetEntry> =>
  fc
    .record({
      metric: fc.constantFrom('resolution', 'response', 'workaround', 'update'),
      when: optional(conditionMap(begin), 1),
      start: start(begin),
      cancel: cancel(begin),
      reset: optional(reset(begin), 1),
      retroactive_start: fc.constantFrom(undefined, undefined, 'opened_at', 'acknowledged_at'),
      retroactive_pause: fc.constantFrom(undefined, true, false),
      calendar,
      zone,
      priority_change: fc.constantFrom('retarget', 'restart', undefined),
      goals,
      ending: ending(begin),
      pausing: pausing(begin)
    })
    .map(({ goals, ending, pausing, ...rest }) => {
      return said({ name: 'any', record_type: 'incident', ...rest, ...goals, ...ending, ...pausing });
    });
