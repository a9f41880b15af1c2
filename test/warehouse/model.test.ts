import { describe, expect, it } from 'vitest';
import { orderModels, parseSqlModel, type CodeModel } from '#warehouse/model.ts';

const sql = (file: string, text: string) => parseSqlModel(file, `-- grain: one thing\n${text}`);
const code = (name: string, ...reads: string[]): CodeModel => ({ name, grain: 'one thing', reads, run: async () => undefined });

describe('models', () => {
  it('takes name, grain, references and materialisation from a file', () => {
    const model = parseSqlModel(
      'fact/clock.sql',
      "-- grain: one clock\n-- materialised: record\nSELECT * -- from dim.never\nFROM fact.history\nJOIN dim . target t ON t.x = 'mart.no'"
    );
    expect(model).toMatchObject({ name: 'fact.clock', grain: 'one clock', materialised: 'record', reads: ['dim.target', 'fact.history'] });
  });

  it('orders by reference and alphabet', () => {
    const models = [
      sql('mart/a.sql', 'SELECT * FROM fact.b'),
      sql('fact/b.sql', 'SELECT * FROM staging.c'),
      code('staging.c'),
      code('dim.z')
    ];
    expect(orderModels(models).map((model) => model.name)).toEqual(['dim.z', 'staging.c', 'fact.b', 'mart.a']);
  });

  it('lets one code model make several tables', () => {
    const clocks: CodeModel = { ...code('fact.clock'), also: [{ name: 'fact.segment', grain: 'one segment' }] };
    expect(orderModels([sql('mart/a.sql', 'SELECT * FROM fact.segment'), clocks]).map((model) => model.name)).toEqual([
      'fact.clock',
      'mart.a'
    ]);
  });

  it.each([
    ['a missing grain', () => parseSqlModel('fact/a.sql', 'SELECT 1'), 'fact/a.sql:1: the first line must be "-- grain: one row per …"'],
    ['two statements', () => sql('fact/a.sql', 'SELECT 1; DROP TABLE x'), 'fact/a.sql: a model is one statement; found ";"'],
    ['something else than a SELECT', () => sql('fact/a.sql', 'DELETE FROM fact.b'), 'fact/a.sql: a model is one SELECT (or WITH … SELECT)'],
    [
      'an unknown reference',
      () => orderModels([sql('fact/a.sql', 'SELECT *\nFROM fact.missing')]),
      'fact/a.sql:3: reads fact.missing, which no model makes'
    ],
    [
      'two makers of one table',
      () => orderModels([sql('fact/a.sql', 'SELECT 1'), code('fact.a')]),
      'model fact.a: fact.a is already made by fact/a.sql:1'
    ]
  ])('refuses %s, naming the place', (_, act, message) => {
    expect(act).toThrow(message);
  });

  it('refuses a circle, naming each step with file and line', () => {
    const models = [sql('fact/a.sql', 'SELECT *\nFROM fact.b'), sql('fact/b.sql', 'SELECT * FROM fact.a')];
    expect(() => orderModels(models)).toThrow(
      'models go round in a circle:\nfact/a.sql:3: fact.a reads fact.b\nfact/b.sql:2: fact.b reads fact.a'
    );
  });
});
