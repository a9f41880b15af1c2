import { error, warning, type Finding } from './finding.ts';

interface Versioned {
  name: string;
  version?: number;
  valid_from?: string;
  valid_to?: string;
}
interface Placed extends Versioned {
  index: number;
}

/**
 * R17: two versions in force on one day would make every clock twice; days on which none is in force, between two, are worth a warning.
 */
export function checkVersions(entries: readonly Versioned[], kind: 'calendars' | 'agreements'): Finding[] {
  const placed = entries.map((entry, index) => ({ ...entry, index }));
  const names = [...new Set(entries.map(({ name }) => name))];
  return [
    ...placed.flatMap((entry) => checkDates(entry, kind)),
    ...names.flatMap((name) => checkSeries(placed.filter((entry) => entry.name === name), kind)) // prettier-ignore
  ];
}

function checkDates({ valid_from: from, valid_to: to, index }: Placed, kind: string): Finding[] {
  const dates = Object.entries({ valid_from: from, valid_to: to }).flatMap(([key, date]) => (date === undefined ? [] : [{ key, date }]));
  const wrong = dates.filter(({ date }) => !isDate(date));
  if (wrong.length > 0) return wrong.map(({ key, date }) => error([kind, index, key], `${date} is no date`, 'Check day and month.'));
  if (from === undefined || to === undefined || to >= from) return [];
  return [error([kind, index, 'valid_to'], `ends on ${to}, before it begins on ${from}: it is never in force`, 'Swap the two dates.')];
}

function checkSeries(versions: readonly Placed[], kind: string): Finding[] {
  const found: Finding[] = [];
  for (const [at, entry] of versions.entries())
    for (const other of versions.slice(0, at)) {
      if ((entry.valid_from ?? '') <= (other.valid_to ?? '9999') && (other.valid_from ?? '') <= (entry.valid_to ?? '9999'))
        found.push(
          error(
            [kind, entry.index, 'name'],
            `"${entry.name}" stands here twice for the same days`,
            'End the older version with valid_to the day before valid_from of the newer.'
          )
        );
      if (entry.version !== undefined && entry.version === other.version)
        found.push(error([kind, entry.index, 'version'], `"${entry.name}" has version ${entry.version} twice`, 'Count versions up.'));
    }
  return [...found, ...checkGaps(versions, kind)];
}

function checkGaps(versions: readonly Placed[], kind: string): Finding[] {
  const sorted = [...versions].sort((a, b) => ((a.valid_from ?? '') < (b.valid_from ?? '') ? -1 : 1));
  return sorted.slice(1).flatMap(({ index, name, valid_from: from }, before) => {
    const ended = sorted[before]?.valid_to;
    if (from === undefined || ended === undefined || ![from, ended].every(isDate) || from <= dayAfter(ended, 1)) return [];
    const what = kind === 'calendars' ? 'it is closed then' : 'no clock starts then';
    return [
      warning(
        [kind, index, 'valid_from'],
        `no version of "${name}" is in force from ${dayAfter(ended, 1)} to ${dayAfter(from, -1)}: ${what}`,
        'Let one version begin the day after the other ends.'
      )
    ];
  });
}

export const dayAfter = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

/** `YYYY-MM-DD` of the calendar; `MM-DD` counts when some year has it. */
export function isDate(text: string): boolean {
  const full = text.length === 5 ? `2024-${text}` : text;
  const parsed = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === full;
}
