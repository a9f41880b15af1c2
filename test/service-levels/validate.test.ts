import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { holidaysIn } from '#warehouse/calendars/closures.ts';
import { definitionsSha256 } from '#warehouse/fingerprint.ts';
import { homeAt, type Home } from '#warehouse/home.ts';
import { definitionSchemas } from '#warehouse/service-levels/json-schema.ts';
import { parseDuration } from '#warehouse/service-levels/duration.ts';
import { describeIssue, loadDefinitions, validateDefinitions } from '#warehouse/service-levels/validate.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

function homeWith(files: Record<string, string>): Home {
  const home = homeAt(mkdtempSync(join(tmpdir(), 'plimsoll-definitions-')));
  folders.push(home.root);
  mkdirSync(home.definitions);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(home.definitions, name), text);
  return home;
}

const calendars = `calendars:
  - name: office
    zone: Europe/Berlin
    hours: { mon: ["09:00-17:00"], fri: ["09:00-12:00", "13:00-17:00"] }
    holidays: [{ date: 2026-12-25, name: Christmas }, "01-01"]
    special: { 2026-12-24: ["09:00-12:00"] }
`;
const agreement = (target: string): string => `agreements:
  - name: Gold
    type: SLA
    targets:
      - name: Resolution
        record_type: incident
        metric: resolution
${target.replace(/^/gm, '        ')}
`;
const said = (files: Record<string, string>): string[] => validateDefinitions(homeWith(files)).errors.map(describeIssue);
const errorsOf = (target: string): string[] => said({ 'calendars.yaml': calendars, 'agreements.yaml': agreement(target) });

describe('good definitions', () => {
  test('are read with their defaults', () => {
    const home = homeWith({
      'calendars.yaml': calendars,
      'agreements.yaml': agreement('calendar: office\ngoals: { 1: 4h, default: 1h 30m }\npause: [on_hold]')
    });
    const { definitions, errors, warnings } = validateDefinitions(home);
    expect([errors, warnings]).toEqual([[], []]);
    expect(definitions?.calendars.map(({ name }) => name)).toEqual(['24x7', 'office']);
    const target = definitions?.agreements[0]?.targets[0];
    expect(target).toMatchObject({
      id: 'Gold/Resolution@1',
      reopen: 'resume',
      priorityChange: 'retarget',
      warnAt: 0.75,
      stop: { fields: [], condition: { kind: 'in', column: 'state', values: ['resolved', 'closed'] } }
    });
    expect(target?.goals).toEqual({ byPriority: new Map([[1, 14_400]]), fallback: 5400 });
  });
  test('may be missing: then nothing is promised and the only calendar is always open', () => {
    const { definitions, warnings } = validateDefinitions(homeWith({}));
    expect(warnings.map(describeIssue)).toEqual([
      'definitions/agreements.yaml:1:1: is not there: nothing is promised, so there are no clocks. Write agreements with targets to have service levels.'
    ]);
    expect(definitions?.agreements).toEqual([]);
    expect(definitions?.calendars.map(({ name }) => name)).toEqual(['24x7']);
  });
  test('versions follow one another by validity', () => {
    const version = (from: string, to: string) => `  - { name: office, zone: UTC, hours: always, valid_from: ${from}, valid_to: ${to} }\n`;
    const { definitions } = validateDefinitions(
      homeWith({ 'calendars.yaml': `calendars:\n${version('2026-07-01', '2026-12-31')}${version('2026-01-01', '2026-06-30')}` })
    );
    expect(definitions?.calendars.map(({ validFrom, version }) => [validFrom, version])).toEqual([
      [undefined, 1],
      ['2026-07-01', 2],
      ['2026-01-01', 1]
    ]);
  });
  test('an uncovered priority and a missing calendar are worth a warning', () => {
    const { warnings } = validateDefinitions(homeWith({ 'agreements.yaml': agreement('goals: { 1: 4h }') }));
    expect(warnings.map(({ reason }) => reason)).toEqual([
      '"Resolution" names no calendar, so every hour counts (24x7)',
      'no goal for priority 2, 3, 4, 5: such records are counted as uncovered'
    ]);
  });
});

describe('faulty definitions are refused with place and way out', () => {
  const cases: [fault: string, target: string, message: string][] = [
    [
      'a key that is misspelt',
      'goals: { default: 4h }\npauze: [on_hold]',
      'definitions/agreements.yaml:9:9: "pauze" is no key that is known here. Did you mean "pause"?'
    ],
    [
      'a goal without unit',
      'goals: { 1: 4 }',
      'definitions/agreements.yaml:8:18: "1": a goal needs its unit: "30m", "4h", "2d". Correct the value; the JSON Schema lists what is allowed.'
    ],
    [
      'a day whose meaning is not said (R6)',
      'calendar: office\ngoals: { default: 2d }',
      'definitions/agreements.yaml:9:9: "goals": a day can mean 24 hours of schedule or one working day. Add unit: elapsed (24 hours of schedule) or unit: working_day, or say the goal in hours.'
    ],
    [
      'an unknown calendar',
      'calendar: ofice\ngoals: { default: 4h }',
      'definitions/agreements.yaml:8:19: there is no calendar "ofice". Did you mean "office"?'
    ],
    [
      'a pause that contradicts the start (R2)',
      'calendar: office\ngoals: { default: 4h }\npause: [new]',
      'definitions/agreements.yaml:10:9: "pause": the clock starts in "new" and would be paused from its first second. Take it out of pause, or start the clock later.'
    ],
    [
      'a pause that also stops',
      'calendar: office\ngoals: { default: 4h }\npause: [resolved]',
      'definitions/agreements.yaml:10:9: "pause": "resolved" would stop and pause the clock. Name it in one of the two.'
    ],
    [
      'an unknown state',
      'calendar: office\ngoals: { default: 4h }\nstop: [resolvd]',
      'definitions/agreements.yaml:10:16: "resolvd" is neither a state nor an instant of incident. Did you mean "resolved"?'
    ],
    [
      'a column that is not there',
      'calendar: office\ngoals: { default: 4h }\nwhen: { servise: [mail] }',
      'definitions/agreements.yaml:10:17: incident has no column "servise". Did you mean "service"?'
    ],
    [
      'reopening what an instant stopped',
      'calendar: office\ngoals: { default: 4h }\nstop: resolved_at\nreopen: resume',
      'definitions/agreements.yaml:11:17: "resume": a clock stopped by resolved_at cannot be reopened. Stop it by states, or say reopen: ignore.'
    ]
  ];
  test.each(cases)('%s', (_fault, target, message) => expect(errorsOf(target)).toEqual([message]));

  test('a zone that does not exist, a window that is none, a date that is none', () => {
    const faulty = calendars
      .replace('Europe/Berlin', 'Europe/Berln')
      .replace('"09:00-12:00", "13:00-17:00"', '"09:00-09:00"')
      .replace('2026-12-24:', '2026-02-30:');
    expect(said({ 'calendars.yaml': faulty })).toEqual([
      'definitions/calendars.yaml:3:11: "Europe/Berln" is no IANA time zone. Did you mean "Europe/Berlin"?',
      'definitions/calendars.yaml:6:16: "2026-02-30": 2026-02-30 is no date. Check day and month.',
      'definitions/calendars.yaml:4:42: "09:00-09:00" is no window of a day. Write "09:00-17:00"; a whole day is "00:00-24:00", over midnight "22:00-06:00".'
    ]);
  });
  test('two versions in force on one day (R17)', () => {
    const twice =
      agreement('calendar: office\ngoals: { default: 4h }') +
      agreement('calendar: office\ngoals: { default: 4h }').replace('agreements:\n', '');
    expect(said({ 'calendars.yaml': calendars, 'agreements.yaml': twice })[0]).toContain('"Gold" stands here twice for the same days');
  });
  test('text that is no YAML', () => {
    expect(said({ 'agreements.yaml': 'agreements:\n  - name: "Gold\n' })[0]).toMatch(
      /^definitions\/agreements\.yaml:\d+:\d+: not valid YAML/
    );
  });
  test('and the build stops with all of it', () => {
    expect(() => loadDefinitions(homeWith({ 'agreements.yaml': agreement('goals: { 1: 4 }') }))).toThrow(
      'definitions/agreements.yaml:8:18'
    );
  });
});

describe('holidays by name and of files', () => {
  const office = (holidays: string): string => `calendars:
  - name: office
    zone: Europe/Berlin
    hours: always
    holidays: ${holidays}
`;
  const ics =
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Shutdown\r\nDTSTART;VALUE=DATE:20260803\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
  const told = (holidays: string, files: Record<string, string> = {}): string[] => {
    const { errors, warnings } = validateDefinitions(homeWith({ 'calendars.yaml': office(holidays), ...files }));
    return [...errors, ...warnings].filter(({ file }) => file.endsWith('calendars.yaml')).map(describeIssue);
  };
  test('are known and there', () => {
    expect(
      told("[{ country: DE, state: BE, without: [Boxing Day] }, '12-24', { ical: team.ics, without: [Shutdown] }]", { 'team.ics': ics })
    ).toEqual([]);
    const home = homeWith({ 'calendars.yaml': office('[{ ical: team.ics }]'), 'team.ics': ics });
    expect(holidaysIn(loadDefinitions(home).calendars[1]!, 2026)).toEqual([{ date: '2026-08-03', name: 'Shutdown' }]);
    const config = { organisation: 'x', zone: 'UTC', fiscalYearStart: 1 };
    const before = definitionsSha256(home, config as never);
    writeFileSync(join(home.definitions, 'team.ics'), ics.replace('0803', '0804'));
    expect(definitionsSha256(home, config as never)).not.toBe(before);
  });
  test.each<[string, string]>([
    ['[{ country: Germany }]', '5:27: no country "Germany" of the world is known. Did you mean "DE"?'],
    ['[{ country: XX }]', '5:27: no country "XX" of the world is known. Write the two letters of ISO 3166-1: DE.'],
    ['[{ country: DE, state: Bayern }]', '5:38: no state "Bayern" of DE is known. Did you mean "BY"?'],
    ['[{ country: SG, state: X }]', '5:38: no state "X" of SG is known. There are none: leave it out.'],
    ['[{ country: DE, without: [Boxing Days] }]', '5:41: "Boxing Days" is no holiday there. Did you mean "Boxing Day"?'],
    [
      '[{ country: DE, types: [publik] }]',
      '5:39: "publik" is not one of public, bank, school, optional, observance. Did you mean "public"?'
    ],
    [
      '[{ ical: gone.ics }]',
      '5:24: "gone.ics" cannot be used: there is no file gone.ics beside the definitions. Put an iCalendar file (RFC 5545) there.'
    ],
    [
      '[{ ical: ../secret.ics }]',
      '5:24: "../secret.ics": an iCalendar file lies in the folder of the definitions and ends in .ics. Correct the value; the JSON Schema lists what is allowed.'
    ],
    [
      '[{ ical: linked.ics }]',
      '5:24: "linked.ics" cannot be used: linked.ics lies outside of the definitions. Put an iCalendar file (RFC 5545) there.'
    ],
    ['[{ date: 2026-13-01, name: x }]', '5:24: "2026-13-01": 2026-13-01 is no date. Check day and month.'],
    ['[{ day: 2026-01-01 }]', '5:16: "date" is missing. Add it.']
  ])('%s', (holidays, message) => {
    const home = homeWith({ 'calendars.yaml': office(holidays) });
    writeFileSync(join(home.root, 'outside.ics'), ics);
    symlinkSync(join(home.root, 'outside.ics'), join(home.definitions, 'linked.ics'));
    const { errors, warnings } = validateDefinitions(home);
    expect([...errors, ...warnings.filter(({ line }) => line > 1)].map(describeIssue)[0]).toContain(
      `definitions/calendars.yaml:${message}`
    );
  });
});

test('durations are whole seconds with a unit', () => {
  expect(['4h', '30m', '8 h', '1h 30m', '2d', '0.5h', '90 min', '4', '0h', '1.5s', 'h'].map(parseDuration)).toEqual([
    14_400,
    1800,
    28_800,
    5400,
    172_800,
    1800,
    5400,
    undefined,
    undefined,
    undefined,
    undefined
  ]);
});

test('the JSON Schema files are in step with the definitions', () => {
  for (const [name, text] of Object.entries(definitionSchemas()))
    expect(JSON.parse(readFileSync(join(import.meta.dirname, '../../warehouse/service-levels', name), 'utf8'))).toEqual(JSON.parse(text));
});
