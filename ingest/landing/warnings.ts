import type { Connection } from '#warehouse/connection.ts';
import type { Manifest } from '#warehouse/manifest.ts';
import type { CompiledMapping } from '../compile-mapping.ts';
import type { Dialect } from '../readers/dialect.ts';
import type { Scan } from '../readers/scan-file.ts';
import type { RowCounts } from './report.ts';

const spreadsheetLimits = [65_535, 65_536, 1_048_575, 1_048_576];
const text = (count: number): string => count.toLocaleString('en');

/** Things about the file that reject nothing and are worth a look. */
export function fileWarnings(scan: Scan, { header }: Dialect, beginsWith: readonly Manifest[]): string[] {
  const { lf, crlf, cr } = scan.lines;
  const repeated = [...new Set(header.filter((name, index) => name !== '' && header.indexOf(name) !== index))];
  const unnamed = header.filter((name) => name === '').length;
  const last = scan.misshapen.at(-1);
  const isCut = scan.endsOpen && last?.record === scan.records - 1;
  return [
    ...(isExportLimit(scan.records)
      ? [`exactly ${text(scan.records)} rows: exports stop at round numbers, so check that nothing is missing`]
      : []),
    ...beginsWith.map(
      (manifest) => `begins with the whole of ${manifest.file} (load ${manifest.loadId}): a longer delivery of the same export`
    ),
    ...(isCut ? ['the last row is not whole and has no line end: the file was probably cut'] : []),
    ...(scan.endsOpen && !isCut ? ['the last line has no line end: if the file was cut there, its last value is short'] : []),
    ...([lf, crlf, cr].filter((count) => count > 0).length > 1
      ? [`mixed line ends (${text(lf)} LF, ${text(crlf)} CRLF${cr > 0 ? `, ${text(cr)} CR` : ''}): all are read as line ends`]
      : []),
    ...(scan.irregularQuotes > 0
      ? [
          `${text(scan.irregularQuotes)} quotes stand where CSV has none, first in line ${text(scan.firstIrregularLine)}: they are kept as text`
        ]
      : []),
    ...(scan.looseReturns > 0 ? [`${text(scan.looseReturns)} carriage returns outside quotes are kept as text`] : []),
    ...(scan.strayMarks > 0
      ? [`${text(scan.strayMarks)} byte order marks inside the file were left out: several exports were joined`]
      : []),
    ...(scan.blankLines > 0 ? [`${text(scan.blankLines)} blank lines were passed over`] : []),
    ...(repeated.length > 0 ? [`the header names ${repeated.map((name) => `"${name}"`).join(', ')} more than once`] : []),
    ...(unnamed > 0 ? [`${text(unnamed)} columns have no name`] : [])
  ];
}

const isExportLimit = (records: number): boolean => (records >= 1000 && records % 1000 === 0) || spreadsheetLimits.includes(records);

/** Counts what the mapping wants told about the cells of this delivery. */
export async function cellWarnings(connection: Connection, { notices, source }: CompiledMapping): Promise<string[]> {
  if (notices.length === 0) return [];
  const counts = notices.map(({ condition }, index) => `count_if(${condition})::BIGINT AS n${index}`);
  const row = await connection.one<Record<string, number>>(`SELECT ${counts.join(', ')} FROM ${source}`);
  return notices.flatMap(({ column, message }, index) => {
    const count = row![`n${index}`]!;
    return count > 0 ? [`${column}: ${message} (${text(count)} rows)`] : [];
  });
}

export function countWarnings({ in: all, loaded, merged, rejected }: RowCounts): string[] {
  if (rejected === all)
    return [`none of the ${text(all)} rows could be read with this mapping: correct it and load the rejected rows again`];
  if (loaded === 0 && merged > 0) return ['nothing new: every readable row was known already'];
  return [];
}
