import { expect, test } from 'vitest';
import { conditionOf } from '#warehouse/service-levels/resolve-condition.ts';
import { resolveAgreements } from '#warehouse/service-levels/resolve.ts';
import type { ConditionEntry, TargetEntry } from '#warehouse/service-levels/schema.ts';
import { targetSentences } from '#warehouse/service-levels/target-words.ts';
import { conditionWords } from '#warehouse/service-levels/words.ts';

test.each<[ConditionEntry, string]>([
  ['on_hold', 'state is on hold'],
  [['new', 'in_progress', 'on_hold'], 'state is new, in progress or on hold'],
  [{ supplier: { not: null } }, 'supplier is known'],
  [{ supplier: null, is_major: true }, 'there is no supplier and is major is true'],
  [{ category: ['vpn', null] }, 'category is vpn or missing'],
  [{ category: { not: ['vpn', null] } }, 'category is known and not vpn'],
  [{ priority: { from: 1, to: 2 } }, 'priority is between 1 and 2'],
  [{ priority: { to: 2 } }, 'priority is at most 2'],
  [{ opened_at: { from: '2026-01-01T00:00:00Z' } }, 'opened at is not before 2026-01-01T00:00:00Z'],
  [{ title: { contains: 'cert' } }, 'title contains “cert”'],
  [{ not: { title: { starts_with: 'x' } } }, 'title does not start with “x”'],
  [
    { any: [{ team: 'Network' }, { category: 'vpn', priority: 1 }], is_major: false },
    '(team is Network or (category is vpn and priority is 1)) and is major is false'
  ],
  [{ not: { any: ['new', { team: 'A' }] } }, 'not (state is new or team is A)'],
  [{ not: { priority: { from: 2 } } }, 'priority is not at least 2']
])('%j', (entry, words) => expect(conditionWords(conditionOf(entry)!)).toBe(words));

const sentences = (entry: Partial<TargetEntry>): Record<string, string> => {
  const target = { name: 'T', record_type: 'incident', metric: 'resolution', goals: { default: '4h' }, ...entry } as TargetEntry;
  const [agreement] = resolveAgreements([{ name: 'A', type: 'SLA', targets: [target] }]);
  return Object.fromEntries(targetSentences(agreement!.targets[0]!).map(({ rule, sentence }) => [rule, sentence]));
};

test('a target of few words', () => {
  expect(sentences({})).toEqual({
    when: 'It is about all incidents.',
    start: 'The clock starts at the opening.',
    stop: 'The clock stops when state is resolved or closed.',
    pause: 'It is never paused.',
    cancel: 'It is cancelled when state is cancelled.',
    calendar: 'Time counts on every hour (24x7).',
    goal: 'The goal counts open time of the calendar; from 75 % of it on the clock is at risk.',
    reopen: 'A record that is reopened goes on with the same clock; the time between does not count.',
    priority: 'A new priority changes the goal; the time used stays.'
  });
});
test('a target of many', () => {
  const said = sentences({
    metric: 'response',
    when: { category: 'vpn' },
    start: ['acknowledged_at', 'in_progress'],
    retroactive_start: 'opened_at',
    pause: 'on_hold',
    resume: { team: 'Network' },
    reset: { changed: ['team', 'assignee'] },
    cancel: ['cancelled', 'when_ends'],
    calendar: [{ by: 'location', map: { Oslo: 'oslo' } }, { by: 'team', map: { Night: 'night' } }, 'office'],
    zone: [{ by: 'location', map: { Oslo: 'Europe/Oslo' } }],
    unit: 'working_day',
    goals: { 1: '1d' },
    attainment: 0.955
  });
  expect(said).toMatchObject({
    when: 'It is about incidents in which category is vpn.',
    start:
      'The clock starts at the acknowledgement, else when state is in progress; if it attaches later it counts from the opening, and pauses until then count as pauses.',
    pause: 'It is paused from when state is on hold until team is Network.',
    reset: 'Each time team or assignee gets another value, the clock is complete and the next cycle begins.',
    cancel: 'It is cancelled when state is cancelled or when it is no longer about the record.',
    calendar:
      'Time counts on the calendar of the location (oslo for Oslo), else the calendar of the team at the time (night for Night), else the calendar office.',
    zone: "Its hours are read in the time zone of the location (Europe/Oslo for Oslo), else the calendar's own.",
    goal: 'The goal counts whole working days of the calendar; from 75 % of it on the clock is at risk; 95.5 % of clocks are to be met; records of other priorities have no goal and are counted as uncovered.',
    stands_for:
      'What is meant is the first public reply by a person; the acknowledgement or a stretch in which state is in progress, on hold, resolved or closed stands in for it where it comes first.'
  });
});
