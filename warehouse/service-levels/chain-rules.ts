import { isZone } from '../calendars/offsets.ts';
import type { Condition, Scalar } from './condition.ts';
import { columnNamed, unknownColumn, within, type Place } from './condition-rules.ts';
import { contract } from '../contract.ts';
import { didYouMean, error, isError, isMap, shown, warning, type Finding } from './finding.ts';
import { canHold, constantPart } from './satisfiable.ts';

/** What the names of a chain stand for. */
export interface ChainKind {
  noun: 'calendar' | 'time zone';
  /** undefined when the names are not known, because their own file is faulty. */
  known: readonly string[] | undefined;
  /** A chain of zones may end without a name: then the calendar's own zone counts. */
  needsLastResort: boolean;
}

export const zoneChain: ChainKind = { noun: 'time zone', known: Intl.supportedValuesOf('timeZone'), needsLastResort: false };

/**
 * A name, or links `{ by: column, map: { value: name } }` with a name last.
 * @param when condition of the target; links and values that it excludes are worth a warning
 */
export function checkChain(entry: unknown, kind: ChainKind, place: Place, when: Condition | undefined): Finding[] {
  if (typeof entry === 'string') return checkName(entry, kind, place);
  if (isMap(entry)) return checkByTeam(entry, kind, place, when);
  if (!Array.isArray(entry) || entry.length === 0) return [error(place.path, `${shown(entry)} names no ${kind.noun}`, shapeOf(kind))];
  const found = entry.flatMap((part, at) => checkPart(part, at === entry.length - 1, kind, within(place, at)));
  if (kind.needsLastResort && typeof entry.at(-1) !== 'string')
    found.push(
      error(
        place.path,
        `the chain has no last resort: no ${kind.noun} where no link knows the value`,
        `End it with the name of a ${kind.noun}.`
      )
    );
  if (found.some(isError)) return found;
  const links = entry.flatMap((part, at) => (typeof part === 'string' ? [] : [{ ...(part as Link), place: within(place, at, 'map') }]));
  return checkReach(links, when);
}

const shapeOf = ({ noun }: ChainKind): string => `Write the name of a ${noun}, or [{ by: team, map: { Network: … } }, …] with a name last.`;

function checkName(name: string, { noun, known }: ChainKind, { path }: Place): Finding[] {
  if (!known || (noun === 'time zone' ? isZone(name) : known.includes(name))) return [];
  const otherwise = noun === 'time zone' ? 'Write it like "Europe/Berlin".' : `Known: ${known.join(', ')}.`;
  const reason = noun === 'time zone' ? `"${name}" is no IANA time zone` : `there is no calendar "${name}"`;
  return [error(path, reason, didYouMean(name, known, otherwise))];
}

function checkByTeam(entry: Record<string, unknown>, kind: ChainKind, place: Place, when: Condition | undefined): Finding[] {
  if (Object.keys(entry).some((key) => key !== 'by_team' && key !== 'default'))
    return [error(place.path, 'a map names by_team and default', `${shapeOf(kind)}`)];
  if (typeof entry['default'] !== 'string')
    return [error(place.path, `the chain has no last resort: no ${kind.noun} for other teams`, 'Add default.')];
  const found = [
    ...checkMap('team', entry['by_team'], kind, within(place, 'by_team')),
    ...checkName(entry['default'], kind, within(place, 'default'))
  ];
  return found.some(isError)
    ? found
    : checkReach([{ by: 'team', map: entry['by_team'] as Link['map'], place: within(place, 'by_team') }], when);
}

function checkPart(part: unknown, isLast: boolean, kind: ChainKind, place: Place): Finding[] {
  if (typeof part === 'string')
    return isLast
      ? checkName(part, kind, place)
      : [error(place.path, `"${part}" always counts, so nothing after it is reached`, 'Put the name last.')];
  if (!isMap(part) || typeof part['by'] !== 'string') return [error(place.path, 'a link says by and map', shapeOf(kind))];
  const unknown = Object.keys(part).filter((key) => key !== 'by' && key !== 'map');
  if (unknown.length > 0)
    return unknown.map((key) =>
      error([...place.path, key], `"${key}" is no key that is known here`, didYouMean(key, ['by', 'map'], 'Remove it.'))
    );
  const column = columnNamed(place.recordType, part['by']);
  if (!column) return [unknownColumn(part['by'], within(place, 'by'))];
  if (column.type === 'instant' || column.type === 'number')
    return [
      error(
        [...place.path, 'by'],
        `"${column.name}" has no values to map`,
        'Choose a column with names, such as team, location or service.'
      )
    ];
  return checkMap(column.name, part['map'], kind, within(place, 'map'));
}

function checkMap(name: string, map: unknown, kind: ChainKind, place: Place): Finding[] {
  const column = columnNamed(place.recordType, name);
  if (!column) return [unknownColumn(name, place)];
  if (!isMap(map) || Object.keys(map).length === 0) return [error(place.path, 'a link needs a map of values', shapeOf(kind))];
  return Object.entries(map).flatMap(([value, target]) => {
    const here = within(place, value);
    if (typeof target !== 'string') return [error(here.path, `${shown(target)} names no ${kind.noun}`, shapeOf(kind))];
    const isPossible = column.type === 'text' ? (column.values ?? [value]).includes(value) : valueOf(column.type, value) !== undefined;
    if (!isPossible)
      return [error(here.path, `"${value}" is no value of ${name}`, didYouMean(value, column.values ?? [], 'Correct the value.'))];
    return checkName(target, kind, here);
  });
}

function valueOf(type: string, text: string): Scalar | undefined {
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined;
  if (type === 'integer') return /^-?\d+$/.test(text) ? Number(text) : undefined;
  return text;
}

interface Link {
  by: string;
  map: Record<string, string>;
}

/** Values that an earlier link has taken already, or that the target's condition excludes for good. */
function checkReach(links: readonly (Link & { place: Place })[], when: Condition | undefined): Finding[] {
  return links.flatMap(({ by, map, place }, at) => {
    const taken = links.slice(0, at).flatMap((link): Condition[] => [{ kind: 'not', condition: mapped(link, place) }]);
    const columns = contract[place.recordType];
    const dead = Object.keys(map).filter(
      (value) => !canHold(columns, constantPart(when), ...taken, mapped({ by, map: { [value]: '' } }, place))
    );
    if (dead.length === Object.keys(map).length)
      return [error(place.path, 'this link can never be reached', 'An earlier link or `when` takes all of its values: remove it.')];
    return dead.map((value) =>
      warning([...place.path, value], `"${value}" can never be reached here`, 'An earlier link or `when` excludes it: remove it.')
    );
  });
}

const mapped = ({ by, map }: Link, { recordType }: Place): Condition => ({
  kind: 'in',
  column: by,
  values: Object.keys(map).map((text) => valueOf(columnNamed(recordType, by)?.type ?? 'text', text) ?? text)
});
