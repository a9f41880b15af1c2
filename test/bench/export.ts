import { createWriteStream, rmSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { once } from 'node:events';
import { literal, openDatabase } from '#warehouse/connection.ts';
import type { Home } from '#warehouse/home.ts';
import { median, mebibytes, seconds, WrongAnswer, type Figure } from './figure.ts';
import { startServer, type Server } from './server.ts';
import type { Setting } from './setting.ts';
import { work, type Landed } from './worker.ts';

const path = '/api/records?measures=incident.opened&measure=incident.opened&period=all&format=csv';

interface Exported {
  seconds: number;
  firstByte: number;
  bytes: number;
  /** Most memory that the server held meanwhile, or undefined where the system does not tell. */
  peakBytes: number | undefined;
}

/** All incident rows with all columns as CSV over HTTP, beside the engine's COPY of the same rows to a file. */
export async function measureExport(setting: Setting, home: Home): Promise<Figure[]> {
  const { folder, isQuick, say } = setting;
  const copied = join(folder, 'copied.csv');
  const kept = join(folder, 'exported.csv');
  const ours: Exported[] = [];
  const engine: Landed[] = [];
  const server = await startServer(home);
  try {
    const first = await download(server, kept);
    for (let round = 0; round < (isQuick ? 3 : 5); round++) {
      say(`export, round ${round + 1}`);
      engine.push(await work<Landed>('copy', { home: home.root, to: copied }));
      ours.push(await download(server));
    }
    const rows = await countRows(kept);
    const expected = engine[0]!.rows;
    if (rows !== expected || ours.some(({ bytes }) => bytes !== first.bytes))
      throw new WrongAnswer(`export: ${rows} rows of ${expected}, or exports that differ in length`);
    const time = median(ours.map((run) => run.seconds));
    const copy = median(engine.map((run) => run.seconds));
    const figures: Figure[] = [
      {
        part: 'export',
        what: "rows a second ÷ the engine's COPY",
        value: copy / time,
        unit: '×',
        goal: { atLeast: 0.5 },
        from: `${seconds(copy)} ÷ ${seconds(time)}; ${rows.toLocaleString('en')} rows, ${mebibytes(first.bytes)}`
      },
      {
        part: 'export',
        what: 'first byte',
        value: median(ours.map((run) => run.firstByte)),
        unit: 'ms',
        goal: { atMost: 300 },
        from: `median of ${ours.length}; the first of all ${first.firstByte.toFixed(0)} ms`
      }
    ];
    const peaks = ours.map((run) => run.peakBytes).filter((peak) => peak !== undefined);
    if (first.peakBytes && peaks.length > 0)
      figures.push({
        part: 'export',
        what: 'memory of the server, last export ÷ first export',
        value: peaks.at(-1)! / first.peakBytes,
        unit: '×',
        goal: { atMost: 1.25 },
        from: `${mebibytes(peaks.at(-1)!)} ÷ ${mebibytes(first.peakBytes)} at most, while ${mebibytes(first.bytes * (ours.length + 1))} went out`
      });
    return figures;
  } finally {
    await server.stop();
    for (const file of [copied, kept]) rmSync(file, { force: true });
  }
}

async function download(server: Server, to?: string): Promise<Exported> {
  const file = to ? createWriteStream(to) : undefined;
  let peakBytes = server.residentBytes();
  const watching = setInterval(() => {
    const now = server.residentBytes();
    if (now && peakBytes) peakBytes = Math.max(peakBytes, now);
  }, 50);
  try {
    const began = performance.now();
    let firstByte = 0;
    let bytes = 0;
    const response = get(server.address + path);
    const [incoming] = (await once(response, 'response')) as [AsyncIterable<Buffer> & { statusCode: number }];
    if (incoming.statusCode !== 200) throw new WrongAnswer(`export: status ${incoming.statusCode}`);
    for await (const part of incoming) {
      firstByte ||= performance.now() - began;
      bytes += part.length;
      if (file && !file.write(part)) await once(file, 'drain');
    }
    const taken = (performance.now() - began) / 1000;
    if (file) await new Promise<void>((resolve) => file.end(resolve));
    return { seconds: taken, firstByte, bytes, peakBytes };
  } finally {
    clearInterval(watching);
  }
}

async function countRows(file: string): Promise<number> {
  const database = await openDatabase(':memory:');
  const sql = `SELECT count(*) AS rows FROM read_csv(${literal(file)}, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"', new_line = '\\r\\n')`;
  const counted = await database.with((connection) => connection.one<{ rows: number }>(sql));
  database.close();
  return counted!.rows;
}
