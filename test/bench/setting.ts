import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createSampleHome, writeDelta, writeSample } from '#ingest/sample/index.ts';
import { homeAt, type Home } from '#warehouse/home.ts';
import type { Figure } from './figure.ts';
import { work, type Landed } from './worker.ts';

/** What every part is given. */
export interface Setting {
  incidents: number;
  /** Fewer repetitions. */
  isQuick: boolean;
  /** Scratch space of this run. */
  folder: string;
  incidentFile: string;
  auditFile: string;
  /** The delivery of the next three days: one in a hundred incidents. */
  delta: { incidentFile: string; auditFile: string };
  say: (text: string) => void;
}

export type Part = (setting: Setting) => Promise<Figure[]>;

const mappings = { incident: 'servicenow/incident', audit: 'servicenow/incident-audit-log' };

/** Generates the exports, or takes those of an earlier run in the same folder. */
export async function prepare(folder: string, incidents: number, isQuick: boolean, say: (text: string) => void): Promise<Setting> {
  const files = join(folder, `sample-${incidents}`);
  const delta = join(files, 'delta');
  const of = { incidents, seed: 1 };
  if (!existsSync(join(delta, 'done'))) {
    say(`writing a sample of ${incidents.toLocaleString('en')} incidents with history`);
    await writeSample({ folder: files, ...of, only: ['incident', 'incident-audit-log'] });
    await writeDelta({ folder: delta, of, share: 0.01 });
    mkdirSync(join(delta, 'done'));
  }
  return {
    incidents,
    isQuick,
    folder,
    incidentFile: join(files, 'incident.csv'),
    auditFile: join(files, 'incident_audit_log.csv'),
    delta: { incidentFile: join(delta, 'incident.csv'), auditFile: join(delta, 'incident_audit_log.csv') },
    say
  };
}

/** An empty home with the sample's calendars and agreements. */
export async function newHome({ folder }: Setting, name: string): Promise<Home> {
  const root = join(folder, name);
  rmSync(root, { recursive: true, force: true });
  await createSampleHome({ home: root, incidents: 200 });
  const home = homeAt(root);
  for (const file of readdirSync(home.inbox)) rmSync(join(home.inbox, file));
  return home;
}

export const landIncidents = (home: Home, file: string): Promise<Landed> => land(home, file, 'incident');
export const landAudit = (home: Home, file: string): Promise<Landed> => land(home, file, 'audit');

const land = (home: Home, file: string, kind: keyof typeof mappings): Promise<Landed> =>
  work<Landed>('land', { home: home.root, file, mapping: mappings[kind], feed: kind });

export const megabytes = (file: string): string => `${Math.round(statSync(file).size / 1e6).toLocaleString('en')} MB`;
