import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSampleHome, writeDelta } from '#ingest/sample/index.ts';
import { homeAt, type Home } from '#warehouse/home.ts';

/** What arrives at once: an incident list and its audit log, named as the feeds of the sample expect. */
export interface Round {
  files: { name: string; feed: string; mapping: string; bytes: Buffer }[];
}

/** Long past, so that no clock of a test machine lies before the data. */
const sample = { incidents: 600, seed: 11, end: '2025-06-30T18:00:00Z' };
const feeds = [
  { feed: 'incident', base: 'incident', mapping: 'servicenow/incident' },
  { feed: 'incident-audit-log', base: 'incident_audit_log', mapping: 'servicenow/incident-audit-log' }
];

/** Longer and longer exports of one desk, each with the former one in it, and at last one with what changed three days later. */
export async function makeRounds(folder: string, count: number): Promise<Round[]> {
  const { inbox } = await emptyHome(join(folder, 'source'));
  const [incidents, updates] = feeds.map(({ base }) => linesOf(inbox, new RegExp(`^${base}_2`))) as [string[], string[]];
  const rounds: Round[] = [];
  for (let index = 0; index < count - 1; index++) {
    const told = incidents.slice(0, 1 + Math.round((incidents.length - 1) * (0.4 + (0.6 * index) / (count - 2))));
    const numbers = new Set(told.map(firstCell));
    rounds.push(round(index, told, [updates[0]!, ...updates.slice(1).filter((line) => numbers.has(firstCell(line)))]));
  }
  const delta = join(folder, 'delta');
  await writeDelta({ folder: delta, of: sample, share: 0.1 });
  rounds.push(round(count - 1, linesOf(delta, /^incident\.csv/), linesOf(delta, /^incident_audit_log\.csv/)));
  return rounds;
}

const firstCell = (line: string): string => line.slice(0, line.indexOf(','));

function linesOf(folder: string, name: RegExp): string[] {
  const file = readdirSync(folder).find((each) => name.test(each))!;
  return readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
}

function round(index: number, incidents: string[], updates: string[]): Round {
  const files = feeds.map(({ feed, base, mapping }, position) => {
    const bytes = Buffer.from(`${[incidents, updates][position]!.join('\n')}\n`);
    return { name: `${base}_2025${String(700 + index).padStart(4, '0')}.csv`, feed, mapping, bytes };
  });
  return { files };
}

/** A home of the sample with its two incident feeds and whatever has been delivered to their inbox. */
async function emptyHome(root: string): Promise<Home> {
  await createSampleHome({ home: root, ...sample });
  const home = homeAt(root);
  for (const file of readdirSync(home.inbox)) if (!/^incident/.test(file)) rmSync(join(home.inbox, file));
  return home;
}

/** A home that nothing has been delivered to. */
export async function newHome(root: string): Promise<Home> {
  const home = await emptyHome(root);
  rmSync(home.inbox, { recursive: true });
  mkdirSync(home.inbox);
  return home;
}

/** Puts the files of a round into the inbox. */
export function deliver(home: Home, { files }: Round): void {
  for (const { name, bytes } of files) writeFileSync(join(home.inbox, name), bytes);
}
