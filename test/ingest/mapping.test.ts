import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileMapping } from '#ingest/compile-mapping.ts';
import { loadMapping, parseMapping } from '#ingest/mapping.ts';
import { MappingError } from '#ingest/mapping-error.ts';
import { mappingJsonSchema } from '#ingest/mapping-schema.ts';
import { presetNames } from '#ingest/presets.ts';
import { headers, mappings } from '#ingest/sample/headers.ts';
import { contract } from '#warehouse/contract.ts';
import { homeAt } from '#warehouse/home.ts';
import { incidentMapping, mapRows, readCells, withDelivery } from './mapping-fixture.ts';

const home = homeAt('nowhere');
const base = 'name: own/incident\nversion: 1\ntype: incident\n';

function problemsOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof MappingError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('a mapping file', () => {
  test.each([
    [
      'an unknown key',
      `${base}columns:\n  record_id: id\n  opened_at: { form: Opened }\n`,
      'own.yaml:6:16: columns.opened_at.form: unknown key; did you mean "from"?'
    ],
    [
      'an unknown column',
      `${base}columns:\n  record_id: id\n  opened_at: o\n  titel: x\n`,
      'own.yaml:7:3: columns.titel: no column of incident; did you mean "title"?'
    ],
    ['a missing column', `${base}columns:\n  record_id: id\n`, 'own.yaml:5:3: columns: opened_at is missing: When it was opened'],
    [
      'a state that is none',
      `${base}columns:\n  record_id: id\n  opened_at: o\n  state: { from: s, translate: { Neu: nwe } }\n`,
      'own.yaml:7:39: columns.state.translate.Neu: "nwe" is not one of new, in_progress, on_hold, resolved, closed, cancelled; did you mean "new"?'
    ],
    [
      'no source',
      `${base}columns:\n  record_id: id\n  opened_at: { format: iso }\n`,
      'own.yaml:6:14: columns.opened_at: needs exactly one of from, combine, constant; it has none'
    ],
    [
      'a zone that is none',
      `${base}zone: Mars/Base\ncolumns: { record_id: id, opened_at: o }\n`,
      'own.yaml:4:7: zone: "Mars/Base" is not an IANA zone such as "Europe/Berlin" or "UTC"'
    ],
    ['a type that is none', 'name: a\nversion: 1\ntype: incidents\ncolumns: { record_id: id }\n', 'did you mean "incident"?'],
    ['broken YAML', 'name: [a\n', 'own.yaml:2:1:'],
    [
      'two spellings at odds',
      `${base}columns:\n  record_id: id\n  opened_at: o\n  state: { from: s, translate: { Open: new, OPEN: closed } }\n`,
      'says another thing than "Open"'
    ]
  ])('names place and way out: %s', (_, text, expected) => {
    expect(problemsOf(() => parseMapping(text, 'own.yaml')).join('\n')).toContain(expected);
  });

  test('tells every problem at once', () => {
    expect(problemsOf(() => parseMapping(`${base}columns:\n  titel: x\n  stat: y\n`, 'own.yaml'))).toHaveLength(4);
  });

  test('an unknown name suggests the nearest preset', () => {
    expect(problemsOf(() => loadMapping('servicenow/incidents', home))[0]).toContain('did you mean "servicenow/incident"?');
    expect(problemsOf(() => loadMapping('../../etc/passwd', home))[0]).toContain('no mapping');
  });

  test('the published JSON Schema is the one the code makes', () => {
    const published: unknown = JSON.parse(readFileSync(new URL('../../ingest/mapping.schema.json', import.meta.url), 'utf8'));
    expect(published).toEqual(JSON.parse(JSON.stringify(mappingJsonSchema())));
  });
});

describe('presets', () => {
  test.each(presetNames())('%s is sound', (name) => {
    const mapping = loadMapping(name, home);
    expect(mapping.name).toBe(name);
    expect(mapping.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each(Object.entries(headers))('%s of the sample binds, and leaves nothing of use behind', (table, header) => {
    const mapping = loadMapping(mappings[table as keyof typeof headers], home);
    const compiled = compileMapping(mapping, header);
    expect(compiled.columns.map(({ name }) => name)).toEqual(contract[mapping.type].map(({ name }) => name));
    expect(compiled.used.length).toBeGreaterThan(header.length * 0.6);
  });

  test('ServiceNow labels bind like column names', () => {
    const labels = [
      'Number',
      'State',
      'Opened',
      'Assignment group',
      'Short description',
      'Configuration item',
      'Made SLA',
      'Updates',
      'Reopen count'
    ];
    const { unavailable } = compileMapping(loadMapping('servicenow/incident', home), labels);
    for (const column of [
      'record_id',
      'state',
      'opened_at',
      'team',
      'title',
      'configuration_item',
      'has_breached_source',
      'sequence',
      'reopen_count'
    ])
      expect(unavailable).not.toContain(column);
  });
});

describe('columns are found by name', () => {
  const bind = (header: string[]) => compileMapping(incidentMapping('  team: [Group, assignment_group]\n  resolved_at: solved'), header);

  test('without case, spaces, underscores and byte-order marks, in any order', () => {
    expect(bind(['ASSIGNMENT GROUP', '\uFEFFId', 'Opened', 'junk']).used).toEqual([0, 1, 2]);
    expect(bind(['ASSIGNMENT GROUP', '\uFEFFId', 'Opened', 'junk']).unmapped).toEqual(['junk']);
  });

  test('the first synonym wins; reference fields answer by their display value, instants by their raw one', () => {
    expect(bind(['id', 'opened', 'assignment_group', 'group']).used).toEqual([0, 1, 3]);
    expect(bind(['id', 'opened', 'assignment_group_value', 'assignment_group_display_value']).used).toEqual([0, 1, 3]);
    expect(bind(['id', 'opened', 'solved_display_value', 'solved_value']).used).toEqual([0, 1, 3]);
    expect(bind(['id', 'opened', 'assignment_group.name']).used).toEqual([0, 1, 2]);
  });

  test('a missing column that must be there suggests the nearest header', () => {
    expect(problemsOf(() => bind(['id', 'opend']))[0]).toBe(
      'test.yaml: columns.opened_at: the file has no column "opened"; did you mean "opend"?; its header is id, opend'
    );
    expect(bind(['id', 'opened']).unavailable).toEqual(['resolved_at', 'team']);
  });

  test('a name that stands twice asks for a number', async () => {
    expect(problemsOf(() => bind(['id', 'opened', 'Group', 'Group']))[0]).toContain('say which: "Group#1" or "Group#2"');
    const second = incidentMapping("  team: 'Group#2'");
    expect(await mapRows(second, ['id', 'opened', 'Group', 'Group'], [['1', '2026-01-01', 'a', 'b']])).toMatchObject([{ team: 'b' }]);
  });
});

describe('what is wrong with a row', () => {
  const verdicts = async (rule: string, cells: string[]) =>
    (await readCells(incidentMapping(`  ${rule}`), rule.split(':')[0]!, cells)).map(({ reason }) => reason);

  test('names column, value and way out', async () => {
    const mapping = incidentMapping('  priority: { from: x, format: leading_integer }\n  state: { from: s, translate: { Neu: new } }');
    const rows = await mapRows(
      mapping,
      ['id', 'opened', 's', 'x'],
      [
        ['1', '2026-01-01', 'Neu', '7 - Odd'],
        ['2', '2026-01-01', 'Weg', '1'],
        ['', '2026-01-01', 'Neu', '1'],
        ['4', '2026-31-01', 'Neu', '1'],
        ['5', '2026-01-01', 'Neu', '5']
      ]
    );
    expect(rows.map((row) => row.rejection)).toMatchObject([
      { column_name: 'priority', value: '7 - Odd', reason: expect.stringContaining('outside 1 to 5') },
      { column_name: 'state', value: 'Weg', reason: expect.stringContaining('columns.state.translate') },
      { column_name: 'record_id', value: '', reason: expect.stringContaining('is empty') },
      { column_name: 'opened_at', value: '2026-31-01', reason: expect.stringContaining('2026-03-31 23:59:59') },
      null
    ]);
  });

  test('nothing is guessed: two-digit years, sentinels and infinity are not service records', async () => {
    expect((await verdicts("resolved_at: { from: x, format: '%d/%m/%Y' }", ['25/2/26']))[0]).toContain('1900 to 2199');
    expect((await verdicts('resolved_at: { from: x, format: iso }', ['infinity', '0001-01-01T00:00:00Z'])).every(Boolean)).toBe(true);
    expect(
      await verdicts("resolved_at: { from: x, format: iso, null_values: ['0', '0001-01-01T00:00:00Z'] }", [
        '0',
        '0001-01-01T00:00:00Z',
        ' '
      ])
    ).toEqual([null, null, null]);
  });

  test('unknown words: rejected, kept, nothing, or a canonical value, as the mapping says', async () => {
    const values = async (otherwise: string) =>
      (
        await readCells(incidentMapping(`  team: { from: x, translate: { A: Alpha, B: null }, otherwise: ${otherwise} }`), 'team', [
          'A',
          'B',
          'C'
        ])
      ).map(({ value, reason }) => (reason ? 'rejected' : value));
    expect(await values('reject')).toEqual(['Alpha', null, 'rejected']);
    expect(await values('keep')).toEqual(['Alpha', null, 'C']);
    expect(await values('null')).toEqual(['Alpha', null, null]);
    expect(await values('Omega')).toEqual(['Alpha', null, 'Omega']);
  });

  test('default and constant fill in, and an unreadable cell is still rejected', async () => {
    const mapping = incidentMapping('  is_major: { from: x, default: false }\n  channel: { constant: phone }');
    const rows = await mapRows(
      mapping,
      ['id', 'opened', 'x'],
      [
        ['1', '2026-01-01', ''],
        ['2', '2026-01-01', 'perhaps']
      ]
    );
    expect(rows).toMatchObject([
      { is_major: false, channel: 'phone', rejection: null },
      { channel: 'phone', rejection: { column_name: 'is_major' } }
    ]);
  });
});

describe('durations', () => {
  const mapping = parseMapping(
    'name: t\nversion: 1\ntype: service_level\ncolumns: { record_id: id, target: t, business_seconds: { from: x, format: duration } }',
    't.yaml'
  );
  test.each([
    ['3600', 3600],
    ['25 Days 6 Hours 33 Minutes', 25 * 86400 + 6 * 3600 + 33 * 60],
    ['1970-01-26 06:33:21', 25 * 86400 + 6 * 3600 + 33 * 60 + 21],
    ['28:30', 28 * 3600 + 1800],
    ['-1:15:30', -(3600 + 15 * 60 + 30)],
    ['1w 2d 4h', 604800 + 2 * 86400 + 4 * 3600],
    ['PT4H', 14400],
    ['P1DT30M', 86400 + 1800],
    ['2 hrs 5 mins', 7500]
  ])('%s', async (cell, seconds) => {
    expect(await mapRows(mapping, ['id', 't', 'x'], [['1', 'a', cell]])).toMatchObject([{ business_seconds: seconds, rejection: null }]);
  });
  test('what is none is rejected', async () => {
    const rows = await mapRows(
      mapping,
      ['id', 't', 'x'],
      ['soon', 'P1M', '4:99', '12 parsecs'].map((cell) => ['1', 'a', cell])
    );
    expect(rows.map((row) => row.rejection === null)).toEqual([false, false, false, false]);
  });
});

describe('over the rows of a record', () => {
  const mapping = parseMapping(
    `name: t\nversion: 1\ntype: incident\ngrain: update\ncolumns:\n  record_id: id\n  updated_at: at\n  state: s\n  opened_at: { from: at, over_record: first }\n  resolved_at: { from: at, entered: [resolved, closed] }\n`,
    't.yaml'
  );
  const at = (hour: number) => `2026-03-01 ${String(hour).padStart(2, '0')}:00:00`;

  test('opened is the first row, resolved the last entry, and nothing of later rows is known', async () => {
    const states = ['new', 'resolved', 'closed', 'in_progress', 'resolved', 'resolved', 'closed'];
    const rows = await mapRows(mapping, ['id', 's', 'at'], states.map((state, index) => ['A', state, at(index)]).reverse());
    const byTime = rows.sort((a, b) => Number(a.updated_at) - Number(b.updated_at));
    expect(byTime.map((row) => (row.resolved_at as Date | null)?.getUTCHours() ?? null)).toEqual([null, 1, 1, null, 4, 4, 4]);
    expect(new Set(byTime.map((row) => (row.opened_at as Date).getUTCHours()))).toEqual(new Set([0]));
  });
});

describe('dates of unknown form', () => {
  const auto = (top = '') => incidentMapping('  resolved_at: x', top);
  const read = async (cells: string[], top = '') => {
    const rows = await mapRows(
      auto(top),
      ['id', 'opened', 'x'],
      cells.map((cell, index) => [String(index), '2026-01-01', cell])
    );
    return rows.map((row) => (row.rejection ? 'rejected' : ((row.resolved_at as Date | null)?.toISOString().slice(0, 16) ?? null)));
  };

  test('one late value proves the order of the whole column', async () => {
    const cells = [...Array.from({ length: 3000 }, (_, index) => `${(index % 9) + 1}/3/2026 10:00`), '13/3/2026 10:00'];
    const answers = await read(cells);
    expect(answers[0]).toBe('2026-03-01T10:00');
    expect(answers.at(-1)).toBe('2026-03-13T10:00');
    expect(await read(['3/4/2026', '3/25/2026'])).toEqual(['2026-03-04T00:00', '2026-03-25T00:00']);
  });

  test('what proves nothing is asked, and a declared order answers', async () => {
    await expect(read(['3/4/2026 10:00'])).rejects.toThrow(
      'no value proves whether "3/4/2026 10:00" is day first or month first: set date_order'
    );
    expect(await read(['3/4/2026 10:00'], 'date_order: month_first')).toEqual(['2026-03-04T10:00']);
    await expect(read(['13/4/2026', '4/13/2026'])).rejects.toThrow('only month first');
  });

  test('a sibling column of the same file proves it too', async () => {
    const mapping = incidentMapping('  resolved_at: x\n  closed_at: y');
    const rows = await mapRows(mapping, ['id', 'opened', 'x', 'y'], [['1', '2026-01-01', '3/4/2026', '30/4/2026']]);
    expect(rows[0]!.resolved_at).toEqual(new Date('2026-04-03'));
  });

  test('mixed forms in one column, each read as written', async () => {
    const cells = [
      '29/2/2016 01:16',
      '29-02-2016 1:16',
      '2016-02-29 01:16:00',
      '25/Feb/26 10:17 PM',
      '1456708560',
      '1456708560000',
      '2016-02-29T01:16:00.123456789Z',
      '2016-02-29T02:16:00+0100',
      '29.02.2016 01:16:05',
      'Feb 29, 2016 1:16 AM'
    ];
    expect(await read(cells)).toEqual(cells.map((_, index) => (index === 3 ? '2026-02-25T22:17' : '2016-02-29T01:16')));
  });

  test('a form that only begins after thousands of rows is found', async () => {
    const cells = [...Array.from({ length: 2500 }, () => '29/2/2016 01:16'), '29-02-2016 1:16:09', '2016-02-29 01:16'];
    expect((await read(cells)).slice(-2)).toEqual(['2016-02-29T01:16', '2016-02-29T01:16']);
  });
});

test('hours that a clock change repeats or skips are counted', async () => {
  const mapping = incidentMapping('  resolved_at: { from: x, format: iso, zone: Europe/Berlin }');
  const cells = ['2026-03-29 02:30:00', '2026-10-25 02:30:00', '2026-07-01 12:00:00'];
  const rows = cells.map((cell) => ['1', '2026-01-01', cell]);
  const { counts, instants } = await withDelivery(['id', 'opened', 'x'], rows, async (connection) => {
    const { notices, source } = compileMapping(mapping, ['id', 'opened', 'x']);
    const counted = notices.map(({ condition }) => `count_if(${condition})`).join(', ');
    const row = await connection.one(`SELECT ${counted} FROM ${source}`);
    return { counts: Object.values(row!), instants: await connection.all(`SELECT resolved_at FROM ${source}`) };
  });
  expect(counts).toEqual([1, 1]);
  expect(instants.map((row) => (row.resolved_at as Date).toISOString())).toEqual([
    '2026-03-29T01:30:00.000Z',
    '2026-10-25T01:30:00.000Z',
    '2026-07-01T10:00:00.000Z'
  ]);
});

describe('rows that the source marks as deleted', () => {
  const columns = `  state: { from: x, translate: { Open: new }, cancelled_by: [_fivetran_deleted, is_deleted] }
  state_source: x`;
  const row = (state: string, deleted: string) => ['A-1', '2026-03-01 08:00:00', state, deleted];

  test('are cancelled, with the source’s own word kept', async () => {
    const rows = await mapRows(
      incidentMapping(columns),
      ['id', 'opened', 'x', '_fivetran_deleted'],
      [row('Open', 'FALSE'), row('Open', 'TRUE'), row('Open', '')]
    );
    expect(rows.map(({ state, state_source: word }) => [state, word])).toEqual([
      ['new', 'Open'],
      ['cancelled', 'Open'],
      ['new', 'Open']
    ]);
  });

  test('a delivery without the mark is read as it is', async () => {
    const rows = await mapRows(incidentMapping(columns), ['id', 'opened', 'x'], [row('Open', '').slice(0, 3)]);
    expect(rows.map(({ state }) => state)).toEqual(['new']);
  });

  test('the mark belongs to the state', () => {
    expect(() => incidentMapping('  team: { from: x, cancelled_by: gone }')).toThrow(/belongs to the column state/);
  });
});
