import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { catalogue, measures, partsOf } from '#warehouse/metrics/catalogue.ts';
import { processes, type Measure } from '#warehouse/metrics/measure.ts';
import type { BuildFacts } from '#warehouse/query/build.ts';
import { compile } from '#warehouse/query/compile.ts';
import { dimensionsOf } from '#warehouse/query/normalise.ts';
import { grains, type Grain } from '#warehouse/query/query.ts';
import { sources } from '#warehouse/metrics/source.ts';
import { openFixture } from './fixture.ts';
import { grainsOf, questionOf } from './questions.ts';

class Everything extends Set<string> {
  override has(): boolean {
    return true;
  }
}

/** The fixture's build as if nothing were missing: tables that it lacks have every column, those that it has also what measures need. */
function whole(facts: BuildFacts): BuildFacts {
  const columns = new Map(facts.columns);
  const add = (table: string, column?: string): void => {
    const there = columns.get(table);
    columns.set(table, there instanceof Everything || !there ? new Everything() : new Set([...there, ...(column ? [column] : [])]));
  };
  for (const { aggregate, needs } of measures.flatMap((measure) => partsOf(measure))) {
    const { table, wider = [] } = sources[aggregate.source];
    for (const join of wider) if (!columns.has(join.table)) add(join.table);
    for (const need of needs) {
      const [schema, name, column] = need.split('.');
      if (name === undefined) add(table, need);
      else add(`${schema}.${name}`, column);
    }
  }
  return { ...facts, columns, empty: new Set() };
}

const { reader } = await openFixture();
const build = whole(reader.build);

function digest(measure: Measure, grain: Grain | undefined, dimensions: readonly string[]): string {
  const hash = createHash('sha256');
  for (const dimension of [undefined, ...dimensions]) {
    const { sql, values } = compile(
      questionOf({ ...(dimension ? { dimension } : {}), ...(grain ? { grain } : {}) }, [measure.name]),
      catalogue,
      build
    );
    hash.update(`${sql}\n${JSON.stringify(values)}\n`);
  }
  return hash.digest('hex').slice(0, 8);
}

/** A statement without the steps that stand word for word in the file already. */
const folded = (sql: string, seen: Set<string>): string =>
  sql.replaceAll(/^(WITH )?(\w+) AS \(\n[^]*?\n\)/gm, (step, start: string | undefined, name: string) => {
    if (seen.has(step)) return `${start ?? ''}${name} AS (…)`;
    seen.add(step);
    return step;
  });

function told(measure: Measure, seen: Set<string>): string {
  const dimensions = dimensionsOf(measure, catalogue, build).map(({ name }) => name);
  const possible = grainsOf(measure);
  const grain = possible.includes('month') ? ('month' as const) : undefined;
  const [dimension] = dimensions;
  const question = questionOf({ ...(dimension ? { dimension } : {}), ...(grain ? { grain } : {}) }, [measure.name]);
  const { sql, values, unavailable } = compile(question, catalogue, build);
  expect({ name: measure.name, unavailable }).toEqual({ name: measure.name, unavailable: {} });
  const digests = [undefined, ...grains.filter((one) => possible.includes(one))].map(
    (one) => `${one ?? 'whole'} ${digest(measure, one, dimensions)}`
  );
  return [
    `-- ${measure.name}${grain ? ` by ${grain}` : ''}${dimension ? ` and ${dimension}` : ''}: ${JSON.stringify(values)}`,
    `${folded(sql, seen)};`,
    `-- by ${dimensions.length ? dimensions.join(', ') : 'nothing'}`,
    `-- ${digests.join(', ')}`,
    ''
  ].join('\n');
}

/**
 * One file for each process: every measure's statement, by month and its first dimension, and below it a digest of its statements by all
 * dimensions at each grain, so that no change passes unseen. `…` is a step as it stands further up. Written anew with `vitest run test/query/golden.test.ts -u`.
 */
describe('the SQL of every measure', () => {
  test.each(processes)('%s', async (process) => {
    const seen = new Set<string>();
    const statements = measures.filter((measure) => measure.process === process).map((measure) => told(measure, seen));
    await expect(statements.join('\n')).toMatchFileSnapshot(`golden/catalogue/${process}.sql`);
  });
});
