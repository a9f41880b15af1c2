import { catalogue } from '../metrics/catalogue.ts';
import { nearest } from './error.ts';
import { readFilter } from './params.ts';

/** A name in the state of a page that the catalogue does not have. */
export interface UnknownName {
  what: 'measure' | 'dimension';
  name: string;
  /** The nearest there is. */
  suggestion?: string;
}

const measureParams = ['measures', 'measure', 'focus'];
const dimensionParams = ['by', 'rows', 'columns'];
/** Names that stand where dimensions do and are none. */
const alsoThere = new Set(['period']);

/** Names of measures and dimensions that the parameters of a page ask for and that do not exist (any more), each once. */
export function unknownNames(params: URLSearchParams): UnknownName[] {
  const listed = (names: readonly string[]): string[] => names.flatMap((name) => params.getAll(name).flatMap((text) => text.split(',')));
  const fields = params.getAll('filter').flatMap((text) => fieldOf(text) ?? []);
  const unknown = (what: UnknownName['what'], names: readonly string[], known: ReadonlyMap<string, unknown>): UnknownName[] =>
    [...new Set(names)]
      .filter((name) => name !== '' && !known.has(name) && !alsoThere.has(name))
      .map((name) => ({ what, name, suggestion: nearest(name, known.keys()) }));
  return [
    ...unknown('measure', listed(measureParams), catalogue.measures),
    ...unknown('dimension', [...listed(dimensionParams), ...fields], catalogue.dimensions)
  ];
}

function fieldOf(text: string): string | undefined {
  try {
    return readFilter(text).field;
  } catch {
    return undefined;
  }
}

/** `there is no measure called incident.opend; did you mean incident.opened?` */
export const unknownWords = ({ what, name, suggestion }: UnknownName): string =>
  `there is no ${what} called ${name.slice(0, 80)}${suggestion ? `; did you mean ${suggestion}?` : ''}`;
