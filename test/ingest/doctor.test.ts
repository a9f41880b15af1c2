import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnose } from '#ingest/doctor/diagnose.ts';
import { recognise } from '#ingest/doctor/recognise.ts';
import { landFile } from '#ingest/land.ts';
import { parseMapping } from '#ingest/mapping.ts';
import { presetCatalogue } from '#ingest/presets-list.ts';
import { headers, mappings } from '#ingest/sample/headers.ts';
import type { Row } from '#warehouse/connection.ts';
import { deliver, landedRows, newHome, now, scratchFolder } from './fixture.ts';

const cell = (value: string): string => (/[",;\n\t]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const csv = (rows: readonly (readonly string[])[], delimiter = ',') => rows.map((row) => row.map(cell).join(delimiter)).join('\n') + '\n';

/** What really happened, in UTC; every tool below writes the same story in its own manner. */
const truth = Array.from({ length: 60 }, (_, index) => {
  const opened = new Date(Date.UTC(2026, 0, 5, 8) + index * 7 * 3_600_000);
  const resolved = index % 4 === 3 ? undefined : new Date(opened.getTime() + (index + 1) * 1_800_000);
  return {
    index,
    opened,
    resolved,
    state: index % 4 === 3 ? (index % 8 === 3 ? 'on_hold' : 'in_progress') : index % 4 === 2 ? 'resolved' : 'closed',
    priority: (index % 4) + 1
  };
});
type Fact = (typeof truth)[number];

const two = (number: number) => String(number).padStart(2, '0');
const iso = (at: Date | undefined, mark = ' ') => at?.toISOString().slice(0, 19).replace('T', mark) ?? '';
const clock = (at: Date) => `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
const german = (at: Date | undefined) => (at ? `${at.getUTCDate()}.${at.getUTCMonth() + 1}.${at.getUTCFullYear()} ${clock(at)}` : '');
const noon = (at: Date) => `${((at.getUTCHours() + 11) % 12) + 1}:${two(at.getUTCMinutes())} ${at.getUTCHours() < 12 ? 'AM' : 'PM'}`;
const american = (at: Date | undefined) =>
  at ? `${two(at.getUTCMonth() + 1)}/${two(at.getUTCDate())}/${at.getUTCFullYear()} ${noon(at)}` : '';
const jira = (at: Date | undefined) =>
  at
    ? `${two(at.getUTCDate())}/${at.toLocaleString('en', { month: 'short', timeZone: 'UTC' })}/${at.getUTCFullYear() % 100} ${noon(at)}`
    : '';
const pick = <T>(fact: Fact, words: Record<string, T>): T => words[fact.state]!;

const exports: Record<
  string,
  { header: string[]; row: (fact: Fact) => string[]; delimiter?: string; id: (index: number) => string; tool?: string }
> = {
  'Jira navigator': {
    header: [
      'Summary',
      'Issue key',
      'Issue id',
      'Issue Type',
      'Status',
      'Priority',
      'Assignee',
      'Reporter',
      'Created',
      'Updated',
      'Resolved',
      'Comment',
      'Comment'
    ],
    row: (fact) => [
      `VPN, "again" ${fact.index}`,
      `ITSM-${fact.index + 1}`,
      '1',
      'Incident',
      pick(fact, { closed: 'Closed', resolved: 'Done', on_hold: 'Waiting for customer', in_progress: 'In Progress' }),
      ['Highest', 'High', 'Medium', 'Low'][fact.priority - 1]!,
      'ann',
      'bob',
      jira(fact.opened),
      jira(fact.resolved ?? fact.opened),
      jira(fact.resolved),
      'a',
      ''
    ],
    id: (index) => `ITSM-${index + 1}`,
    tool: 'Jira'
  },
  'a German desk': {
    header: ['Ticketnummer', 'Betreff', 'Zustand', 'Prio', 'Gruppe', 'Erstellt am', 'Gelöst am', 'Aufwand'],
    row: (fact) => [
      two(fact.index).padStart(6, '0'),
      'Drucker',
      pick(fact, { closed: 'Geschlossen', resolved: 'Gelöst', on_hold: 'Wartet auf Kunde', in_progress: 'In Bearbeitung' }),
      ['Kritisch', 'Hoch', 'Mittel', 'Niedrig'][fact.priority - 1]!,
      fact.index % 5 ? 'Netz' : '#N/A',
      german(fact.opened),
      german(fact.resolved),
      '1,5'
    ],
    delimiter: ';',
    id: (index) => two(index).padStart(6, '0')
  },
  'GLPI in French': {
    header: ['ID', 'Titre', 'Statut', "Date d'ouverture", 'Priorité', 'Catégorie', 'Date de résolution', ''],
    row: (fact) => [
      String(fact.index + 1),
      'Imprimante',
      pick(fact, { closed: 'Clos', resolved: 'Résolu', on_hold: 'En attente', in_progress: 'En cours (Attribué)' }),
      iso(fact.opened),
      ['Majeure', 'Haute', 'Moyenne', 'Basse'][fact.priority - 1]!,
      'Matériel',
      iso(fact.resolved),
      ''
    ],
    delimiter: ';',
    id: (index) => String(index + 1)
  },
  ManageEngine: {
    header: [
      'Request ID',
      'Subject',
      'Requester',
      'Technician',
      'Group',
      'Priority',
      'Request Status',
      'Created Time',
      'Resolved Time',
      'Overdue Status'
    ],
    row: (fact) => [
      String(fact.index + 1),
      'Mail',
      'Ann',
      'Tom',
      'L1',
      ['Urgent', 'High', 'Normal', 'Low'][fact.priority - 1]!,
      pick(fact, { closed: 'Closed', resolved: 'Resolved', on_hold: 'Onhold', in_progress: 'Assigned' }),
      american(fact.opened),
      american(fact.resolved),
      'false'
    ],
    id: (index) => String(index + 1),
    tool: 'ManageEngine'
  },
  'BMC Helix': {
    header: [
      'Incident ID*+',
      'Status*',
      'Priority*',
      'Summary*',
      'Assigned Group*+',
      'Submit Date',
      'Last Resolved Date',
      'Total Transfers'
    ],
    row: (fact) => [
      `INC0000000${1000 + fact.index}`,
      pick(fact, { closed: 'Closed', resolved: 'Resolved', on_hold: 'Pending', in_progress: 'In Progress' }),
      ['Critical', 'High', 'Medium', 'Low'][fact.priority - 1]!,
      's',
      'Desk',
      american(fact.opened),
      american(fact.resolved),
      '0'
    ],
    id: (index) => `INC0000000${1000 + index}`,
    tool: 'BMC Helix'
  },
  Freshservice: {
    header: [
      'id',
      'subject',
      'status',
      'priority',
      'fr_due_by',
      'due_by',
      'group_id',
      'responder_id',
      'requester_id',
      'created_at',
      'resolved_at'
    ],
    row: (fact) => [
      String(fact.index),
      's',
      pick(fact, { closed: '5', resolved: '4', on_hold: '3', in_progress: '2' }),
      String(5 - fact.priority),
      iso(fact.opened, 'T') + 'Z',
      iso(fact.opened, 'T') + 'Z',
      '7',
      '8',
      '9',
      iso(fact.opened, 'T') + 'Z',
      fact.resolved ? iso(fact.resolved, 'T') + 'Z' : ''
    ],
    id: (index) => String(index),
    tool: 'Freshservice'
  },
  'epoch numbers': {
    header: ['ref', 'state', 'created_at', 'solved_at', 'prio', 'group name'],
    row: (fact) => [
      `R${fact.index}`,
      pick(fact, { closed: 'closed', resolved: 'solved', on_hold: 'pending', in_progress: 'in_progress' }),
      String(fact.opened.getTime()),
      fact.resolved ? String(fact.resolved.getTime()) : '0',
      `P${fact.priority}`,
      'x'
    ],
    id: (index) => `R${index}`
  }
};

describe('an export of an unknown tool is drafted and loads as it is', () => {
  test.each(Object.entries(exports))('%s', async (name, { header, row, delimiter, id, tool }) => {
    const home = newHome();
    const path = deliver(home, 'tickets.csv', csv([header, ...truth.map(row)], delimiter));
    const [diagnosis] = await diagnose(path, { scratch: home.scratch });
    expect(diagnosis!.mapping).toMatchObject({ isPreset: false, type: 'incident', grain: 'record', name: 'tickets' });
    const text = diagnosis!.mapping.text!;
    if (tool) expect(text).toContain(`export of ${tool}`);
    const report = await landFile({ home, path, mapping: parseMapping(text, 'tickets.yaml'), now });
    expect(report.deliveries[0]).toMatchObject({ outcome: 'landed', rows: { in: 60, loaded: 60, rejected: 0 } });
    const rows = await landedRows(home, report.deliveries[0]!.loadId, 'record_id, state, priority, opened_at, resolved_at');
    const isOpenNew = name === 'Freshservice';
    const expected = truth.map((fact): Row => ({
      record_id: id(fact.index),
      state: isOpenNew && fact.state === 'in_progress' ? 'new' : fact.state,
      priority: fact.priority,
      opened_at: fact.opened,
      resolved_at: fact.resolved ?? null
    }));
    expect(rows).toEqual(expected);
    expect(diagnosis!.result!.preview).toHaveLength(5);
  });

  test('headers that stand more than once, custom fields, and rows of another width', async () => {
    const home = newHome();
    const header = [
      'Issue key',
      'Status',
      'Created',
      'Resolved',
      'Component/s',
      'Component/s',
      'Custom field (Team)',
      'Full resolution time'
    ];
    const rows = truth.map((fact) => [
      `ITSM-${fact.index}`,
      fact.resolved ? 'Done' : 'Waiting for support',
      iso(fact.opened),
      fact.resolved ? iso(fact.resolved) : '',
      'VPN',
      'EU',
      'Identity',
      String(fact.index)
    ]);
    const path = deliver(home, 'jira.csv', csv([header, ...rows, ['made by a vendor']], ','));
    const [diagnosis] = await diagnose(path, { scratch: home.scratch });
    const text = diagnosis!.mapping.text!;
    expect(text).toContain('category: Component/s#1');
    expect(text).toContain('team: Custom field (Team)');
    expect(text).toContain("'Waiting for support': in_progress");
    expect(text).not.toContain('resolution_code');
    expect(diagnosis!.result).toMatchObject({ accepted: 60, rejected: 1 });
    const report = await landFile({ home, path, mapping: parseMapping(text, 'jira.yaml'), now });
    expect(report.deliveries[0]).toMatchObject({ outcome: 'landed', rows: { in: 61, loaded: 60, rejected: 1 } });
  });

  test('a log of changes without a word for opened or resolved', async () => {
    const home = newHome();
    const states = ['Open', 'In Progress', 'Solved'];
    const rows = truth.map((fact) => [`C-${Math.floor(fact.index / 3)}`, iso(fact.opened), 'text', states[fact.index % 3]!]);
    const path = deliver(home, 'log.tsv', csv([['Call', 'When', 'What happened', 'Step'], ...rows], '\t'));
    const [diagnosis] = await diagnose(path, { scratch: home.scratch });
    expect(diagnosis!.mapping.grain).toBe('update');
    expect(diagnosis!.warnings.join()).toContain('60 rows tell of 20 records (3.0 rows each)');
    const { deliveries } = await landFile({ home, path, mapping: parseMapping(diagnosis!.mapping.text!, 'log.yaml'), now });
    const landed = await landedRows(home, deliveries[0]!.loadId, 'record_id, updated_at, opened_at, resolved_at');
    expect(landed.slice(0, 3)).toEqual(
      [0, 1, 2].map((index) => ({
        record_id: 'C-0',
        updated_at: truth[index]!.opened,
        opened_at: truth[0]!.opened,
        resolved_at: index === 2 ? truth[2]!.opened : null
      }))
    );
  });
});

describe('evidence', () => {
  const look = async (rows: string[][], name = 'a.csv') => {
    const path = join(scratchFolder(), name);
    writeFileSync(path, csv(rows));
    return (await diagnose(path, { scratch: scratchFolder() }))[0]!;
  };
  const column = (diagnosis: Awaited<ReturnType<typeof look>>, header: string) =>
    diagnosis.columns.find((profile) => profile.header === header)!;

  test('the order of day and month, with share, proving value and line', async () => {
    const days = Array.from({ length: 20 }, (_, index) => [`T-${index}`, 'Open', `${index + 1}/3/2026 10:00`]);
    const diagnosis = await look([['Ticket', 'Status', 'Opened'], ...days]);
    expect(column(diagnosis, 'Opened').dates).toMatchObject({
      dayFirst: 1,
      monthFirst: 0.6,
      order: 'day_first',
      proof: { value: '13/3/2026 10:00', line: 14 }
    });
    expect(diagnosis.mapping.text).toContain('date_order: day_first # "13/3/2026 10:00" in line 14 can only be day first');
  });

  test('what cannot be proved is asked, not guessed', async () => {
    const days = Array.from({ length: 12 }, (_, index) => [`T-${index}`, 'Open', `${index + 1}/3/2026 10:00`]);
    const diagnosis = await look([['Ticket', 'Status', 'Opened'], ...days]);
    expect(diagnosis.result).toBeUndefined();
    expect(diagnosis.warnings.join()).toContain('set date_order to day_first or month_first');
    expect(diagnosis.mapping.text).toContain('# date_order: day_first # or month_first');
  });

  test('kinds, words for nothing, distinct values, least and greatest in their own order', async () => {
    const rows = ['9', '10', '100', '2', '?'].map((number, index) => [
      `T-${index}`,
      'Open',
      '2026-03-01',
      number,
      ['yes', 'no', 'yes', 'no', 'n/a'][index]!,
      ['1,5', '2,25', '3,0', '10,75', '0,5'][index]!
    ]);
    const diagnosis = await look([['Ticket', 'Status', 'Opened', 'Count', 'Flag', 'Hours'], ...rows]);
    expect(column(diagnosis, 'Count')).toMatchObject({
      kind: 'integer',
      filled: 4,
      distinct: 4,
      least: '2',
      greatest: '100',
      nothings: [{ word: '?', count: 1 }]
    });
    expect(column(diagnosis, 'Flag')).toMatchObject({ kind: 'boolean', nothings: [{ word: 'n/a', count: 1 }] });
    expect(column(diagnosis, 'Hours')).toMatchObject({ kind: 'number' });
    expect(column(diagnosis, 'Opened')).toMatchObject({ kind: 'instant' });
  });

  test('a word for a state that nobody knows is marked as a guess', async () => {
    const rows = ['Open', 'Open', 'Closed', 'Zurgled'].map((state, index) => [`T-${index}`, state, '2026-03-01']);
    const { mapping } = await look([['Ticket', 'Status', 'Opened'], ...rows]);
    expect(mapping.text).toContain("'Zurgled': in_progress # 1 row; a guess: not a word the doctor knows");
  });

  test('headers and values that YAML could trip over', async () => {
    const rows = ['# odd: [x]', "it's: {done}", 'yes', '1e3', 'line\nbreak'].map((state, index) => [
      `T-${index}`,
      state,
      '2026-03-01',
      `: v${index}`
    ]);
    const { mapping, result } = await look([['Ticket: #', 'Status', 'Opened, at', '- Group'], ...rows]);
    expect(() => parseMapping(mapping.text!, 'x.yaml')).not.toThrow();
    expect(result?.rejected).toBeDefined();
  });
});

describe('recognition', () => {
  test.each(Object.entries(headers))('the header of %s ranks its preset first', (table, header) => {
    const [best] = recognise(header, []);
    expect(best?.preset).toBe(mappings[table as keyof typeof headers]);
  });

  test('ids and repetition decide between alike headers', () => {
    const header = ['number', 'state', 'priority', 'opened_at', 'sys_updated_on', 'assignment_group', 'short_description'];
    const rows = (prefix: string) =>
      Array.from({ length: 20 }, (_, index) => [`${prefix}00${10_000 + index}`, 'New', '3', '2026-01-01', '2026-01-01', 'a', 'b']);
    expect(recognise(header, rows('PRB'))[0]?.preset).toBe('servicenow/problem');
    expect(recognise(header, rows('INC'))[0]?.preset).toBe('servicenow/incident');
    expect(recognise(header, rows('CHG'))[0]?.preset).toBe('servicenow/change_request');
    expect(recognise(header, [...rows('INC'), ...rows('INC')])[0]?.preset).toBe('servicenow/incident-audit-log');
  });

  test('the catalogue lists what each preset needs', () => {
    const entry = presetCatalogue().find(({ name }) => name === 'servicenow/incident')!;
    expect(entry.needed.map(({ column }) => column)).toEqual(['record_id', 'opened_at']);
    expect(entry.optional.find(({ column }) => column === 'team')?.headers).toEqual(['assignment_group', 'Assignment group']);
  });
});
