import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { homeAt } from '#warehouse/home.ts';
import { exported } from '#warehouse/query/export/export.ts';
import type { Format } from '#warehouse/query/negotiate.ts';
import { openReader } from '#warehouse/query/reader.ts';
import { narrow } from '#test/query/export-case.ts';

/** `export-child.ts <home> <format> <rows> <file>`: an export in a process of its own, which then tells its peak memory in MiB. */
const [home, format, rows, file] = process.argv.slice(2) as [string, Format, string, string];
const reader = await openReader(homeAt(home));
const began = performance.now();
await pipeline(Readable.from(exported(reader, narrow(Number(rows)), format), { highWaterMark: 1 }), createWriteStream(file));
const seconds = (performance.now() - began) / 1000;
reader.close();
console.log(JSON.stringify({ peak: Math.round(process.resourceUsage().maxRSS / 1024), seconds: Math.round(seconds * 10) / 10 }));
