import { describe, expect, it } from 'vitest';
import { retryRejections } from '#ingest/retry.ts';
import { landedRows, landText, loads, manifestOf, newHome, now, plainMeaning, rejectedRows } from './fixture.ts';

const later = new Date('2026-04-01T00:00:00Z');
const at = '2026-01-01 09:00:00+00';
const good = 'INC1,2026-01-01 09:00:00+00,fine';
const german = 'INC2,01.02.2026 09:00,"two\nlines; ""quoted"""';
const content = `record_id,opened_at,title\n${good}\n${german}\nINC3,never,x\nINC4,a,b,c\nINC5,${at},"cut`;

/** Reads what the plain mapping reads, and German dates. */
const corrected = plainMeaning('incident', {
  version: 2,
  sha256: 'b'.repeat(64),
  compile: async (connection, header) => {
    const plain = await plainMeaning().compile(connection, header);
    const read = "coalesce(TRY_CAST(c1 AS TIMESTAMPTZ), timezone('UTC', try_strptime(c1, '%d.%m.%Y %H:%M')))";
    const columns = plain.columns.map((column) => (column.name === 'opened_at' ? { ...column, expression: read } : column));
    return {
      ...plain,
      columns,
      rejection: `CASE WHEN ${read} IS NULL THEN {'column_name': 'opened_at', 'value': c1, 'reason': 'unreadable'} END`
    };
  }
});

describe('loading rejected rows again', () => {
  it('loads what the corrected mapping can read, and keeps the lines of the file', async () => {
    const home = newHome();
    const first = await landText(home, 'a.csv', content);
    expect(first.rows).toEqual({ in: 5, loaded: 1, merged: 0, rejected: 4 });
    const { deliveries } = await retryRejections({ home, loadId: first.loadId!, mapping: corrected, now: later });
    expect(deliveries[0]).toMatchObject({
      outcome: 'landed',
      file: 'a.csv (rejected rows)',
      rows: { in: 4, loaded: 1, merged: 0, rejected: 3 }
    });
    const { loadId } = deliveries[0]!;
    expect(await landedRows(home, loadId, 'record_id, opened_at, title')).toEqual([
      { record_id: 'INC2', opened_at: new Date('2026-02-01T09:00:00Z'), title: 'two\nlines; "quoted"' }
    ]);
    expect((await rejectedRows(home, loadId)).map((row) => [row.line, row.reason])).toEqual([
      [5, 'unreadable'],
      [6, 'the row has 4 cells, the header 3'],
      [7, 'the file ends inside a quoted cell of this row: it was cut, or a quote is not closed']
    ]);
    expect(manifestOf(home, loadId)).toMatchObject({ feed: 'manual', mapping: { version: 2 }, knownAt: later.toISOString() });
  });

  it('changes nothing the second time, or when the mapping mends nothing', async () => {
    const home = newHome();
    const first = await landText(home, 'a.csv', content);
    const same = await retryRejections({ home, loadId: first.loadId!, mapping: plainMeaning(), now: later });
    expect(same.deliveries[0]!.refusal).toMatch(
      /^a\.csv \(rejected rows\), line 3, column "opened_at": the mapping test\/incident \(version 1\) rejects all of these rows again/
    );
    await retryRejections({ home, loadId: first.loadId!, mapping: corrected, now: later });
    const again = await retryRejections({ home, loadId: first.loadId!, mapping: corrected, now: later });
    expect(again.deliveries[0]!.outcome).toBe('already landed');
    expect(loads(home)).toHaveLength(2);
  });

  it('says what it cannot do', async () => {
    const home = newHome();
    const { loadId } = await landText(home, 'a.csv', `record_id,opened_at,title\n${good}\n`);
    await expect(retryRejections({ home, loadId: 'x', mapping: corrected, now })).rejects.toThrow('no load x');
    await expect(retryRejections({ home, loadId: loadId!, mapping: corrected, now })).rejects.toThrow('has no rejected rows');
  });
});
