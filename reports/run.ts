import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { answer } from '#warehouse/query/answer.ts';
import { answerSource } from '#warehouse/query/export/answer-source.ts';
import { exported } from '#warehouse/query/export/export.ts';
import type { ExportSource } from '#warehouse/query/export/source.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { catalogue } from '#warehouse/metrics/catalogue.ts';
import { findMeasure } from '#warehouse/metrics/percentile.ts';
import type { Register } from '#warehouse/register/register.ts';
import { archiveEdition, type Archived } from './archive.ts';
import { reportNamed } from './definitions/index.ts';
import { lastComplete, parsePeriod } from './period.ts';
import { reportFigures } from './render/csv.ts';
import { reportHtml } from './render/html.ts';
import { digestOf, noRemarks, remarksOn } from './remarks.ts';
import { formats, type Format, type Knowledge, type Remarks, type ResolvedReport } from './report.ts';
import { resolveReport, type Sources } from './resolve.ts';

export interface ReportOrder {
  reader: Reader;
  /** Folder of the archive. */
  archive: string;
  name: string;
  /** Default: the last period that had ended at the data instant. */
  period?: string;
  formats?: readonly Format[];
  /** Copies of the files for somebody else. */
  out?: string;
  /** What people said, of whatever period; absent means nothing. */
  register?: Register;
  /** Words written after this instant are left out: what was not said yet then. */
  knownAt?: Date;
  /** Where people reach the product; figures open their receipts there. */
  address?: string;
}

type Files = Record<string, string | Uint8Array>;

const files: Record<Format, (report: ResolvedReport, reader: Reader) => Promise<Files> | Files> = {
  html: (report) => ({ 'report.html': reportHtml(report) }),
  csv: csvFiles
};

/** Every figure in one file, and the answer of each section as pages, API and command line write it, byte for byte. */
async function csvFiles(report: ResolvedReport, reader: Reader): Promise<Files> {
  const csv = async (source: ExportSource): Promise<Uint8Array> => Buffer.concat(await Array.fromAsync(exported(reader, source, 'csv')));
  const made: Files = { 'report.csv': await csv(reportFigures(report)) };
  for (const { name, query } of report.sections) made[`${name}.csv`] = await csv(answerSource(reader, query));
  return made;
}

/**
 * Makes a report from the published warehouse and keeps it in the archive. Nothing but the warehouse and the definition enters
 * it, so that the same order over the same knowledge gives the same bytes.
 * @throws on an unknown name, a period in another shape, or an archive that holds other bytes for the same knowledge
 */
export async function runReport(order: ReportOrder): Promise<Archived> {
  const definition = reportNamed(order.name);
  const told = knowledgeOf(order.reader);
  const asOf = localDate(told);
  const period = order.period ? parsePeriod(order.period, definition.grain, asOf) : lastComplete(definition.grain, asOf);
  const remarks = order.register ? remarksOn(order.register, period, order.knownAt) : noRemarks;
  const sources = sourcesOf(order.reader, { ...told, ...(order.address ? { address: order.address } : {}) }, remarks);
  const report = await resolveReport(definition, period, sources);
  const contents: Files = {};
  for (const format of order.formats ?? formats) Object.assign(contents, await files[format](report, order.reader));
  const about = { report: definition.name, version: definition.version, period: period.name, knowledge: sources.knowledge };
  const archived = archiveEdition(order.archive, about, contents);
  if (order.out) copyFiles(archived, order.out);
  return archived;
}

const knowledgeOf = ({ build }: Reader): Knowledge => ({
  organisation: build.organisation,
  zone: build.zone,
  buildId: build.buildId,
  asOf: build.asOf.toISOString(),
  knownAt: build.knownAt.toISOString(),
  definitionsSha256: build.definitionsSha256
});

const sourcesOf = (reader: Reader, told: Knowledge, remarks: Remarks): Sources => {
  const remarksSha256 = digestOf(remarks);
  return {
    knowledge: { ...told, ...(remarksSha256 ? { remarksSha256 } : {}) },
    remarks,
    ask: (query) => answer(reader, query),
    explain: (name) => findMeasure(name, catalogue)
  };
};

const localDate = ({ asOf, zone }: Knowledge): string => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(asOf));

function copyFiles({ folder, edition }: Archived, out: string): void {
  mkdirSync(out, { recursive: true });
  for (const { name } of edition.files) copyFileSync(join(folder, name), join(out, `${edition.report}-${edition.period}-${name}`));
}
