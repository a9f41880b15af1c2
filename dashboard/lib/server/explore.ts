import { exploreUrl, measureOf, type ExploreFacts, type ExploreState } from '#dashboard/boards/explore.ts';
import { filterOfForm, placed } from '#dashboard/boards/explore-filters.ts';
import { questionsOf, recordsQuestion } from '#dashboard/boards/explore-questions.ts';
import type { Answered } from '#dashboard/lib/board-data.ts';
import type { ExploreRows } from '#dashboard/lib/explore-rows.ts';
import { catalogue, measures, partsOf } from '#warehouse/metrics/catalogue.ts';
import { findMeasure } from '#warehouse/metrics/percentile.ts';
import { shownUnit } from '#dashboard/format.ts';
import { additivity, type Measure } from '#warehouse/metrics/measure.ts';
import { sizeName } from '#warehouse/metrics/size.ts';
import { sources } from '#warehouse/metrics/source.ts';
import { availability } from '#warehouse/query/availability.ts';
import { QueryError } from '#warehouse/query/error.ts';
import type { Patience } from '#warehouse/query/patience.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { verdictColumns } from '#warehouse/query/record-plan.ts';
import { records } from '#warehouse/query/records.ts';
import { askOrSay } from './ask.ts';
import { localDate } from './freshness.ts';
import { labelOf, recordColumnOf } from './record-columns.ts';

const kept = new WeakMap<Reader, { buildId: string; facts: ExploreFacts }>();

/** What can be asked in this build, read once per build. */
export function exploreFacts(reader: Reader): ExploreFacts {
  const { buildId } = reader.build;
  const known = kept.get(reader.whole);
  if (known?.buildId === buildId) return known.facts;
  const facts = readFacts(reader);
  kept.set(reader.whole, { buildId, facts });
  return facts;
}

function readFacts(reader: Reader): ExploreFacts {
  const { build } = reader;
  const slices = new Map<string, { known: string[]; blank: string[] }>();
  const told = new Map(availability(reader).map((entry) => [entry.measure, entry]));
  const entries = measures.map((measure) => {
    const { reason, dimensions } = told.get(measure.name)!;
    const blank = dimensions.filter((name) => isBlank(reader, measure, name));
    const slice = { known: dimensions.filter((name) => !blank.includes(name)), blank };
    const key = [slice.known.join(), blank.join()].join(' ');
    if (!slices.has(key)) slices.set(key, slice);
    const { name, process, label, meaning, direction, aggregate } = measure;
    const size = sizeName(measure);
    return {
      ...{ name, process, label, meaning, unit: shownUnit(measure), direction },
      isNow: aggregate.kind !== 'derived' && aggregate.date === 'as_of',
      adds: ['additive', 'semi-additive'].includes(additivity(measure)),
      ...(aggregate.kind === 'derived' ? { parts: aggregate.from } : {}),
      ...(size ? { size } : {}),
      slice: [...slices.keys()].indexOf(key),
      ...(reason ? { reason } : {})
    };
  });
  return {
    measures: entries,
    dimensions: [...catalogue.dimensions.values()].map(({ name, label, meaning, type }) => ({ name, label, meaning, type })),
    slices: [...slices.values()],
    dataFrom: build.dataFrom,
    today: localDate(build.asOf.toISOString(), build.zone),
    zone: build.zone
  };
}

/** Whether no record of a measure has a member of a dimension. */
function isBlank({ build }: Reader, measure: Measure, dimension: string): boolean {
  return partsOf(measure).some(({ aggregate }) =>
    build.empty.has(`${sources[aggregate.source].table}.${catalogue.dimensions.get(dimension)?.columns[aggregate.source]}`)
  );
}

/** The answers of a page that is asked for as a whole, so that it can be read without scripts. */
export async function exploreAnswers(reader: Reader, state: ExploreState, facts: ExploreFacts): Promise<Record<string, Answered>> {
  const asked = Object.entries(questionsOf(state, facts)).map(async ([slot, query]) => [slot, await askOrSay(reader, query)] as const);
  return Object.fromEntries(await Promise.all(asked));
}

export const rowsOnPage = 50;

/** The records behind the measure in focus, a page of them. */
export async function exploreRows(reader: Reader, state: ExploreState, facts: ExploreFacts, patience?: Patience): Promise<ExploreRows> {
  const focus = measureOf(facts, state.focus);
  const part = focus?.parts?.[0] ?? state.focus;
  const query = recordsQuestion(state, part);
  const sort = state.order ? [{ by: state.order.replace(/^-/, ''), descending: state.order.startsWith('-') }] : undefined;
  try {
    const columns = state.show.length > 0 ? { columns: state.show } : {};
    const page = { limit: rowsOnPage, offset: (state.page - 1) * rowsOnPage };
    const list = await records(reader, { query, measure: part, sort, ...columns, ...page }, patience);
    const type = recordTypeOf(part);
    return {
      part,
      grain: list.grain,
      total: list.total,
      columns: list.columns
        .filter((column) => tells(column.name, focus?.unit))
        .map((column) => recordColumnOf(column, focus?.unit ?? 'number', reader.build.zone)),
      possible: (list.possible ?? []).map((name) => ({ name, label: labelOf(name) })),
      rows: list.rows.map((row) => (type ? { record_type: type, ...row } : row))
    };
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    return { part, grain: 'record', total: 0, columns: [], possible: [], rows: [], refusal: `${error.message}.` };
  }
}

/** Of a count, every record adds the same. */
const tells = (column: string, unit: string | undefined): boolean => unit !== 'count' || column !== verdictColumns.other;

function recordTypeOf(name: string): string | undefined {
  const aggregate = findMeasure(name, catalogue)?.aggregate;
  return aggregate && aggregate.kind !== 'derived' ? sources[aggregate.source].recordType : undefined;
}

/** What the forms of the page mean to browsers without scripts: the address with the change, or what is missing. */
export function formAddress(
  params: URLSearchParams,
  state: ExploreState,
  facts: ExploreFacts
): { href: string } | { problem: string } | undefined {
  if (!params.has('add')) return undefined;
  const filter = filterOfForm(
    { field: params.get('add') ?? '', op: params.get('op') ?? '', values: params.getAll('value') },
    facts.dimensions
  );
  return typeof filter === 'string' ? { problem: filter } : { href: exploreUrl(state, { filters: placed(state.filters, filter) }, facts) };
}
