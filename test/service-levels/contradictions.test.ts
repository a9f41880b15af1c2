import { expect, describe, test } from 'vitest';
import { checkAgreements } from '#warehouse/service-levels/agreement-rules.ts';
import { agreementsFile } from '#warehouse/service-levels/schema.ts';
import { parseSource } from '#warehouse/service-levels/source-file.ts';

const agreement = (target: string, more = ''): string => `agreements:
  - name: Gold
    type: SLA
${more.replace(/^(?=.)/gm, '    ')}
    targets:
      - name: Resolution
        record_type: incident
        metric: resolution
        calendar: office
${target.replace(/^/gm, '        ')}
`;

/** `path: reason` of every finding, warnings in brackets. */
function found(text: string): string[] {
  const source = parseSource('agreements.yaml', text, agreementsFile, []);
  if (!source.content) return source.issues.map(({ reason }) => `shape: ${reason}`);
  return checkAgreements(source.content.agreements, ['24x7', 'office', 'night']).map(({ path, reason, severity }) => {
    const line = `${path.slice(2).join('.')}: ${reason}`;
    return severity === 'warning' ? `(${line})` : line;
  });
}
const of = (target: string): string[] => found(agreement(target));
const goals = 'goals: { default: 4h }\n';
const at = (rest: string) => `targets.0.${rest}`;

describe('sound targets pass', () => {
  test.each([
    'pause: { supplier: { not: null } }\nstop: [resolved, { state_source: Awaiting Proof }]',
    'pause: on_hold\nresume: { state: in_progress, team: Network }',
    'reset: { changed: [team, assignee] }\nwhen: { category: [network, vpn] }\ncancel: [cancelled, when_ends]',
    'start: on_hold\nstop: [in_progress, resolved]\nwhen: { supplier: Northbridge }',
    'start: [acknowledged_at, opened_at]\nstop: { state: resolved, resolution_notes: { not: null } }\npause: []',
    'when: { any: [{ team: Network }, { title: { contains: certificate } }], priority: { from: 1, to: 2 } }',
    'when: { opened_at: { from: 2026-01-01T00:00:00Z }, is_major: true }',
    'zone: [{ by: location, map: { Oslo: Europe/Oslo } }, { by: team, map: { Desk: UTC } }]',
    'retroactive_start: acknowledged_at\nretroactive_pause: false',
    'when: { state: in_progress }\npause: { state: in_progress, team: Network }',
    'start: acknowledged_at\npause: [on_hold, new]'
  ])('%s', (target) => expect(of(goals + target)).toEqual([]));
  test('goals in working days', () => {
    expect(of('unit: working_day\ngoals: { 1: 1d, default: 3d }')).toEqual([]);
  });
});

describe('what is said of columns is typed by the contract', () => {
  test.each<[string, string]>([
    ['when: { priority: high }', 'when.priority: "priority" is a number, "high" is none'],
    ['when: { priority: 6 }', 'when.priority: "priority" lies between 1 and 5'],
    ['when: { priority: [1, 2.5] }', 'when.priority.1: "priority" is a whole number'],
    ['when: { is_major: "yes" }', 'when.is_major: "is_major" is true or false, "yes" is none'],
    ['when: { category: 5 }', 'when.category: "category" is a text, 5 is none'],
    ['when: { title: { from: a } }', 'when.title: "title" has no order, so no range'],
    ['when: { opened_at: { from: 2026-01-01 } }', 'when.opened_at.from: "2026-01-01" is no instant'],
    ['when: { opened_at: 2026-01-01T00:00:00Z }', 'when.opened_at: "opened_at" is an instant and has no values to name'],
    ['when: { state: { contains: res } }', 'when.state: "state" is no free text'],
    ['when: { title: { contain: x } }', 'when.title.contain: "contain" is nothing a column can be'],
    ['when: { priority: { from: 3, to: 1 } }', 'when.priority: the range ends before it begins'],
    ['when: { priority: { from: 1, not: 2 } }', 'when.priority: "priority" must be one thing at a time'],
    ['when: { category: [] }', 'when.category: an empty list holds nothing'],
    ['when: { any: [] }', 'when.any: any holds a list of conditions'],
    ['when: { not: { servise: mail } }', 'when.not.servise: incident has no column "servise"'],
    ['when: new', 'when: "new" is no condition'],
    ['pause: [on_hold, { team: A }]', 'pause.1: a list of a condition holds states only'],
    ['pause: onhold', 'pause: "onhold" is no state'],
    ['pause:', 'pause: null is no condition'],
    ['reset: { changed: [team, title] }', 'reset.changed.1: the history does not tell when "title" changed'],
    ['reset: { changed: [] }', 'reset.changed: an empty list holds nothing'],
    ['cancel: [canceled]', 'cancel.0: "canceled" is no state'],
    ['retroactive_start: granted_at', 'retroactive_start: "granted_at" is no instant of incident'],
    ['stop: [3]', 'stop.0: 3 is no moment']
  ])('%s', (target, line) => expect(of(goals + target)).toEqual([at(line)]));
  test('a type without states', () => {
    const contact = `agreements: [{ name: A, type: SLA, targets: [{ name: T, record_type: contact, metric: response, calendar: office, pause: on_hold, goals: { default: 1m } }] }]`;
    expect(found(contact)).toEqual([at('pause: contact has no states')]);
  });
});

describe('chains', () => {
  const calendar = (text: string): string[] => found(agreement(goals).replace('calendar: office', `calendar: ${text}`));
  test.each<[string, string[]]>([
    ['[{ by: team, map: { A: office } }]', ['calendar: the chain has no last resort: no calendar where no link knows the value']],
    [
      '[office, { by: team, map: { A: office } }]',
      [
        'calendar.0: "office" always counts, so nothing after it is reached',
        'calendar: the chain has no last resort: no calendar where no link knows the value'
      ]
    ],
    ['[{ by: location, map: { A: ofice } }, night]', ['calendar.0.map.A: there is no calendar "ofice"']],
    ['[{ by: lokation, map: { A: office } }, night]', ['calendar.0.by: incident has no column "lokation"']],
    ['[{ by: opened_at, map: { A: office } }, night]', ['calendar.0.by: "opened_at" has no values to map']],
    ['[{ by: state, map: { newish: office } }, night]', ['calendar.0.map.newish: "newish" is no value of state']],
    [
      '[{ by: team, map: { A: office, B: office } }, { by: team, map: { B: night } }, 24x7]',
      ['calendar.1.map: this link can never be reached']
    ],
    ['[{ by: priority, map: { 7: office } }, 24x7]', ['calendar.0.map: this link can never be reached']],
    ['[{ by: location, map: { Berlin: office } }, { by: team, map: { Desk: night } }, 24x7]', []],
    ['{ by_team: { A: office } }', ['calendar: the chain has no last resort: no calendar for other teams']]
  ])('%s', (text, lines) => expect(calendar(text)).toEqual(lines.map(at)));
  test('a value that the condition excludes', () => {
    expect(of(`${goals}when: { location: Berlin }\nzone: [{ by: location, map: { Berlin: Europe/Berlin, Oslo: Europe/Oslo } }]`)).toEqual([
      `(${at('zone.0.map.Oslo: "Oslo" can never be reached here')})`
    ]);
    expect(of(`${goals}zone: Europe/Berln`)).toEqual([at('zone: "Europe/Berln" is no IANA time zone')]);
  });
});

describe('contradictions are refused', () => {
  test.each<[string, string]>([
    ['pause: [new]', 'pause: the clock starts in "new" and would be paused from its first second'],
    [
      'start: in_progress\npause: { state: in_progress }',
      'pause: the clock starts in "in_progress" and would be paused from its first second'
    ],
    [
      'when: { supplier: X }\npause: { supplier: { not: null } }',
      'pause: the clock starts in "new" and would be paused from its first second'
    ],
    ['pause: [resolved]', 'pause: "resolved" would stop and pause the clock'],
    ['pause: [cancelled]', 'pause: "cancelled" would cancel and pause the clock'],
    ['stop: [resolved, cancelled]', 'stop: "cancelled" would stop and cancel the clock'],
    ['stop: [new, resolved]', 'stop: the clock starts in "new" and would stop at once'],
    ['start: in_progress\nstop: { state: in_progress }', 'stop: the clock starts in "in_progress" and would stop at once'],
    ['when: { state: resolved }', 'when: the clock starts in "resolved" and would stop at once'],
    [
      'start: acknowledged_at\nwhen: { category: a }\nstop: { category: [a, b] }',
      'when: where this holds the clock has already ended, so it never attaches (R1)'
    ],
    ['cancel: { state: resolved, team: A }', 'cancel: where this holds the clock stops first, so it never cancels'],
    ['resume: in_progress', 'resume: there is no pause to end'],
    ['pause: { state: on_hold, team: A }\nresume: on_hold', 'resume: the pause would end in the moment it begins'],
    ['reset: resolved', 'reset: where this holds the clock has ended, so it never begins a new cycle'],
    [
      'reset: { changed: priority }\npriority_change: restart',
      'reset: a new priority would complete the clock and cancel it (priority_change: restart)'
    ],
    ['cancel: when_ends', 'cancel: when_ends needs a when that can end'],
    [
      'when: { priority: 1, any: [{ priority: 2 }, { priority: 3 }] }',
      'when: this condition can never hold, so this target is about no record'
    ],
    ['stop: { state: resolved, not: { state: [resolved, closed] } }', 'stop: this condition can never hold, so the clock never stops'],
    ['when: { customer: A }\npause: { customer: B }', 'pause: this condition and when can never hold together, so it never pauses'],
    [
      'when: { team: A }\ncancel: [cancelled, when_ends]\npause: { team: B }',
      'pause: this condition and when can never hold together, so it never pauses'
    ]
  ])('%s', (target, line) => {
    const errors = of(goals + target).filter((each) => !each.startsWith('('));
    expect(errors).toEqual([at(line)]);
  });
  test('goals for priorities that when excludes', () => {
    expect(of('when: { priority: [3, 4] }\ngoals: { 1: 1h, 2: 2h }')).toEqual([
      at('goals: when excludes every priority that has a goal, so no clock would have one')
    ]);
    expect(of('when: { priority: [1, 2, 3] }\ngoals: { 1: 1h, 2: 2h }')).toEqual([
      `(${at('goals: no goal for priority 3: such records are counted as uncovered')})`
    ]);
    expect(of('when: { priority: { to: 2 } }\ngoals: { 1: 1h, 2: 2h }')).toEqual([]);
  });
  test('working days are whole', () => {
    expect(of('unit: working_day\ngoals: { 1: 4h, default: 0.5d }')).toEqual([
      at('goals.1: "4h" is no whole number of working days'),
      at('goals.default: "0.5d" is no whole number of working days')
    ]);
  });
  test('a retroactive pause without a retroactive start is worth a warning', () => {
    expect(of(`${goals}retroactive_pause: false`)).toEqual([`(${at('retroactive_pause: this says nothing without retroactive_start')})`]);
  });
});

describe('versions and doubles', () => {
  const version = (from: string, to: string, more = ''): string =>
    `  - { name: Gold, type: SLA, valid_from: ${from}, valid_to: ${to}, ${more} targets: [{ name: T, record_type: incident, metric: resolution, calendar: office, goals: { default: 4h } }] }\n`;
  test('a gap between versions', () => {
    expect(found(`agreements:\n${version('2026-01-01', '2026-03-30')}${version('2026-04-02', '2026-12-31')}`)).toEqual([
      '(valid_from: no version of "Gold" is in force from 2026-03-31 to 2026-04-01: no clock starts then)'
    ]);
    expect(found(`agreements:\n${version('2026-01-01', '2026-03-31')}${version('2026-04-01', '2026-12-31')}`)).toEqual([]);
  });
  test('an empty validity and a day that is none', () => {
    expect(found(`agreements:\n${version('2026-03-01', '2026-01-31')}`)).toEqual([
      'valid_to: ends on 2026-01-31, before it begins on 2026-03-01: it is never in force'
    ]);
    expect(found(`agreements:\n${version('2026-02-30', '2026-12-31')}`)).toEqual(['valid_from: 2026-02-30 is no date']);
  });
  test('one promise made twice', () => {
    const twice = (when: string, other: string, services = '') => `agreements:
  - name: Gold
    type: SLA
    party: Sales
    targets:
      - { name: One, record_type: incident, metric: resolution, calendar: office, goals: { default: 4h }, when: ${when} }
  - name: Silver
    type: SLA
    party: Sales
    ${services}
    targets:
      - { name: Two, record_type: incident, metric: resolution, calendar: office, goals: { default: 8h }, when: ${other} }
`;
    expect(found(twice('{ priority: [1, 2] }', '{ priority: [2, 3], category: network }'))).toEqual([
      '(targets.0.name: "Two" and "One" of "Gold" promise the same to the same party, for instance for priority 2, category network: both clocks run)'
    ]);
    expect(found(twice('{ priority: [1, 2] }', '{ priority: [3, 4] }'))).toEqual([]);
    expect(found(twice('{ title: { contains: a } }', '{ title: { starts_with: b } }')).length).toBe(1);
  });
});
