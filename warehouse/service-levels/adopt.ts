import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { dropValue, insertEntry, setValue } from './edit-yaml.ts';
import { isSameEntry } from './history.ts';
import { dayAfter } from './version-rules.ts';

export type DefinitionKind = 'calendars' | 'agreements';

/** What adopting did, or left, of one agreement or calendar. */
export interface Adoption {
  kind: DefinitionKind;
  name: string;
  what: 'unchanged' | 'replaced' | 'added' | 'ended';
}

interface Versioned {
  name: string;
  version?: number;
  valid_from?: string;
  valid_to?: string;
}
interface Placed extends Versioned {
  index: number;
}

/** Why definitions cannot be adopted as they are. */
export class AdoptionError extends Error {
  override name = 'AdoptionError';
}

/**
 * Brings a file up to what another one says, from a date on: what differs gets a version of its own beside the old one, which ends the day
 * before; what is new begins on the date; what is missing ends the day before. Nothing else of the text changes.
 * @param own text of the home's file; undefined when there is none
 * @param other text of the file to adopt; of several versions of a name, the one in force on the date counts
 * @param from `YYYY-MM-DD`, first day of what is adopted
 * @throws {AdoptionError} where a version would begin on or after the date already
 */
export function adoptText(
  kind: DefinitionKind,
  own: string | undefined,
  other: string,
  from: string
): { text: string; adoptions: Adoption[] } {
  const wanted = inForce(entriesOf(other, kind), from);
  refuseLater(entriesOf(other, kind), from);
  let text = own ?? `${kind}: []\n`;
  const adoptions: Adoption[] = [];
  for (const name of new Set([...entriesOf(text, kind), ...wanted.values()].map((entry) => entry.name))) {
    const step = adoptOne(kind, text, other, name, from, wanted.get(name));
    text = step.text;
    if (step.what) adoptions.push({ kind, name, what: step.what });
  }
  return { text, adoptions };
}

function adoptOne(
  kind: DefinitionKind,
  text: string,
  other: string,
  name: string,
  from: string,
  wanted: Placed | undefined
): { text: string; what?: Adoption['what'] } {
  const entries = entriesOf(text, kind);
  const own = entries.filter((entry) => entry.name === name);
  const current = own.find((entry) => isInForce(entry, from));
  if (current && wanted && isSameEntry(current, wanted)) return { text, what: 'unchanged' };
  if (!current && !wanted) return { text };
  const later = own.find((entry) => (entry.valid_from ?? '') >= from);
  if (later)
    throw new AdoptionError(`"${name}" has a version from ${later.valid_from} on: adopt from a later day, or take that version out first`);
  const ended = current ? setValue(text, kind, current.index, 'valid_to', dayAfter(from, -1)) : text;
  if (!wanted) return { text: ended, what: 'ended' };
  const { source, index } = begin(kind, other, wanted, from, own);
  const after = current?.index ?? own.at(-1)?.index ?? entries.length - 1;
  const added = insertEntry(ended, kind, after, source, index);
  proveOnlyThat(kind, text, added, { name, from, current, wanted, after });
  return { text: added, what: current ? 'replaced' : 'added' };
}

/** The other file with the dates of the entry as they will be here, and its number counted up where the old one has one. */
function begin(
  kind: DefinitionKind,
  other: string,
  wanted: Placed,
  from: string,
  own: readonly Versioned[]
): { source: string; index: number } {
  const { index } = wanted;
  const numbers = own.flatMap(({ version }) => version ?? []);
  let source = setValue(other, kind, index, 'valid_from', from);
  if (numbers.length > 0) source = setValue(source, kind, index, 'version', String(Math.max(...numbers) + 1));
  else if (own.length > 0) source = dropValue(source, kind, index, 'version');
  return { source, index };
}

/** The change was made in the text; what it says must differ by exactly that. */
function proveOnlyThat(
  kind: DefinitionKind,
  before: string,
  after: string,
  { from, current, wanted, after: at }: { name: string; from: string; current: Placed | undefined; wanted: Placed; after: number }
): void {
  const plain = (text: string) => (parse(text) as Record<string, Versioned[]>)[kind] ?? [];
  const expected = plain(before).map((entry, index) => (index === current?.index ? { ...entry, valid_to: dayAfter(from, -1) } : entry));
  const found = plain(after);
  const [added] = found.splice(at + 1, 1);
  if (!isDeepStrictEqual(found, expected) || !added || added.valid_from !== from || !isSameEntry(added, wanted))
    throw new Error(`the new version of "${wanted.name}" could not be written into the text: write the entries as plain block maps`);
}

function entriesOf(text: string, kind: DefinitionKind): Placed[] {
  const content = parse(text) as Record<string, Versioned[] | undefined> | null;
  return (content?.[kind] ?? []).map((entry, index) => ({ ...entry, index }));
}

function refuseLater(entries: readonly Versioned[], from: string): void {
  const later = entries.find(({ valid_from: begins }) => begins !== undefined && begins > from);
  if (later)
    throw new AdoptionError(
      `"${later.name}" begins on ${later.valid_from}, after ${from}: adopt it from that day, or take its valid_from out`
    );
}

const isInForce = ({ valid_from: begins = '', valid_to: ends = '9999' }: Versioned, date: string): boolean =>
  begins <= date && ends >= date;

function inForce(entries: readonly Placed[], from: string): Map<string, Placed> {
  const names = [...new Set(entries.map(({ name }) => name))];
  return new Map(
    names.flatMap((name) => entries.filter((entry) => entry.name === name && isInForce(entry, from)).map((entry) => [name, entry] as const))
  );
}
