import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { median, mebibytes, seconds, WrongAnswer, type Figure } from './figure.ts';
import { landIncidents, megabytes, newHome, type Setting } from './setting.ts';
import { incidentTypes } from './typed-columns.ts';
import { work, type Landed } from './worker.ts';

/** Our load of the incident list beside the engine's own typed load and beside Papa Parse with the appender, run in turn. */
export async function measureLoad(setting: Setting): Promise<Figure[]> {
  const { folder, incidentFile: file, incidents, isQuick, say } = setting;
  const runs: Record<'ours' | 'engine' | 'papa', Landed[]> = { ours: [], engine: [], papa: [] };
  const parquet = join(folder, 'typed.parquet');
  const database = join(folder, 'papa.duckdb');
  const columns = JSON.stringify(incidentTypes);
  for (let round = 0; round < (isQuick ? 3 : 5); round++) {
    say(`load, round ${round + 1}`);
    const home = await newHome(setting, 'load');
    runs.ours.push(await landIncidents(home, file));
    runs.engine.push(await work<Landed>('typed', { file, to: parquet }));
    if (round < (isQuick && incidents > 200_000 ? 1 : 3))
      runs.papa.push(await work<Landed>('papa', { file, to: database, columns }, 'papa.mjs'));
  }
  for (const path of [parquet, database, join(folder, 'load')]) rmSync(path, { recursive: true, force: true });
  for (const [way, loads] of Object.entries(runs))
    for (const { rows } of loads) if (rows !== incidents) throw new WrongAnswer(`load: ${way} read ${rows} rows of ${incidents}`);
  const time = (way: keyof typeof runs): number => median(runs[way].map((run) => run.seconds));
  const busy = (way: keyof typeof runs): number => median(runs[way].map((run) => run.processor));
  const peak = Math.max(...runs.ours.map((run) => run.peakBytes));
  const size = `${incidents.toLocaleString('en')} rows, ${megabytes(file)}`;
  return [
    {
      part: 'load',
      what: "load ÷ engine's own typed load",
      value: time('ours') / time('engine'),
      unit: '×',
      goal: { atMost: 1.5 },
      from: `${seconds(time('ours'))} ÷ ${seconds(time('engine'))}, of processor ${seconds(busy('ours'))} ÷ ${seconds(busy('engine'))}; ${size}`
    },
    {
      part: 'load',
      what: 'Papa Parse + appender ÷ load',
      value: time('papa') / time('ours'),
      unit: '×',
      goal: { atLeast: 2 },
      from: `${seconds(time('papa'))} ÷ ${seconds(time('ours'))}, of processor ${seconds(busy('papa'))} ÷ ${seconds(busy('ours'))}`
    },
    {
      part: 'load',
      what: 'peak memory of the load',
      value: peak / 2 ** 20,
      unit: 'MiB',
      goal: { atMost: 2048 },
      from: `whole process; the engine's own ${mebibytes(Math.max(...runs.engine.map((run) => run.peakBytes)))}`
    }
  ];
}
