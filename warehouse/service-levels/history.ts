import * as v from 'valibot';
import { parseDocument } from 'yaml';
import type { ArchivedDefinitions } from './archive.ts';
import { cancelOf, conditionOf, momentsOf, resetOf } from './resolve-condition.ts';
import { chainOf } from './resolve.ts';
import { agreementsFile, calendarsFile, type AgreementEntry, type CalendarEntry, type TargetEntry } from './schema.ts';
import { chainWords, momentsWords } from './target-words.ts';
import { conditionWords } from './words.ts';

/** One difference between two definitions, in words. */
export interface DefinitionChange {
  kind: 'agreement' | 'calendar';
  /** Name, with the ordinal of the version where there are several. */
  name: string;
  /** Target of an agreement. */
  target?: string;
  /** What differs: `goal of priority 1`, `pause`, `holidays`; `added` and `removed` for whole ones. */
  field: string;
  before: string | undefined;
  after: string | undefined;
}

/** Definitions as they were told, without what rules find. */
export interface ToldDefinitions {
  calendars: readonly CalendarEntry[];
  agreements: readonly AgreementEntry[];
}

export interface HistoryStep {
  sha256: string;
  firstUse?: ArchivedDefinitions['firstUse'];
  /** Against the step before; of the first one, everything that it holds is left out. */
  changes: DefinitionChange[];
}

/** The definitions that were used, newest first, each with its differences from the one before; steps without any are left out. */
export function definitionHistory(archive: readonly ArchivedDefinitions[]): HistoryStep[] {
  const steps = archive.map(({ sha256, firstUse, files }) => ({ sha256, ...(firstUse ? { firstUse } : {}), files, told: readTold(files) }));
  const compared = steps.map(({ files, told, ...step }, index): HistoryStep => {
    const before = steps[index - 1];
    return { ...step, changes: before ? [...compareDefinitions(before.told, told), ...compareFiles(before.files, files)] : [] };
  });
  return compared.filter(({ changes }, index) => index === 0 || changes.length > 0).reverse();
}

/** What texts tell; of a file that today's schema does not know, nothing. */
export function readTold(files: Readonly<Record<string, string>>): ToldDefinitions {
  const content = (name: string): unknown => {
    const document = parseDocument(files[name] ?? '');
    return document.errors.length > 0 ? undefined : (document.toJS() as unknown);
  };
  const calendars = v.safeParse(calendarsFile, content('calendars.yaml'));
  const agreements = v.safeParse(agreementsFile, content('agreements.yaml'));
  return {
    calendars: calendars.success ? calendars.output.calendars : [],
    agreements: agreements.success ? agreements.output.agreements : []
  };
}

function compareFiles(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): DefinitionChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => name.toLowerCase().endsWith('.ics')).sort();
  return names
    .filter((name) => before[name] !== after[name])
    .map((name) => ({ kind: 'calendar', name, field: 'file', before: lines(before[name]), after: lines(after[name]) }));
}
const lines = (text: string | undefined): string | undefined => text && `${text.match(/BEGIN:VEVENT/gi)?.length ?? 0} events`;

/**
 * The differences of two definitions: agreements, targets and calendars by name, versions of one name by order of validity. A version
 * that is new is compared with the one that it follows.
 */
export function compareDefinitions(before: ToldDefinitions, after: ToldDefinitions): DefinitionChange[] {
  return [
    ...compareVersions(before.agreements, after.agreements, compareAgreements),
    ...compareVersions(before.calendars, after.calendars, (name, old, now) =>
      compareFields({ kind: 'calendar', name }, old && calendarFields(old), now && calendarFields(now))
    )
  ];
}

type Versioned = { name: string; valid_from?: string };
type Compare<E> = (name: string, before: E | undefined, after: E | undefined) => DefinitionChange[];

function compareVersions<E extends Versioned>(before: readonly E[], after: readonly E[], compare: Compare<E>): DefinitionChange[] {
  return [...new Set([...before, ...after].map(({ name }) => name))].flatMap((name) => {
    const [old, now] = [versionsOf(before, name), versionsOf(after, name)];
    return Array.from({ length: Math.max(old.length, now.length) }, (_, index) => {
      const title = index === 0 ? name : `${name}, version ${index + 1}`;
      return compare(title, old[index] ?? (now[index] && undated(now[index - 1])), now[index]);
    }).flat();
  });
}

const undated = <E extends object>(entry: E | undefined): E | undefined =>
  entry && { ...entry, valid_from: undefined, valid_to: undefined };
const versionsOf = <E extends Versioned>(entries: readonly E[], name: string): E[] =>
  entries.filter((entry) => entry.name === name).sort((a, b) => ((a.valid_from ?? '') < (b.valid_from ?? '') ? -1 : 1));

/** Whether two entries promise the same, validity and version number aside. */
export function isSameEntry(one: object, other: object): boolean {
  const plain = (entry: object) =>
    canonical({ ...entry, version: undefined, valid_from: undefined, valid_to: undefined, index: undefined });
  return plain(one) === plain(other);
}

/** JSON with keys in order, so that the order in which a file names them does not count. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each
  );

const pairs = <E>(before: ReadonlyMap<string, E>, after: ReadonlyMap<string, E>): [string, E | undefined, E | undefined][] =>
  [...new Set([...before.keys(), ...after.keys()])].map((name) => [name, before.get(name), after.get(name)]);

type Subject = Pick<DefinitionChange, 'kind' | 'name' | 'target'>;
type Fields = ReadonlyMap<string, string>;

function compareFields(subject: Subject, before: Fields | undefined, after: Fields | undefined): DefinitionChange[] {
  if (!before || !after) {
    const [field, fields] = before ? ['removed', before] : ['added', after];
    const text = [...(fields ?? [])].map(([key, value]) => `${key}: ${value}`).join('; ');
    return [{ ...subject, field: field as string, before: before && text, after: after && text }];
  }
  return pairs(before, after)
    .filter(([, old, now]) => old !== now)
    .map(([field, old, now]) => ({ ...subject, field, before: old, after: now }));
}

function compareAgreements(name: string, before: AgreementEntry | undefined, after: AgreementEntry | undefined): DefinitionChange[] {
  const subject = { kind: 'agreement', name } as const;
  if (!before || !after) {
    const targets = (entry: AgreementEntry | undefined) =>
      entry && new Map([['targets', entry.targets.map((target) => target.name).join(', ')], ...agreementFields(entry)]);
    return compareFields(subject, targets(before), targets(after));
  }
  const byName = (entry: AgreementEntry) => new Map(entry.targets.map((target) => [target.name, target]));
  return [
    ...compareFields(subject, agreementFields(before), agreementFields(after)),
    ...pairs(byName(before), byName(after)).flatMap(([target, old, now]) =>
      compareFields({ ...subject, target }, old && targetFields(old), now && targetFields(now))
    )
  ];
}

const fieldsOf = (all: readonly (readonly [string, string | undefined])[]): Fields =>
  new Map(all.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));

const agreementFields = ({ type, party, services, valid_from: from, valid_to: to }: AgreementEntry): Fields =>
  fieldsOf([
    ['type', type],
    ['party', party],
    ['services', services?.join(', ')],
    ['valid from', from],
    ['valid to', to]
  ]);

/** Every field in words; one that cannot be said is shown as it is written. */
function targetFields(entry: TargetEntry): Fields {
  const said = (key: keyof TargetEntry, words: () => string | undefined): [string, string | undefined] => {
    if (entry[key] === undefined) return [key.replaceAll('_', ' '), undefined];
    try {
      return [key.replaceAll('_', ' '), words() ?? 'none'];
    } catch {
      return [key.replaceAll('_', ' '), JSON.stringify(entry[key])];
    }
  };
  const condition = (key: 'when' | 'pause' | 'resume') => said(key, () => optional(conditionOf(entry[key])));
  return fieldsOf([
    ['record type', entry.record_type],
    ['metric', entry.metric],
    condition('when'),
    said('start', () => momentsWords(momentsOf(entry.start, entry.record_type), true)),
    said('stop', () => momentsWords(momentsOf(entry.stop, entry.record_type), false)),
    condition('pause'),
    condition('resume'),
    said('reset', () => optional(resetOf(entry.reset))),
    said('cancel', () =>
      [optional(cancelOf(entry.cancel).cancel), cancelOf(entry.cancel).isCancelledWhenUnmet ? 'when ends' : undefined]
        .filter(Boolean)
        .join(', ')
    ),
    said('calendar', () => entry.calendar && chainWords(chainOf(entry.calendar), 'calendar')),
    said('zone', () => entry.zone && chainWords(chainOf(entry.zone), 'time zone')),
    ...Object.entries(entry.goals).map(([priority, goal]): [string, string] => [
      priority === 'default' ? 'goal of other priorities' : `goal of priority ${priority}`,
      goal
    ]),
    ...(['underpins', 'unit', 'retroactive_start', 'retroactive_pause', 'reopen', 'priority_change', 'attainment', 'warn_at'] as const).map(
      (key) => said(key, () => String(entry[key]))
    )
  ]);
}
const optional = (condition: Parameters<typeof conditionWords>[0] | undefined): string | undefined =>
  condition && conditionWords(condition);

function calendarFields({ zone, valid_from: from, valid_to: to, hours, holidays, special, breaks }: CalendarEntry): Fields {
  const days = (told: Readonly<Record<string, readonly string[] | undefined>> = {}): string | undefined => {
    const all = Object.entries(told).map(([day, windows]) => `${day} ${windows?.join(', ') || 'closed'}`);
    return all.length > 0 ? all.join('; ') : undefined;
  };
  return fieldsOf([
    ['zone', zone],
    ['valid from', from],
    ['valid to', to],
    ['hours', hours === 'always' ? 'always' : days(hours)],
    ['holidays', holidays?.map(holidayWords).join('; ')],
    ['special hours', days(special)],
    ['breaks', days(breaks)]
  ]);
}

function holidayWords(entry: NonNullable<CalendarEntry['holidays']>[number]): string {
  if (typeof entry === 'string') return entry;
  if ('date' in entry) return `${entry.date} ${entry.name}`;
  const without = entry.without && entry.without.length > 0 ? ` without ${entry.without.join(', ')}` : '';
  if ('ical' in entry) return `${entry.ical}${without}`;
  const place = [entry.country, entry.state, entry.region].filter((part) => part !== undefined).join('-');
  return `${(entry.types ?? ['public']).join(' and ')} holidays of ${place}${without}`;
}
