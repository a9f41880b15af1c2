import { agreeing } from './checksum.ts';
import { csvCells, csvHeader, csvLine } from './csv-cells.ts';
import type { ExportJob } from './job.ts';
import { jsonLine } from './json-line.ts';
import { closed } from './manifest.ts';

const encoder = new TextEncoder();
const comma = encoder.encode(',');
const lineFeed = 10;

/** CSV (RFC 4180, UTF-8, CRLF, formula-safe). An empty text is `""`, nothing is nothing. */
export async function* writeCsv(job: ExportJob): AsyncGenerator<Uint8Array> {
  const { columns } = job.rows;
  const cells = csvCells(job.rows.sql, columns);
  if (job.bom) yield Uint8Array.of(0xef, 0xbb, 0xbf);
  if (job.hasPipe) return yield* job.copied(cells, `FORMAT csv, HEADER, NEW_LINE '\\r\\n'`);
  yield encoder.encode(csvHeader(columns));
  yield* job.lines(csvLine(columns), cells);
}

/** One JSON object per line. */
export async function* writeNdjson(job: ExportJob): AsyncGenerator<Uint8Array> {
  yield* job.lines(jsonLine(job.rows.columns));
}

/** One JSON document: columns, rows, and the manifest last, since it holds their count and checksum. */
export async function* writeJson(job: ExportJob): AsyncGenerator<Uint8Array> {
  yield encoder.encode(`{"columns":${JSON.stringify(job.manifest.columns)},\n"rows":[\n`);
  const tally = { rows: 0 };
  yield* members(job.lines(jsonLine(job.rows.columns)), tally);
  yield encoder.encode(`],\n"manifest":${JSON.stringify(closed(job.manifest, agreeing(await job.contents(), tally.rows)))}}\n`);
}

/** Lines as members of an array: a comma before each but the first. */
async function* members(lines: AsyncIterable<Uint8Array>, tally: { rows: number }): AsyncGenerator<Uint8Array> {
  let isStart = true;
  for await (const bytes of lines) {
    const parts: Uint8Array[] = [];
    for (let from = 0, to = 0; from < bytes.length; from = to) {
      if (isStart && tally.rows > 0) parts.push(comma);
      const end = bytes.indexOf(lineFeed, from);
      isStart = end >= 0;
      if (isStart) tally.rows++;
      to = isStart ? end + 1 : bytes.length;
      parts.push(bytes.subarray(from, to));
    }
    yield Buffer.concat(parts);
  }
}
