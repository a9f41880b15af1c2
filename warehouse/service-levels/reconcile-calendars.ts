import type { Calendar } from '../calendars/calendar.ts';
import { openWindows } from '../calendars/windows.ts';
import type { Connection } from '../connection.ts';
import type { Definitions } from './definitions.ts';

/** One way in which the source tool may have read the calendars: what it used in place of each. */
interface Reading {
  kind: 'own' | 'calendar' | 'version';
  /** For people: `Berlin office throughout`. */
  label: string;
  /** Our calendar by name → the calendar, all its versions, that the tool would have used. */
  used: (calendar: string) => { key: string; versions: readonly Calendar[] };
}

const days = 86_400;

/**
 * Writes `staging.sla_reading` (reading, kind, label, calendar, is_elsewhere, hours) and `staging.sla_hours` (hours, from_s, to_s,
 * before_s): the ways of reading the calendars of the definitions, as open windows. Reading 0 is ours; each other stands for one mistake
 * that tools make: another zone for all hours, one calendar for every team, holidays unknown, another version.
 * @param from epoch seconds of the first instant to cover
 * @param to epoch seconds of the last
 */
export async function writeReadings(connection: Connection, definitions: Definitions, from: number, to: number): Promise<void> {
  await connection.run(
    'CREATE OR REPLACE TABLE staging.sla_reading (reading INTEGER, kind VARCHAR, label VARCHAR, calendar VARCHAR, is_elsewhere BOOLEAN, hours VARCHAR)'
  );
  await connection.run('CREATE OR REPLACE TABLE staging.sla_hours (hours VARCHAR, from_s BIGINT, to_s BIGINT, before_s BIGINT)');
  const calendars = [...definitions.calendars, ...elsewhere(definitions)];
  const versionsOf = (name: string): Calendar[] => calendars.filter((calendar) => calendar.name === name);
  const names = [...new Set(calendars.map(({ name }) => name))];
  const written = new Set<string>();
  for (const [number, { kind, label, used }] of readingsOf(names, versionsOf).entries())
    for (const name of names) {
      const { key, versions } = used(name);
      const isElsewhere = versions[0]?.zone !== versionsOf(name)[0]?.zone;
      await connection.run('INSERT INTO staging.sla_reading VALUES (?, ?, ?, ?, ?, ?)', [number, kind, label, name, isElsewhere, key]);
      if (written.has(key)) continue;
      written.add(key);
      await writeHours(connection, key, versions, from - 8 * days, to + days);
    }
}

/** Calendars as targets read them in zones of their own, named as segments name them. */
function elsewhere({ calendars, agreements }: Definitions): Calendar[] {
  const chains = agreements.flatMap(({ targets }) => targets.flatMap((target) => target.zone ?? []));
  const zones = new Set(
    chains.flatMap(({ links, fallback }) => [...links.flatMap(({ map }) => Object.values(map)), fallback]).filter(Boolean)
  );
  return [...zones].flatMap((zone) => calendars.map((calendar) => ({ ...calendar, name: `${calendar.name} (${zone})`, zone })));
}

async function writeHours(connection: Connection, key: string, versions: readonly Calendar[], from: number, to: number): Promise<void> {
  const windows = openWindows(versions, from, to);
  for (let at = 0; at < windows.length; at += 2000) {
    const values = windows.slice(at, at + 2000).map((window) => `(${window.from}, ${window.to}, ${window.before})`);
    await connection.run(`INSERT INTO staging.sla_hours SELECT ?, w.* FROM (VALUES ${values.join(', ')}) w`, [key]);
  }
}

/** The likelier first: of two readings that give the same seconds the first is told. */
function readingsOf(names: readonly string[], versionsOf: (name: string) => Calendar[]): Reading[] {
  const all = names.flatMap(versionsOf);
  const own = (name: string) => ({ key: name, versions: versionsOf(name) });
  const zones = [...new Set(all.map(({ zone }) => zone))];
  const changed = (key: string, change: (calendar: Calendar) => Calendar) => (name: string) => ({
    key: `${name} ${key}`,
    versions: versionsOf(name).map(change)
  });
  return [
    { kind: 'own', label: 'as defined', used: own },
    ...names.map((name): Reading => ({ kind: 'calendar', label: `${name} throughout`, used: () => own(name) })),
    ...zones.map((zone): Reading => ({
      kind: 'calendar',
      label: `hours read in ${zone}`,
      used: changed(`@ ${zone}`, (calendar) => ({ ...calendar, zone }))
    })),
    {
      kind: 'version',
      label: 'holidays unknown',
      used: changed('without holidays', (calendar) => ({ ...calendar, holidays: [], closures: undefined, special: {} }))
    },
    ...names
      .filter((name) => versionsOf(name).length > 1)
      .flatMap((name) => versionsOf(name).map((calendar) => versionReading(calendar, own)))
  ];
}

function versionReading(calendar: Calendar, own: Reading['used']): Reading {
  const always = { ...calendar, validFrom: undefined, validTo: undefined };
  const used = { key: `${calendar.name} version ${calendar.version}`, versions: [always] };
  return {
    kind: 'version',
    label: `version ${calendar.version} of ${calendar.name}`,
    used: (name) => (name === calendar.name ? used : own(name))
  };
}
