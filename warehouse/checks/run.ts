import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '../connection.ts';

export const severities = ['fatal', 'warn'] as const;
export type Severity = (typeof severities)[number];

/** A SELECT that returns offending rows. Its first line, a comment, says what must hold. */
export interface Check {
  name: string;
  severity: Severity;
  description: string;
  sql: string;
}

export interface CheckResult {
  name: string;
  severity: Severity;
  description: string;
  offendingCount: number;
  /** Up to five offending rows. */
  sample: Record<string, unknown>[];
}

/** Reads every `checks/<severity>/<name>.sql`. Only the process that builds calls this. */
export function readChecks(folder: string = import.meta.dirname): Check[] {
  return severities.flatMap((severity) =>
    readdirSync(join(folder, severity))
      .filter((file) => file.endsWith('.sql'))
      .sort()
      .map((file) => parseCheck(severity, file, readFileSync(join(folder, severity, file), 'utf8')))
  );
}

function parseCheck(severity: Severity, file: string, text: string): Check {
  const description = /^-- (.+)$/.exec(text.split('\n')[0] ?? '')?.[1];
  if (!description) throw new Error(`checks/${severity}/${file}:1: the first line must be a comment that says what must hold`);
  return { name: file.replace(/\.sql$/, ''), severity, description, sql: text.trim().replace(/;$/, '') };
}

/** Runs all checks and stores their results as `meta.check_result`, in order of severity and name. */
export async function runChecks(
  connection: Connection,
  checks: readonly Check[],
  onCheck: (index: number) => void
): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const [index, check] of checks.entries()) {
    onCheck(index);
    results.push(await runCheck(connection, check));
  }
  await connection.run(
    `CREATE OR REPLACE TABLE meta.check_result (check_name VARCHAR, severity VARCHAR, offending_count BIGINT, description VARCHAR, sample VARCHAR)`
  );
  for (const { name, severity, offendingCount, description, sample } of results)
    await connection.run('INSERT INTO meta.check_result VALUES (?, ?, ?, ?, ?)', [
      name,
      severity,
      offendingCount,
      description,
      JSON.stringify(sample)
    ]);
  return results;
}

async function runCheck(connection: Connection, { name, severity, description, sql }: Check): Promise<CheckResult> {
  try {
    const rows = await connection.all<{ total: number; sample: string }>(
      `WITH offending AS (${sql}\n)
       SELECT (SELECT count(*) FROM offending) AS total, to_json(first)::VARCHAR AS sample FROM (SELECT * FROM offending ORDER BY ALL LIMIT 5) AS first`
    );
    const sample = rows.map((row) => JSON.parse(row.sample) as Record<string, unknown>);
    return { name, severity, description, offendingCount: rows[0]?.total ?? 0, sample };
  } catch (error) {
    throw new Error(`checks/${severity}/${name}.sql: ${(error as Error).message}`, { cause: error });
  }
}

/** Thrown when a fatal check found something: nothing was published. */
export class CheckFailure extends Error {
  readonly failures: CheckResult[];

  constructor(failures: CheckResult[]) {
    const lines = failures.map(({ name, description, offendingCount, sample }) => {
      const rows = sample.map((row) => `    ${JSON.stringify(row)}`).join('\n');
      return `  ${name}: ${offendingCount} offending row(s); it must hold that ${description}\n${rows}`;
    });
    super(`Nothing was published, the last good warehouse stays: ${failures.length} fatal check(s) failed.\n${lines.join('\n')}`);
    this.name = 'CheckFailure';
    this.failures = failures;
  }
}
