import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contract, states, type Column } from '#warehouse/contract.ts';
import type { Condition, Scalar } from '#warehouse/service-levels/condition.ts';
import { canHold, constantPart, implies, satisfy } from '#warehouse/service-levels/satisfiable.ts';

const columns = contract.incident;
const instants = ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:01.000Z', '2026-01-01T00:00:02.000Z'];
/** Small enough to try every record, rich enough that a value beyond all named ones is among them. */
const domains: Record<string, readonly (Scalar | null)[]> = {
  state: [...states, null],
  priority: [1, 2, 3, 4, 5, null],
  is_major: [true, false, null],
  team: ['Network', 'Net', 'Desk', 'something else', null],
  reassignment_count: [0, 1, 2, 3, 4, 5, null],
  resolved_at: [
    '2025-12-31T23:59:59.000Z',
    ...instants,
    '2026-01-01T00:00:00.500Z',
    '2026-01-01T00:00:01.500Z',
    '2026-01-01T00:00:03.000Z',
    null
  ]
};
type Row = Record<string, Scalar | null>;

const valuesOf: Record<string, fc.Arbitrary<Scalar | null>> = {
  state: fc.constantFrom(...states, null),
  priority: fc.constantFrom(1, 2, 3, 4, 5, null),
  is_major: fc.constantFrom(true, false, null),
  team: fc.constantFrom('Network', 'Net', 'Desk', null),
  reassignment_count: fc.constantFrom(1, 2, 3, null)
};
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  ...Object.entries(valuesOf).map(([column, value]) =>
    fc.uniqueArray(value, { minLength: 1, maxLength: 4 }).map((values): Condition => ({ kind: 'in', column, values }))
  ),
  ranges('priority', fc.integer({ min: 1, max: 5 })),
  ranges('reassignment_count', fc.constantFrom(1, 2, 2.5, 3)),
  ranges('resolved_at', fc.constantFrom(...instants)),
  fc
    .tuple(fc.constantFrom('contains', 'starts_with'), fc.constantFrom('net', 'NETWORK', 'es'))
    .map(([match, text]): Condition => ({ kind: 'text', column: 'team', match: match as 'contains', text }))
);
function ranges(column: string, bound: fc.Arbitrary<number | string>): fc.Arbitrary<Condition> {
  return fc
    .tuple(fc.option(bound, { nil: undefined }), fc.option(bound, { nil: undefined }))
    .map(([from, to]) => ({ kind: 'range', column, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }));
}
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('condition'), { maxLength: 3 }).map((conditions): Condition => ({ kind: 'all', conditions })),
    fc.array(tie('condition'), { maxLength: 3 }).map((conditions): Condition => ({ kind: 'any', conditions })),
    tie('condition').map((inner): Condition => ({ kind: 'not', condition: inner }))
  )
}));

/** The meaning of a condition, written anew from docs/service-levels.md. */
function holds(it: Condition, row: Row): boolean {
  if (it.kind === 'all') return it.conditions.every((each) => holds(each, row));
  if (it.kind === 'any') return it.conditions.some((each) => holds(each, row));
  if (it.kind === 'not') return !holds(it.condition, row);
  if (it.kind === 'changed' || it.kind === 'replied') throw new Error('no condition of a stretch');
  const value = row[it.column] ?? null;
  if (it.kind === 'in') return it.values.some((each) => each === value);
  if (value === null) return false;
  if (it.kind === 'text') {
    const at = String(value).toUpperCase().indexOf(it.text.toUpperCase());
    return it.match === 'contains' ? at >= 0 : at === 0;
  }
  return !(it.from !== undefined && value < it.from) && !(it.to !== undefined && value > it.to);
}

function mentioned(it: Condition): string[] {
  if (it.kind === 'all' || it.kind === 'any') return it.conditions.flatMap(mentioned);
  if (it.kind === 'not') return mentioned(it.condition);
  return 'column' in it ? [it.column] : [];
}

function everyRow(names: readonly string[]): Row[] {
  return [...new Set(names)].reduce<Row[]>(
    (rows, name) => rows.flatMap((row) => (domains[name] ?? []).map((value) => ({ ...row, [name]: value }))),
    [{}]
  );
}

describe('whether conditions can hold together', () => {
  test('agrees with trying every record of a small world', () => {
    fc.assert(
      fc.property(condition, (it) => {
        const found = satisfy([it], columns);
        const isMet = everyRow(mentioned(it)).some((row) => holds(it, row));
        if (isMet) expect(found.answer).not.toBe('never');
        if (found.answer === 'yes') {
          const row = Object.fromEntries(mentioned(it).map((name) => [name, null as Scalar | null]));
          const free = mentioned(it).filter((name) => !found.witness.has(name));
          expect(everyRow(free).every((rest) => holds(it, { ...row, ...rest, ...Object.fromEntries(found.witness) }))).toBe(true);
        }
        if (!isMet && !mentioned(it).includes('team')) expect(found.answer).toBe('never');
      }),
      { numRuns: 3000 }
    );
  });
  test('what is implied is implied in every record', () => {
    fc.assert(
      fc.property(condition, condition, (one, other) => {
        if (!implies(columns, [one], other)) return;
        for (const row of everyRow([...mentioned(one), ...mentioned(other)])) expect(!holds(one, row) || holds(other, row)).toBe(true);
      }),
      { numRuns: 1000 }
    );
  });
  test('the part about columns that stay is never stronger than the whole', () => {
    fc.assert(
      fc.property(condition, (it) => {
        const part = constantPart(it) as Condition;
        expect(mentioned(part).filter((name) => ['state', 'priority', 'team'].includes(name))).toEqual([]);
        for (const row of everyRow(mentioned(it))) expect(!holds(it, row) || holds(part, row)).toBe(true);
      }),
      { numRuns: 500 }
    );
  });
  test.each<[string, boolean, Condition[]]>([
    ['two beginnings of one text', false, [text('starts_with', 'Net'), text('starts_with', 'Desk')]],
    ['one beginning within the other', true, [text('starts_with', 'Net'), text('starts_with', 'NETWORK')]],
    ['a part wanted and refused', false, [text('contains', 'router'), { kind: 'not', condition: text('contains', 'ROUT') }]],
    ['a value that has not the part', false, [text('contains', 'x'), { kind: 'in', column: 'team', values: ['Network'] }]],
    ['a column that must be there', false, [{ kind: 'in', column: 'opened_at', values: [null] }]],
    ['one change, wanted and refused', false, [changed, { kind: 'not', condition: changed }]],
    ['a column that the type lacks: nothing is known', true, [{ kind: 'in', column: 'nowhere', values: ['x'] }]]
  ])('%s', (_name, expected, conditions) => expect(canHold(columns, ...conditions)).toBe(expected));
  test('thousands of cases end in doubt, not in an hour', () => {
    const pair = (name: number): Condition => ({
      kind: 'any',
      conditions: ['a', 'b', 'c'].map((value): Condition => ({ kind: 'in', column: `c${name}`, values: [value] }))
    });
    const many = Array.from({ length: 30 }, (_, index) => pair(index));
    const none: Condition = {
      kind: 'any',
      conditions: [text('contains', 'a'), text('contains', 'b')].map((it) => ({
        kind: 'all',
        conditions: [it, { kind: 'not', condition: it }]
      }))
    };
    expect(satisfy(many, [] as Column[]).answer).toBe('yes');
    expect(['unknown', 'never']).toContain(satisfy([...many, none], columns).answer);
  });
});

function text(match: 'contains' | 'starts_with', words: string): Condition {
  return { kind: 'text', column: 'team', match, text: words };
}
const changed: Condition = { kind: 'changed', columns: ['team'] };
