// The usual way in Node: Papa Parse reads, the engine's appender takes typed values one by one. Driver and parser are used
// directly here, since this is what the product is compared with and no part of it.
// Usage: node test/bench/papa.mjs papa '{"file":"…","to":"…","columns":"{…}"}'
import { DuckDBInstance, DuckDBTimestampValue } from '@duckdb/node-api';
import { createReadStream, rmSync } from 'node:fs';
import Papa from 'papaparse';

const { file, to, columns } = JSON.parse(process.argv[3]);
const types = Object.entries(JSON.parse(columns));
const started = performance.now();
const busy = process.cpuUsage();
rmSync(to, { force: true });
const instance = await DuckDBInstance.create(to);
const connection = await instance.connect();
await connection.run(`CREATE TABLE incident (${types.map(([name, type]) => `"${name}" ${type}`).join(', ')})`);
const appender = await connection.createAppender('incident');

/** `2025-05-01 18:16:30`, in UTC. */
const micros = (text) => BigInt(Date.parse(`${text.slice(0, 10)}T${text.slice(11)}Z`)) * 1000n;
const append = {
  VARCHAR: (cell) => appender.appendVarchar(cell),
  INTEGER: (cell) => appender.appendInteger(Number(cell)),
  BOOLEAN: (cell) => appender.appendBoolean(cell === 'true'),
  TIMESTAMP: (cell) => appender.appendTimestamp(new DuckDBTimestampValue(micros(cell)))
};
const writers = types.map(([, type]) => append[type]);

let rows = 0;
let isHeader = true;
await new Promise((resolve, reject) => {
  Papa.parse(createReadStream(file, { highWaterMark: 1 << 20 }), {
    skipEmptyLines: true,
    chunk({ data }) {
      for (const cells of isHeader ? data.slice(1) : data) {
        for (let index = 0; index < writers.length; index++) {
          if (cells[index] === '') appender.appendNull();
          else writers[index](cells[index]);
        }
        appender.endRow();
        rows++;
      }
      isHeader = false;
    },
    complete: resolve,
    error: reject
  });
});
appender.closeSync();
await connection.run('CHECKPOINT');
connection.closeSync();
instance.closeSync();
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(busy);
const processor = (user + system) / 1e6;
process.stdout.write(`${JSON.stringify({ rows, seconds, processor, peakBytes: process.resourceUsage().maxRSS * 1024 })}\n`);
