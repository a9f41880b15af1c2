import { open } from 'node:fs/promises';
import { identifier, literal } from '../connection.ts';
import type { Flip } from '../service-levels/what-if/listing.ts';
import type { ExportSource } from './export/source.ts';

const columns = {
  agreement: 'VARCHAR',
  target: 'VARCHAR',
  record_type: 'VARCHAR',
  record_id: 'VARCHAR',
  cycle: 'BIGINT',
  priority: 'BIGINT',
  from: 'VARCHAR',
  to: 'VARCHAR',
  elapsed_before: 'BIGINT',
  elapsed_after: 'BIGINT',
  goal_before: 'BIGINT',
  goal_after: 'BIGINT',
  left_after: 'BIGINT',
  reason: 'VARCHAR',
  why: 'VARCHAR'
} as const satisfies Record<keyof Flip, string>;

/** Keeps flips in a file, one JSON object per line, as they come. @param seen called with each part of them */
export async function keepFlips(path: string, flips: AsyncIterable<Flip[]>, seen?: (some: Flip[]) => void): Promise<void> {
  const file = await open(path, 'w');
  try {
    for await (const some of flips) {
      seen?.(some);
      await file.write(some.map((flip) => `${JSON.stringify(flip)}\n`).join(''));
    }
  } finally {
    await file.close();
  }
}

/** Flips that are kept in a file as something that can be exported; durations are seconds. @param path of ours, never a user's */
export function flipsSource(path: string, proposal: string): ExportSource {
  const types = Object.entries(columns).map(([name, type]) => `${identifier(name)}: '${type}'`);
  return {
    name: 'verdict-changes',
    statement: () => ({
      sql: `SELECT * FROM read_json(${literal(path)}, format = 'newline_delimited', columns = {${types.join(', ')}})`,
      values: []
    }),
    question: () => ({
      words: `Clocks that get another verdict under the proposal ${proposal}`,
      address: `/api/definition-changes?${new URLSearchParams({ proposal })}`,
      definitions: [],
      grain: 'clock',
      columns: Object.keys(columns)
        .filter((name) => /_(before|after)$/.test(name))
        .map((name) => ({ name, unit: 'seconds' }))
    })
  };
}
