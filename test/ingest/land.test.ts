import fc from 'fast-check';
import { appendFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { landFile } from '#ingest/land.ts';
import { landRecorded } from '#ingest/land-recorded.ts';
import { contract } from '#warehouse/contract.ts';
import { openRegister } from '#warehouse/register/register.ts';
import { listRuns } from '#warehouse/register/runs.ts';
import { deliver, landedRows, landText, leftovers, loads, manifestOf, newHome, now, plainMeaning, rejectedRows } from './fixture.ts';

const header = 'record_id,updated_at,sequence,opened_at,priority,title';
const row = (number: number, more = '') =>
  `INC${number},2026-01-0${1 + (number % 9)} 10:00:00+00,1,2026-01-01 09:00:00+00,3,"title ${number}${more}"`;
const rows = (count: number, from = 1) => Array.from({ length: count }, (_, index) => row(from + index));
const csv = (lines: string[]) => `${[header, ...lines].join('\n')}\n`;
const day = (number: number) => new Date(Date.UTC(2026, 3, number));

describe('a load', () => {
  it('lands typed rows, exactly the columns of the contract, in order, with its manifest', async () => {
    const home = newHome();
    const report = await landText(home, 'incidents.csv', csv(rows(12)));
    expect(report).toMatchObject({
      outcome: 'landed',
      rows: { in: 12, loaded: 12, merged: 0, rejected: 0 },
      warnings: [],
      type: 'incident'
    });
    const landed = await landedRows(home, report.loadId);
    expect(Object.keys(landed[0]!)).toEqual(['grain', ...contract.incident.map(({ name }) => name), 'row_hash']);
    expect(landed.map(({ record_id }) => record_id)).toEqual(rows(12).map((line) => line.split(',')[0]));
    expect(landed[0]).toMatchObject({
      grain: 'record',
      updated_at: new Date('2026-01-02T10:00:00Z'),
      sequence: 1,
      priority: 3,
      team: null
    });
    expect(manifestOf(home, report.loadId)).toMatchObject({
      knownAt: '2026-03-31T12:00:00.000Z',
      feed: 'manual',
      file: 'incidents.csv',
      header: header.split(','),
      dialect: { delimiter: ',', quote: '"', encoding: 'utf-8' },
      covers: { from: '2026-01-01T09:00:00.000Z', to: '2026-01-09T10:00:00.000Z' },
      files: { rows: 'incident.parquet' }
    });
    expect(report.loadId).toMatch(/^20260331T120000000Z-[0-9a-f]{12}$/);
    expect(leftovers(home)).toEqual([]);
  });

  it('binds columns by header name, whatever their order', async () => {
    const home = newHome();
    const report = await landText(home, 'a.csv', 'title,priority,record_id,opened_at\nslow,2,INC1,2026-01-01 09:00:00+00\n');
    expect(await landedRows(home, report.loadId, 'record_id, priority, title')).toEqual([
      { record_id: 'INC1', priority: 2, title: 'slow' }
    ]);
  });

  it('does not land the same bytes twice, under any name', async () => {
    const home = newHome();
    const first = await landText(home, 'a.csv', csv(rows(3)));
    const second = await landText(home, 'b.csv', csv(rows(3)), { now: day(1) });
    expect(second).toMatchObject({ outcome: 'already landed', loadId: first.loadId, rows: first.rows });
    expect(loads(home)).toEqual([first.loadId]);
  });

  it('adds only what is new of a longer delivery of the same export', async () => {
    const home = newHome();
    const first = await landText(home, 'a.csv', csv(rows(50)));
    const second = await landText(home, 'b.csv', csv(rows(60)), { now: day(1) });
    expect(second.rows).toEqual({ in: 60, loaded: 10, merged: 50, rejected: 0 });
    expect(second.warnings).toEqual([`begins with the whole of a.csv (load ${first.loadId}): a longer delivery of the same export`]);
    expect(await landedRows(home, second.loadId, 'record_id')).toEqual(rows(10, 51).map((line) => ({ record_id: line.split(',')[0] })));
  });

  it('keeps both versions of a record, and the return to an earlier one', async () => {
    const home = newHome();
    const version = (title: string) => `record_id,opened_at,title\nINC1,2026-01-01 09:00:00+00,${title}\n`;
    await landText(home, '1.csv', version('slow'), { now: day(1) });
    const changed = await landText(home, '2.csv', version('broken'), { now: day(2) });
    const back = await landText(home, '3.csv', `${version('slow')}INC2,2026-01-01 09:00:00+00,x\n`, { now: day(3) });
    expect([changed.rows.loaded, back.rows]).toEqual([1, { in: 2, loaded: 2, merged: 0, rejected: 0 }]);
  });

  it('merges rows that stand twice in one delivery', async () => {
    const home = newHome();
    const report = await landText(home, 'a.csv', csv([...rows(3), row(2), row(3), row(3)]));
    expect(report.rows).toEqual({ in: 6, loaded: 3, merged: 3, rejected: 0 });
    expect((await landedRows(home, report.loadId, 'record_id')).map((landed) => landed.record_id)).toEqual(['INC1', 'INC2', 'INC3']);
  });

  it('rejects rows with line, column, value, reason and raw text, and lands the others in order', async () => {
    const home = newHome();
    const bad = 'INC9,yesterday,1,2026-01-01 09:00:00+00,3,"two\nlines, ""quoted"""';
    const report = await landText(
      home,
      'a.csv',
      csv([row(1), bad, row(2), ',2026-01-01 09:00:00+00,1,2026-01-01 09:00:00+00,3,x', row(3)])
    );
    expect(report.rows).toEqual({ in: 5, loaded: 3, merged: 0, rejected: 2 });
    const expected = [
      { line: 3, column: 'updated_at', value: 'yesterday', reason: 'cannot be read as instant', raw: bad },
      {
        line: 6,
        column: 'record_id',
        value: null,
        reason: 'a value is required',
        raw: ',2026-01-01 09:00:00+00,1,2026-01-01 09:00:00+00,3,x'
      }
    ];
    expect(await rejectedRows(home, report.loadId)).toEqual(expected);
    expect(report.firstRejections).toEqual(expected);
    expect((await landedRows(home, report.loadId, 'record_id')).map((landed) => landed.record_id)).toEqual(['INC1', 'INC2', 'INC3']);
  });

  it('lands a delivery of which no row can be read as rejections only, and says so', async () => {
    const home = newHome();
    const report = await landText(home, 'a.csv', 'record_id,opened_at\nINC1,31/03/2026\nINC2,32/03/2026\n');
    expect(report.rows).toEqual({ in: 2, loaded: 0, merged: 0, rejected: 2 });
    expect(report.warnings).toEqual(['none of the 2 rows could be read with this mapping: correct it and load the rejected rows again']);
    expect(manifestOf(home, report.loadId).files).toEqual({ rejections: 'rejections.parquet' });
  });

  it('warns of exactly 1,000 rows', async () => {
    const report = await landText(newHome(), 'a.csv', csv(rows(1000)));
    expect(report.warnings[0]).toMatch('exactly 1,000 rows: exports stop at round numbers');
  });

  it('keeps back-filled values on the last row of a record only', async () => {
    const home = newHome();
    const meaning = plainMeaning('incident', { grain: 'update', backfilled: ['resolved_at'] });
    const log = (lines: string[]) => `record_id,updated_at,sequence,opened_at,resolved_at,state\n${lines.join('\n')}\n`;
    const at = (hour: number) => `2026-01-01 0${hour}:00:00+00`;
    const update = (id: string, hour: number, sequence: number, resolved: string) =>
      `${id},${at(hour)},${sequence},${at(0)},${resolved},new`;
    const report = await landText(
      home,
      'log.csv',
      log([update('A', 1, 0, at(5)), update('B', 1, 0, at(6)), update('A', 3, 2, at(5)), 'C,x,1,,,new', update('A', 2, 1, at(5))]),
      { mapping: meaning }
    );
    expect(report.rows).toEqual({ in: 5, loaded: 4, merged: 0, rejected: 1 });
    const landed = await landedRows(home, report.loadId, 'grain, record_id, sequence, resolved_at');
    expect(landed).toEqual([
      { grain: 'update', record_id: 'A', sequence: 0, resolved_at: null },
      { grain: 'update', record_id: 'B', sequence: 0, resolved_at: new Date('2026-01-01T06:00:00Z') },
      { grain: 'update', record_id: 'A', sequence: 2, resolved_at: new Date('2026-01-01T05:00:00Z') },
      { grain: 'update', record_id: 'A', sequence: 1, resolved_at: null }
    ]);
    const longer = log([
      update('A', 1, 0, at(7)),
      update('B', 1, 0, at(6)),
      update('A', 3, 2, at(7)),
      update('A', 2, 1, at(7)),
      update('A', 4, 3, at(7))
    ]);
    const again = await landText(home, 'longer.csv', longer, { mapping: meaning, now: day(1) });
    expect(again.rows).toEqual({ in: 5, loaded: 2, merged: 3, rejected: 0 });
  });

  it('numbers rows before an expression over other rows of the record can mix them', async () => {
    const home = newHome();
    const meaning = plainMeaning();
    const overRows = plainMeaning('incident', {
      compile: async (connection, names) => {
        const compiled = await meaning.compile(connection, names);
        const columns = compiled.columns.map(({ name, expression }) =>
          name === 'opened_at' ? { name, expression: `min(${expression}) OVER (PARTITION BY c0)` } : { name, expression }
        );
        return { ...compiled, columns };
      }
    });
    const lines = [
      'B,2026-01-02 00:00:00+00',
      'A,2026-01-03 00:00:00+00',
      'B,2026-01-01 00:00:00+00',
      'C,never',
      'A,2026-01-04 00:00:00+00'
    ];
    const report = await landText(home, 'a.csv', `record_id,opened_at\n${lines.join('\n')}\n`, { mapping: overRows });
    expect(report.firstRejections).toMatchObject([{ line: 5, raw: 'C,never' }]);
    expect(await landedRows(home, report.loadId, 'record_id, opened_at::DATE::VARCHAR AS day')).toEqual([
      { record_id: 'B', day: '2026-01-01' },
      { record_id: 'A', day: '2026-01-03' }
    ]);
    expect(report.rows).toEqual({ in: 5, loaded: 2, merged: 2, rejected: 1 });
  });
});

describe('a large delivery', () => {
  it('is counted in a thread of its own, and its rejections are found again deep in the file', async () => {
    const home = newHome();
    const filling = 'ä'.repeat(220);
    const isBad = (number: number) => number % 3001 === 3000;
    const lines = Array.from({ length: 20_000 }, (_, index) =>
      isBad(index) ? `INC${index},never,1,2026-01-01 09:00:00+00,3,"bad ${index}"` : row(index, `\n${filling}`)
    );
    lines[7777] = 'INC7777,ragged';
    const report = await landText(home, 'a.csv', csv(lines));
    expect(report.rows).toEqual({ in: 20_000, loaded: 19_993, merged: 0, rejected: 7 });
    const before = (number: number) => 2 + lines.slice(0, number).join('\n').split('\n').length;
    const bad = [...[...lines.keys()].filter(isBad), 7777].sort((a, b) => a - b);
    expect((await rejectedRows(home, report.loadId)).map(({ line, raw }) => [line, raw])).toEqual(
      bad.map((number) => [before(number), lines[number]])
    );
    const kept = lines.filter((_, index) => !bad.includes(index)).map((line) => line.split(',')[0]);
    expect((await landedRows(home, report.loadId, 'record_id')).map(({ record_id }) => record_id)).toEqual(kept);
  });
});

describe('what stands between loads', () => {
  it('lets two landings at once take turns', async () => {
    const home = newHome();
    const [a, b] = await Promise.all([landText(home, 'a.csv', csv(rows(20))), landText(home, 'b.csv', csv(rows(30)))]);
    expect([a.rows.loaded + b.rows.loaded, a.rows.merged + b.rows.merged]).toEqual([30, 20]);
    expect(loads(home)).toHaveLength(2);
  });

  it('clears what a killed landing left', async () => {
    const home = newHome();
    mkdirSync(join(home.landing, '.incoming-999999'), { recursive: true });
    writeFileSync(join(home.landing, '.incoming-999999', 'incident.parquet'), 'half');
    mkdirSync(join(home.scratch, 'landing-999999'), { recursive: true });
    writeFileSync(join(home.scratch, 'retry-999999-x.csv'), 'half');
    await landText(home, 'a.csv', csv(rows(1)));
    expect(leftovers(home)).toEqual([]);
  });

  it('refuses a file that grows while it is read', async () => {
    const home = newHome();
    const path = deliver(home, 'a.csv', csv(rows(20)));
    const grow = plainMeaning('incident', {
      compile: async (connection, names) => {
        appendFileSync(path, `${row(21)}\n`);
        return plainMeaning().compile(connection, names);
      }
    });
    const report = await landFile({ home, path, mapping: grow, now });
    expect(report.deliveries[0]).toMatchObject({
      outcome: 'refused',
      refusal: 'a.csv: the file changed while it was read. Load it again when it has been written to its end; nothing was loaded.'
    });
    expect([...loads(home), ...leftovers(home)]).toEqual([]);
  });

  it('leaves nothing when the engine fails', async () => {
    const home = newHome();
    const broken = plainMeaning('incident', { compile: async () => Promise.reject(new Error('No space left on device')) });
    await expect(landFile({ home, path: deliver(home, 'a.csv', csv(rows(2))), mapping: broken, now })).rejects.toThrow('No space left');
    expect([...loads(home), ...leftovers(home)]).toEqual([]);
  });

  it('reads names with spaces and pattern characters as they are', async () => {
    const home = newHome();
    deliver(home, 'ab.csv', csv(rows(1)));
    for (const [index, name] of ['a*.csv', 'a[b].csv', 'a?.csv', "it's (1) {x}.csv"].entries()) {
      const report = await landText(home, name, csv(rows(1, 100 + index)));
      expect(await landedRows(home, report.loadId, 'record_id')).toEqual([{ record_id: `INC${100 + index}` }]);
    }
    expect(readdirSync(home.inbox)).toHaveLength(5);
  });
});

describe('the ledger of landings by hand', () => {
  it('tells of every one, also of bytes that had landed already', async () => {
    const home = newHome();
    const path = deliver(home, 'a.csv', csv(rows(2)));
    for (const number of [1, 2]) await landRecorded({ home, path, mapping: plainMeaning(), now: () => day(number) });
    const register = openRegister(home);
    const runs = listRuns(register).map(({ job, state, summary }) => [
      job,
      state,
      (summary as { deliveries: { outcome: string }[] }).deliveries[0]!.outcome
    ]);
    register.close();
    expect(runs).toEqual([
      ['land:a.csv', 'done', 'already landed'],
      ['land:a.csv', 'done', 'landed']
    ]);
  });
});

describe('any content', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', '漢', ',', ';', '"', '\n', '\r', '\r\n', ' ', '\t', '|', "'", '\\', '0'),
    maxLength: 8
  });
  const quoteAll = (value: string) => `"${value.replaceAll('"', '""')}"`;
  const quoteSome = (value: string) => (/[",\n\r;|\t]/.test(value) ? quoteAll(value) : value);

  it('comes back exact and adds up', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ title: cell, description: cell, category: cell, isRagged: fc.boolean(), isQuoted: fc.boolean() }), {
          minLength: 1,
          maxLength: 12
        }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        async (records, newline, hasLast) => {
          const home = newHome();
          const lines = records.map(({ title, description, category, isRagged, isQuoted }, index) => {
            const quote = isQuoted ? quoteAll : quoteSome;
            return `INC${index},2026-01-01 09:00:00+00,${[title, description, category].map(quote).join(',')}${isRagged && index > 3 ? ',more' : ''}`;
          });
          const content = ['record_id,opened_at,title,description,category', ...lines].join(newline) + (hasLast ? newline : '');
          const report = await landText(home, 'a.csv', content);
          const ragged = records.filter(({ isRagged }, index) => isRagged && index > 3);
          if (records.length > 3 && ragged.length > records.length / 2) {
            expect(report.outcome).toBe('refused');
            return;
          }
          expect(report.rows).toEqual({ in: records.length, loaded: records.length - ragged.length, merged: 0, rejected: ragged.length });
          const kept = records.filter((record) => !ragged.includes(record));
          const landed = await landedRows(home, report.loadId, 'title, description, category');
          expect(landed).toEqual(
            kept.map(({ title, description, category }) => ({
              title: title || null,
              description: description || null,
              category: category || null
            }))
          );
          if (ragged.length > 0)
            expect((await rejectedRows(home, report.loadId)).map(({ raw }) => raw)).toEqual(
              lines.filter((_, index) => ragged.includes(records[index]!))
            );
        }
      ),
      { numRuns: 12 }
    );
  });
});
