import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parseDocument } from 'yaml';
import type { Home } from '#warehouse/home.ts';
import { reportDefinitions } from './definitions/index.ts';
import { formats, type Format } from './report.ts';

/** A report that runs by itself: after each slot, for the last period that had ended. */
export interface ReportJob {
  name: string;
  /** node-cron pattern, in the reporting zone. */
  schedule: string;
  formats: readonly Format[];
}

const names = reportDefinitions.map((definition) => definition.name);
const file = v.strictObject({
  reports: v.array(
    v.strictObject({
      name: v.picklist(names, `a report is one of ${names.join(', ')}`),
      schedule: v.pipe(v.string(), v.regex(/^\S+(\s+\S+){4,5}$/, 'a schedule has five fields, such as "0 6 1 * *"')),
      formats: v.optional(v.pipe(v.array(v.picklist(formats)), v.minLength(1)), [...formats])
    })
  )
});

/**
 * Reads `definitions/reports.yaml`; a missing file means that no report is scheduled.
 * @throws naming the file, the path inside it and what is wrong
 */
export function readReportJobs(home: Home): ReportJob[] {
  const path = join(home.definitions, 'reports.yaml');
  if (!existsSync(path)) return [];
  const document = parseDocument(readFileSync(path, 'utf8'));
  const [broken] = document.errors;
  if (broken) throw new Error(`definitions/reports.yaml: ${broken.message}`);
  const read = v.safeParse(file, document.toJS());
  if (read.success) return read.output.reports;
  const [issue] = read.issues;
  throw new Error(`definitions/reports.yaml, ${v.getDotPath(issue) ?? 'top level'}: ${issue.message}`);
}

const addressShape = v.looseObject({
  address: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^https?:\/\/[\w.:[\]/-]*[\w\]]$/, 'an address is like https://plimsoll.example, without a slash at its end')
    )
  )
});

/**
 * Where people reach the product, `address` of `plimsoll.yaml`: figures of a report open their receipts there. Without it they are plain
 * text. @throws naming the file and what is wrong
 */
export function readAddress(home: Home): string | undefined {
  if (!existsSync(home.config)) return undefined;
  const read = v.safeParse(addressShape, parseDocument(readFileSync(home.config, 'utf8')).toJS() ?? {});
  if (read.success) return read.output.address;
  throw new Error(`plimsoll.yaml, address: ${read.issues[0].message}`);
}
