import { createWriteStream, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { landFile, type LandRequest } from '#ingest/land.ts';
import { defaultLimits } from '#ingest/readers/limits.ts';
import type { Home } from '#warehouse/home.ts';
import { deliver, landedRows, landText, leftovers, loads, newHome, now, plainMeaning, rejectedRows } from './fixture.ts';
import { zipOf } from './zip-file.ts';

const head = 'record_id,opened_at,title,description';
const at = '2026-01-01 09:00:00+00';
const line = (number: number, more = 'b') => `INC${number},${at},a${number},${more}`;
const csv = (...lines: string[]) => `${[head, ...lines].join('\n')}\n`;

/** Asserts that a file is refused with exactly this message, and that nothing has appeared. */
async function expectRefusal(
  home: Home,
  name: string,
  content: string | Uint8Array,
  message: string | RegExp,
  more: Partial<LandRequest> = {}
) {
  const before = loads(home);
  const report = await landText(home, name, content, more);
  expect(report.outcome).toBe('refused');
  if (typeof message === 'string') expect(report.refusal).toBe(message);
  else expect(report.refusal).toMatch(message);
  expect(loads(home)).toEqual(before);
  expect(leftovers(home)).toEqual([]);
}

describe('files that are no table', () => {
  it('refuses the empty file', () =>
    expectRefusal(newHome(), 'a.csv', '', 'a.csv: the file is empty. Export it again, and check that the export ended.'));
  it('refuses blank lines only', () => expectRefusal(newHome(), 'a.csv', '\n\r\n  \n', /^a\.csv: the file is empty/));
  it('refuses a header without rows', () =>
    expectRefusal(
      newHome(),
      'a.csv',
      csv(),
      'a.csv: the file has a header and no rows. There is nothing to load: check the filter of the export.'
    ));
  it('refuses a file that is not there', async () => {
    const report = await landFile({ home: newHome(), path: '/nowhere/a.csv', mapping: plainMeaning(), now });
    expect(report.deliveries[0]!.refusal).toBe('a.csv: there is no such file. Check the path.');
  });
  it.each([
    [
      '<!DOCTYPE html><html><body>Log in</body></html>',
      'a.csv: this is a web page, perhaps a sign-in page, not a table. Export again while signed in, and choose CSV.'
    ],
    ['{"result":[{"number":"INC1"}]}', 'a.csv: this is JSON, not a table. Export it as CSV.'],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'a.csv: this is an old Excel workbook, which is not read. Save it as CSV (UTF-8).'],
    [Buffer.alloc(4096), 'a.csv: the file is no text: it is full of zero bytes. Export it as CSV.']
  ])('says what else it is: %#', (content, message) => expectRefusal(newHome(), 'a.csv', content, message));
});

describe('separators and headers', () => {
  it.each([';', '\t', '|'])('finds the separator %j', async (separator) => {
    const home = newHome();
    const report = await landText(home, 'a.csv', csv(line(1), line(2, '"x, y"')).replaceAll(/,(?! )/g, separator));
    expect(await landedRows(home, report.loadId, 'record_id, description')).toEqual([
      { record_id: 'INC1', description: 'b' },
      { record_id: 'INC2', description: 'x, y' }
    ]);
  });
  it('takes the separator that Excel writes down', async () => {
    const report = await landText(newHome(), 'a.csv', `sep=;\r\n${csv(line(1)).replaceAll(',', ';').replaceAll('\n', '\r\n')}`);
    expect(report.rows).toEqual({ in: 1, loaded: 1, merged: 0, rejected: 0 });
  });
  it('refuses a separator that nobody uses', () =>
    expectRefusal(
      newHome(),
      'a.csv',
      csv(line(1)).replaceAll(',', '^'),
      'a.csv, line 1: only one column was found: "record_id^opened_at^title^description"; it may be separated by "^". Columns must be separated by comma, semicolon, tab, vertical bar: export the file again with one of them.'
    ));
  it('refuses a title above the header', () =>
    expectRefusal(
      newHome(),
      'a.csv',
      `Incidents, all teams\n${csv(line(1), line(2), line(3))}`,
      'a.csv, line 1: the header has 2 columns (Incidents, all teams …) but 4 of the first 4 rows have 4, cut at every comma. Delete title lines above the header, or export with another separator or with cells in quotes.'
    ));
  it('accepts a separator at the end of every row', async () => {
    const home = newHome();
    const report = await landText(home, 'a.csv', csv(`${line(1)},`, `${line(2)},`));
    expect(report.rows).toEqual({ in: 2, loaded: 2, merged: 0, rejected: 0 });
    expect(report.warnings).toEqual(['1 columns have no name']);
  });
  it('warns of names that stand twice', async () => {
    const report = await landText(newHome(), 'a.csv', 'record_id,opened_at,Comment,Comment\nINC1,2026-01-01 09:00:00+00,x,y\n');
    expect(report.warnings).toEqual(['the header names "Comment" more than once']);
  });
  it('passes over blank lines, also before the header', async () => {
    const report = await landText(newHome(), 'a.csv', `\n\n${csv(line(1), '', line(2), '', '')}`);
    expect(report.rows).toEqual({ in: 2, loaded: 2, merged: 0, rejected: 0 });
    expect(report.warnings).toEqual(['3 blank lines were passed over']);
  });
});

describe('encodings', () => {
  const text = csv(line(1, 'Größe “x” 漢'), line(2, 'é'));
  const western = csv(line(1, 'Größe'), line(2, 'é'));
  const utf16 = (content: string, isBig: boolean) => {
    const bytes = Buffer.from(`\uFEFF${content}`, 'utf16le');
    return isBig ? bytes.swap16() : bytes;
  };
  it.each([
    ['UTF-8', Buffer.from(text), 'Größe “x” 漢', []],
    ['UTF-8 with byte order mark', Buffer.from(`\uFEFF${text}`), 'Größe “x” 漢', []],
    ['UTF-16 little-endian', utf16(text, false), 'Größe “x” 漢', ['UTF-16 (little-endian) by its byte order mark']],
    ['UTF-16 big-endian', utf16(text, true), 'Größe “x” 漢', ['UTF-16 (big-endian) by its byte order mark']],
    ['UTF-16 without mark', Buffer.from(western, 'utf16le'), 'Größe', ['UTF-16 (little-endian): every second byte is zero']],
    [
      'ISO-8859-1',
      Buffer.from(western, 'latin1'),
      'Größe',
      [expect.stringMatching(/^not UTF-8 \(byte F6 in “.*Größe.*”\), read as iso-8859-1$/)]
    ],
    [
      'Windows-1252',
      Buffer.from(csv(line(1, '\x8010 Größe')), 'latin1'),
      '€10 Größe',
      [expect.stringMatching(/^not UTF-8 \(byte 80 in .*read as windows-1252$/)]
    ]
  ])('reads %s', async (_name, bytes, value, warnings) => {
    const home = newHome();
    const report = await landText(home, 'a.csv', bytes);
    expect((await landedRows(home, report.loadId, 'record_id, description'))[0]).toEqual({ record_id: 'INC1', description: value });
    expect(report.warnings).toEqual(warnings);
  });
  it('reads Windows-1252 whose first umlaut stands behind the first megabytes', async () => {
    const home = newHome();
    const plain = Array.from({ length: 60_000 }, (_, index) => line(index));
    const report = await landText(home, 'a.csv', Buffer.from(csv(...plain, line(99_999, 'Größe')), 'latin1'));
    expect(report.rows.loaded).toBe(60_001);
    expect(await landedRows(home, report.loadId, "count_if(description = 'Größe')::INT AS n")).toEqual([{ n: 1 }]);
  });
  it('rejects the damaged row of a UTF-8 file and no other', async () => {
    const home = newHome();
    const bytes = Buffer.concat([
      Buffer.from(csv(line(1, 'Größe, Maß'.replace(',', ''))) + 'INC2,'),
      Buffer.from([0xc3]),
      Buffer.from(`${at},x,y\n${line(3, 'ü')}\n`)
    ]);
    const report = await landText(home, 'a.csv', bytes);
    expect(report.rows).toEqual({ in: 3, loaded: 2, merged: 0, rejected: 1 });
    expect(report.firstRejections).toMatchObject([{ line: 3, reason: expect.stringContaining('bytes that are no UTF-8') as string }]);
  });
  it('refuses UTF-16 that is cut inside a character', () =>
    expectRefusal(
      newHome(),
      'a.csv',
      utf16(text, false).subarray(0, 101),
      /^a\.csv: the text is not whole UTF-16LE: damaged before byte 101\./
    ));
  it('leaves out byte order marks in the middle and rejects the header that comes with them', async () => {
    const home = newHome();
    const report = await landText(home, 'a.csv', `\uFEFF${csv(line(1), line(2))}\uFEFF${csv(`"INC3",${at},x,"a, b"`)}\uFEFF${line(4)}\n`);
    expect(report.rows).toEqual({ in: 5, loaded: 4, merged: 0, rejected: 1 });
    expect(report.firstRejections).toMatchObject([{ line: 4, column: 'opened_at', value: 'opened_at', raw: head }]);
    expect(report.warnings).toEqual(['2 byte order marks inside the file were left out: several exports were joined']);
    expect(await landedRows(home, report.loadId, 'record_id, description')).toContainEqual({ record_id: 'INC3', description: 'a, b' });
  });
});

describe('rows of another shape', () => {
  it('rejects rows with too few or too many cells, with their lines, and lands the others', async () => {
    const home = newHome();
    const long = `${line(3, '"two\nlines"')},extra`;
    const report = await landText(
      home,
      'a.csv',
      csv(line(1), 'INC2,only', line(4), long, line(5), line(6), 'Report by the vendor, 3 pages')
    );
    expect(report.rows).toEqual({ in: 7, loaded: 4, merged: 0, rejected: 3 });
    expect(await rejectedRows(home, report.loadId)).toEqual([
      { line: 3, column: null, value: null, reason: 'the row has 2 cells, the header 4', raw: 'INC2,only' },
      { line: 5, column: null, value: null, reason: 'the row has 5 cells, the header 4', raw: long },
      { line: 9, column: null, value: null, reason: 'the row has 2 cells, the header 4', raw: 'Report by the vendor, 3 pages' }
    ]);
  });
  it('keeps both kinds of rejections in the order of the file', async () => {
    const home = newHome();
    const report = await landText(
      home,
      'a.csv',
      csv('x', line(1), 'INC2,never,a,b', 'y,z', line(3), line(4), line(5), 'INC6,later,a,b', line(7))
    );
    expect(report.rows).toEqual({ in: 9, loaded: 5, merged: 0, rejected: 4 });
    expect((await rejectedRows(home, report.loadId)).map((row) => [row.line, row.raw])).toEqual([
      [2, 'x'],
      [4, 'INC2,never,a,b'],
      [5, 'y,z'],
      [9, 'INC6,later,a,b']
    ]);
  });
  it('rejects a last line that is cut in the middle of a quoted cell', async () => {
    const home = newHome();
    const report = await landText(home, 'a.csv', csv(line(1), line(2)) + `INC3,${at},a,"cut in`);
    expect(report.rows).toEqual({ in: 3, loaded: 2, merged: 0, rejected: 1 });
    expect(report.firstRejections).toEqual([
      {
        line: 4,
        column: null,
        value: null,
        reason: 'the file ends inside a quoted cell of this row: it was cut, or a quote is not closed',
        raw: `INC3,${at},a,"cut in`
      }
    ]);
    expect(report.warnings).toEqual(['the last row is not whole and has no line end: the file was probably cut']);
  });
  it('warns of a last line without line end', async () => {
    const report = await landText(newHome(), 'a.csv', csv(line(1)).trimEnd());
    expect(report.warnings).toEqual(['the last line has no line end: if the file was cut there, its last value is short']);
  });
  it('refuses a file in which most rows have another shape', () =>
    expectRefusal(
      newHome(),
      'a.csv',
      csv(line(1), 'a', 'b,c', 'd', 'e', 'f,g,h'),
      /^a\.csv, line 1: the header has 4 columns \(record_id, opened_at, title, description …\) but 3 of the first 6 rows have 1, cut at every comma\./
    ));
  it('refuses a file that goes wrong further down', () => {
    const good = Array.from({ length: 300 }, (_, index) => line(index));
    const bad = Array.from({ length: 400 }, () => 'x,y');
    return expectRefusal(
      newHome(),
      'a.csv',
      csv(...good, ...bad),
      /^a\.csv, line 302: 400 of 700 rows have not the 4 columns of the header; the first of them has 2\. Cells with a separator/
    );
  });
  it('rejects rows with zero bytes', async () => {
    const report = await landText(newHome(), 'a.csv', csv(line(1), line(2, 'x\0y'), line(3)));
    expect(report.rows).toEqual({ in: 3, loaded: 2, merged: 0, rejected: 1 });
    expect(report.firstRejections).toMatchObject([{ line: 3, reason: 'the row holds a zero byte (shown as ␀)', raw: line(2, 'x␀y') }]);
  });
  it('finds the line of a quote that never closes', async () => {
    const report = await landText(newHome(), 'a.csv', csv(line(1), line(2, '"open'), line(3), line(4)));
    expect(report.rows).toEqual({ in: 2, loaded: 1, merged: 0, rejected: 1 });
    expect(report.firstRejections).toMatchObject([{ line: 3, reason: expect.stringContaining('a quote is not closed') as string }]);
  });
});

describe('quotes and line ends', () => {
  it('keeps quotes that stand where CSV has none', async () => {
    const home = newHome();
    const report = await landText(home, 'a.csv', csv(line(1, '27" monitor'), line(2, '"a "b" c, d"'), line(3, '"e" ')));
    expect(await landedRows(home, report.loadId, 'description')).toEqual([
      { description: '27" monitor' },
      { description: 'a "b" c, d' },
      { description: 'e' }
    ]);
    expect(report.warnings[0]).toMatch(/^4 quotes stand where CSV has none, first in line 2/);
  });
  it('reads mixed line ends', async () => {
    const home = newHome();
    const report = await landText(home, 'a.csv', `${head}\r\n${line(1)}\n${line(2, '"x\r\ny\nz\r"')}\r\n${line(3)}\n`);
    expect(await landedRows(home, report.loadId, 'description')).toEqual([
      { description: 'b' },
      { description: 'x\r\ny\nz\r' },
      { description: 'b' }
    ]);
    expect(report.warnings).toEqual(['mixed line ends (2 LF, 2 CRLF): all are read as line ends']);
  });
  it('reads line ends of CR alone', async () => {
    const report = await landText(newHome(), 'a.csv', csv(line(1), line(2)).replaceAll('\n', '\r'));
    expect(report.rows).toEqual({ in: 2, loaded: 2, merged: 0, rejected: 0 });
  });
  it('keeps a carriage return inside a line', async () => {
    const home = newHome();
    const report = await landText(home, 'a.csv', csv(line(1, 'x\ry'), line(2)));
    expect(await landedRows(home, report.loadId, 'description')).toEqual([{ description: 'x\ry' }, { description: 'b' }]);
    expect(report.warnings).toEqual(['1 carriage returns outside quotes are kept as text']);
  });
});

describe('sizes', () => {
  it('refuses a field of 40 MB, naming file, line and column', async () => {
    const home = newHome();
    const path = join(home.inbox, 'a.csv');
    const stream = createWriteStream(path);
    stream.write(csv(line(1)) + `INC2,${at},a,"`);
    for (let part = 0; part < 40; part++) stream.write('x'.repeat(1_000_000));
    await new Promise<void>((done) => stream.end('"\n', () => done()));
    const report = await landFile({ home, path, mapping: plainMeaning(), now });
    expect(report.deliveries[0]!.refusal).toMatch(
      /^a\.csv, line 3, column "description": a cell longer than 4\.2 MB begins here \([\d.]+ MB were read of it\)\. A quote that is not closed, or an attachment/
    );
    expect([...loads(home), ...leftovers(home)]).toEqual([]);
  });
  it('lands a cell of 3 MB', async () => {
    const home = newHome();
    const report = await landText(home, 'a.csv', csv(line(1), line(2, `"${'x'.repeat(3_000_000)}"`), line(3)));
    expect(await landedRows(home, report.loadId, 'length(description)::INT AS n')).toEqual([{ n: 1 }, { n: 3_000_000 }, { n: 1 }]);
  });
});

describe('archives', () => {
  const table = Buffer.from(csv(line(1), line(2)));

  it('lands gzip as if it were plain', async () => {
    const home = newHome();
    const plain = await landText(home, 'a.csv', table);
    expect(await landText(home, 'a.csv.gz', gzipSync(table))).toMatchObject({ outcome: 'already landed', loadId: plain.loadId });
  });
  it('refuses a cut gzip', () =>
    expectRefusal(
      newHome(),
      'a.csv.gz',
      gzipSync(table).subarray(0, 60),
      'a.csv.gz: the gzip file is not whole: it ends before its end. Fetch it again; nothing of it was loaded.'
    ));
  it('refuses a gzip with another checksum', () => {
    const bytes = gzipSync(table);
    bytes[bytes.length - 6]! ^= 1;
    return expectRefusal(newHome(), 'a.csv.gz', bytes, /^a\.csv\.gz: the gzip file is not whole: incorrect data check/);
  });
  it('lands every table of a zip archive, and leaves out what a Mac adds', async () => {
    const home = newHome();
    const second = Buffer.from(csv(line(3)).replaceAll(',', ';'));
    const path = deliver(
      home,
      'a.zip',
      zipOf([
        { name: 'one.csv', content: table },
        { name: '__MACOSX/._one.csv', content: table },
        { name: 'in/', content: '' },
        { name: 'in/two.csv', content: second }
      ])
    );
    const { deliveries } = await landFile({ home, path, mapping: plainMeaning(), now });
    expect(deliveries.map(({ file, outcome, rows }) => [file, outcome, rows.loaded])).toEqual([
      ['a.zip!one.csv', 'landed', 2],
      ['a.zip!in/two.csv', 'landed', 1]
    ]);
  });
  it.each([
    ['../evil.csv', 'a.zip!../evil.csv: its name leads out of the archive.'],
    ['/etc/evil.csv', 'a.zip!/etc/evil.csv: its name leads out of the archive.'],
    ['C:/evil.csv', 'a.zip!C:/evil.csv: its name leads out of the archive.'],
    ['in/../../evil.csv', 'a.zip!in/../../evil.csv: its name leads out of the archive.'],
    ['more.zip', 'a.zip!more.zip: it is an archive inside an archive.']
  ])('refuses the whole archive for an entry %s', async (name, message) => {
    const home = newHome();
    const archive = zipOf([
      { name: 'good.csv', content: table },
      { name, content: table }
    ]);
    const wayOut = ' The whole archive is refused and nothing of it was loaded: pack the CSV files themselves, without folders or links.';
    await expectRefusal(home, 'a.zip', archive, message + wayOut);
    expect(readdirSync(home.root).sort()).toEqual(['inbox', 'scratch']);
  });
  it('refuses links', () =>
    expectRefusal(
      newHome(),
      'a.zip',
      zipOf([{ name: 'a.csv', content: '/etc/passwd', mode: 0o120777 }]),
      /^a\.zip!a\.csv: it is a link\./
    ));
  it('refuses encrypted entries', () =>
    expectRefusal(
      newHome(),
      'a.zip',
      zipOf([{ name: 'a.csv', content: table, flags: 1 }]),
      'a.zip!a.csv: it is encrypted. Pack it without a password.'
    ));
  it('refuses content that does not fit its checksum', () =>
    expectRefusal(
      newHome(),
      'a.zip',
      zipOf([{ name: 'a.csv', content: table, crc: 1 }]),
      /^a\.zip!a\.csv: the archive is not whole: its checksum/
    ));
  it('refuses a cut archive', () => {
    const bytes = zipOf([{ name: 'a.csv', content: table }]);
    return expectRefusal(newHome(), 'a.zip', bytes.subarray(0, bytes.length - 30), /^a\.zip: the archive is not whole/);
  });
  it('refuses an archive without a table and a workbook', async () => {
    await expectRefusal(newHome(), 'a.zip', zipOf([]), 'a.zip: the archive holds no table. Pack the CSV files into it.');
    const workbook = zipOf([
      { name: '[Content_Types].xml', content: '<x/>' },
      { name: 'xl/workbook.xml', content: '<x/>' }
    ]);
    await expectRefusal(newHome(), 'a.xlsx', workbook, 'a.xlsx: this is an office document. Save the sheet as CSV (UTF-8).');
  });
  it('stops a bomb in zip and gzip', async () => {
    const limits = { ...defaultLimits, ratioFromBytes: 1e6, unpackedBytes: 6e6 };
    const bomb = Buffer.alloc(5e6, 'a,b,c\n');
    const ratio = /unpack to more than 200 times as much, as in a zip bomb\. Nothing of it was loaded\./;
    await expectRefusal(newHome(), 'a.csv.gz', gzipSync(bomb), ratio, { limits });
    await expectRefusal(newHome(), 'a.zip', zipOf([{ name: 'a.csv', content: bomb }]), ratio, { limits });
    const noise = Buffer.from(Array.from({ length: 4_000_000 }, (_, index) => (index * 7919) % 251));
    const twice = zipOf([
      { name: 'a.csv', content: noise, isStored: true },
      { name: 'b.csv', content: noise, isStored: true }
    ]);
    await expectRefusal(newHome(), 'a.zip', twice, /^a\.zip!b\.csv: it unpacks to more than 6 MB\./, { limits });
  });
  it('does not believe a size that an archive claims', () =>
    expectRefusal(
      newHome(),
      'a.zip',
      zipOf([{ name: 'a.csv', content: table, claimedSize: 10 }]),
      /^a\.zip!a\.csv: the archive is not whole/
    ));
});

describe('names', () => {
  it('shows no control characters', async () => {
    const home = newHome();
    const path = join(home.inbox, 'a\n\u202Evsc.csv');
    writeFileSync(path, csv(line(1)));
    const report = await landFile({ home, path, mapping: plainMeaning(), now });
    expect(report.deliveries[0]!.file).toBe('a··vsc.csv');
  });
});
