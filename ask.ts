import { once } from 'node:events';
import { listEditions } from '#reports/archive.ts';
import { receiptWords } from '#dashboard/boards/receipt-words.ts';
import { readAddress } from '#reports/config.ts';
import { reportDefinitions } from '#reports/definitions/index.ts';
import { runReport } from '#reports/run.ts';
import { openRegister } from '#warehouse/register/register.ts';
import { catalogue } from '#warehouse/metrics/catalogue.ts';
import { answer } from '#warehouse/query/answer.ts';
import { answerSource } from '#warehouse/query/export/answer-source.ts';
import { exported } from '#warehouse/query/export/export.ts';
import { recordsSource } from '#warehouse/query/export/records-source.ts';
import { negotiate } from '#warehouse/query/negotiate.ts';
import { parseParams } from '#warehouse/query/params.ts';
import type { Query } from '#warehouse/query/query.ts';
import { makeKnown } from './commands.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { receipt } from '#warehouse/query/receipt.ts';
import { records } from '#warehouse/query/records.ts';
import { UsageError, withReader, type Setting } from './setting.ts';

export interface QueryOptions {
  measures?: string[];
  by?: string[];
  grain?: string;
  period?: string;
  filter?: string[];
  compare?: string;
  totals?: string[];
  top?: string;
  zone?: string;
  asKnownOn?: string;
  sort?: string;
  limit?: number;
  format?: string;
  knownAt?: string;
  list?: boolean;
  receipt?: boolean;
  records?: boolean;
}

/** The words of the command line are those of the API: one parser reads both. */
function queryOf(options: QueryOptions): Query {
  const params = new URLSearchParams();
  const set = (name: string, value: string | undefined): void => void (value && params.set(name, value));
  set('measures', options.measures?.join(','));
  set('by', options.by?.join(','));
  for (const name of ['grain', 'period', 'compare', 'top', 'sort', 'zone', 'asKnownOn'] as const) set(name, options[name]);
  set('limit', options.limit?.toString());
  for (const filter of options.filter ?? []) params.append('filter', filter);
  for (const kept of options.totals ?? []) params.append('totals', kept);
  return parseParams(params);
}

export async function queryCommand(setting: Setting, options: QueryOptions): Promise<void> {
  if (options.list) return listCatalogue(setting);
  if (!options.measures) throw new UsageError('query: name what to measure with --measures; `plimsoll query --list` shows what there is');
  const query = queryOf(options);
  if (query.asKnownOn) await makeKnown(setting, query.asKnownOn);
  await withReader(setting, options.knownAt, async (reader) => {
    if (options.receipt) await printReceipts(setting, reader, query);
    else if (options.records) await printRecords(setting, reader, query, options);
    else if (options.format) {
      const format = negotiate(options.format, null);
      for await (const part of exported(reader, answerSource(reader, query), format)) await write(part);
    } else {
      const { rows, build, unavailable } = await answer(reader, query);
      setting.terminal.print(rows);
      for (const [name, reason] of Object.entries(unavailable)) setting.terminal.warn(`${name}: ${reason}`);
      setting.terminal.say(`data to ${build.asOf}, ${build.zone}, build ${build.id}`);
    }
  });
}

/** The receipt of each measure's total under the question's period and filters. */
async function printReceipts({ terminal }: Setting, reader: Reader, query: Query): Promise<void> {
  for (const measure of query.measures) {
    const one = await receipt(reader, { query, measure });
    const { subject, figure, how, check, definition, question, knowledge } = receiptWords(one);
    terminal.print([
      { label: subject, words: figure },
      ...[...how, check].filter((words) => words !== '').map((words) => ({ label: 'How', words })),
      ...definition,
      ...question,
      ...knowledge,
      { label: 'Address', words: one.address }
    ]);
  }
}

/** Exactly the records behind the first measure's total. */
async function printRecords({ terminal }: Setting, reader: Reader, query: Query, { format, limit = 100 }: QueryOptions): Promise<void> {
  const request = { query, measure: query.measures[0]! };
  if (format) for await (const part of exported(reader, recordsSource(reader, request), negotiate(format, null))) await write(part);
  else {
    const { rows, total, grain } = await records(reader, { ...request, limit });
    terminal.print(rows);
    if (rows.length < total) terminal.say(`${rows.length} of ${total} (${grain}); --format csv gives all of them, --limit more`);
  }
}

async function write(part: Uint8Array): Promise<void> {
  if (!process.stdout.write(part)) await once(process.stdout, 'drain');
}

function listCatalogue({ terminal }: Setting): void {
  const measures = [...catalogue.measures.values()].map(({ name, label, unit, meaning }) => ({
    kind: 'measure',
    name,
    label,
    unit,
    meaning
  }));
  const dimensions = [...catalogue.dimensions.values()].map(({ name, label, type, meaning }) => ({
    kind: 'dimension',
    name,
    label,
    unit: type,
    meaning
  }));
  terminal.print([...measures, ...dimensions]);
}

export interface ReportOptions {
  period?: string;
  knownAt?: string;
  out?: string;
  list?: boolean;
}

export async function reportCommand(setting: Setting, options: ReportOptions, [name]: string[]): Promise<void> {
  if (options.list) return listReports(setting);
  if (!name) throw new UsageError(`report: name one of ${reportDefinitions.map((definition) => definition.name).join(', ')}`);
  const { period, out } = options;
  const { home, terminal } = setting;
  const knownAt = options.knownAt ? new Date(options.knownAt) : undefined;
  await withReader(setting, options.knownAt, async (reader) => {
    const register = openRegister(home);
    try {
      const address = readAddress(home);
      const order = { reader, archive: home.archive, name, period, out, register, knownAt, address };
      const { edition, folder, isUnchanged } = await runReport(order);
      terminal.print(
        edition.files.map((file) => ({ report: name, period: edition.period, file: `${folder}/${file.name}`, sha256: file.sha256 }))
      );
      terminal.say(isUnchanged ? 'the archive held the same bytes already' : `archived; data to ${edition.knowledge.asOf}`);
    } finally {
      register.close();
    }
  });
}

function listReports({ terminal, home }: Setting): void {
  const known = reportDefinitions.map(({ name, grain, version }) => ({
    report: name,
    period: `per ${grain}`,
    version,
    build: null,
    data: null
  }));
  const kept = listEditions(home.archive).map(({ report, period, version, knowledge }) => ({
    report,
    period,
    version,
    build: knowledge.buildId,
    data: knowledge.asOf
  }));
  terminal.print([...known, ...kept]);
}
