import { count, decimal, emDash, hours, plural, probability, spanWords } from '#dashboard/format.ts';
import { recordsUrl, recordUrl } from '#dashboard/lib/links.ts';
import { numberOf, type Row } from '#dashboard/charts/table.ts';
import type { Query } from '#warehouse/query/query.ts';
import { falseAlarms, oddsOfLuck } from './evidence-words.ts';

export type Level = 'alert' | 'watch' | 'none';

/** A number that speaks for a candidate, with the records behind it where it counts some. */
export interface EvidenceFigure {
  label: string;
  text: string;
  href?: string;
  /** How many records the figure is of, in words, where it is another number. */
  title?: string;
  /** Under the label. */
  note?: string;
  /** What it is, in plain words. */
  meaning?: string;
}

/** A candidate as the page lists it. */
export interface CandidateReading {
  family: string;
  label: string;
  href: string;
  rank: number;
  level: Level;
  /** Why it is a candidate, in words: `above expectation`, `keeps coming back`, `comes back in waves`, `costs most`. */
  kind: string;
  /** Strength of the evidence, which the list is ordered by first: alert or waves, watch, recurring, costly. */
  step: string;
  sentence: string;
  weekly: number[];
  usual: number | null;
  /** What is expected to be lost in the next 28 days, and the parts it is made of. */
  impact: { text: string; parts: string };
  figures: EvidenceFigure[];
  /** Dates that the sentence and its figures are about, and those of the test; empty where they count no records. */
  stretch: string;
  test: EvidenceFigure[];
  tested: string;
  /** What the tests for a rise found and where the rank comes from then; empty for a rise. */
  noRise: string;
  records: string;
  linked: { label: string; id: string; href: string; note?: string } | undefined;
}

/** What a list of candidates shows; the page of the family has the rest. */
export type CandidateLine = Omit<CandidateReading, 'figures' | 'stretch' | 'test' | 'tested' | 'noRise'>;

interface Evidence {
  reasons?: string[];
  waves?: { count: number; everyDays: number };
  numbers?: { name: string; value: number; query?: Query }[];
  test?: { kind: string; days: number; against: string; p: number; q: number; poolSize: number; ratioLow: number };
  impact?: { seconds: number; incidents: number; basisDays: number; meanSeconds: number };
  terms?: string[];
}

const kinds: Readonly<Record<string, string>> = { signal: 'above expectation', recurring: 'keeps coming back', pareto: 'costs most' };
const labels: Readonly<Record<string, string>> = {
  incidents: 'Incidents',
  separate_weeks: 'Separate weeks',
  callers: 'Callers',
  configuration_items: 'Configuration items',
  sites: 'Sites',
  lost_seconds: 'Time lost',
  lost_share: 'Share of all lost',
  observed: 'Observed in the test',
  expected: 'Expected',
  expected_low: 'Expected, 2.5 %',
  expected_high: 'Expected, 97.5 %'
};

/** Waves lift the rank only of what keeps coming back with nobody at work on it. */
const inWaves = ({ waves, reasons = [] }: Evidence): Evidence['waves'] => (reasons.includes('recurring') ? waves : undefined);

function kindOf(kind: string, evidence: Evidence): string {
  if (!inWaves(evidence)) return kinds[kind] ?? kind;
  return kind === 'recurring' ? 'comes back in waves' : `${kinds[kind] ?? kind}, in waves`;
}

/** The step of the ranking in words, as `strength` in the warehouse orders them. */
function stepOf(level: Level, evidence: Evidence): string {
  if (level === 'alert' || inWaves(evidence)) return 'Alert, or comes back in waves';
  if (level === 'watch') return 'On watch';
  return evidence.reasons?.includes('recurring') ? 'Keeps coming back' : 'Costs most';
}

/** `of 32 incidents`: what a figure that opens them is about. */
export const ofIncidents = (size: number): string => `of ${plural(size, 'incident')}`;

/** All incidents of a family, over everything loaded. */
export const familyQuery = (family: string, measure = 'incident.opened'): Query => ({
  measures: [measure],
  period: { all: true },
  filters: [{ field: 'family', op: 'in', values: [family] }]
});
export const familyUrl = (family: string): string => `/problems/${encodeURIComponent(family)}`;

/** The questions whose records its figures are of, each once. */
export const candidateQueries = (row: Row): Query[] => [
  ...new Map((evidenceOf(row).numbers ?? []).flatMap(({ query }) => (query ? [[JSON.stringify(query), query]] : []))).values()
];

/** One row of the table of candidates in the words of the page. @param sizeOf how many records a question of its figures has */
export function candidateReading(row: Row, sizeOf: (query: Query) => number | null = () => null): CandidateReading {
  const { numbers = [], ...evidence } = evidenceOf(row);
  const isOfTest = ({ name }: { name: string }): boolean => /^(observed|expected)/.test(name);
  const [told, tested] = [numbers.filter((one) => !isOfTest(one)), numbers.filter(isOfTest)];
  const [stretch, newest] = [told, tested].map((some) => stretchOf(some[0]?.query));
  return {
    ...candidateLine(row),
    figures: told.map((one) => {
      const own = stretchOf(one.query);
      return own === stretch ? figure(one, sizeOf) : { ...figure(one, sizeOf), note: own };
    }),
    stretch: stretch ?? '',
    test: [...tested.map((one) => figure(one, sizeOf)), ...testFigures(evidence, levelOf(row.level))],
    tested: newest ?? '',
    noRise: levelOf(row.level) === 'none' ? noRiseWords(evidence, told) : ''
  };
}

function noRiseWords(evidence: Evidence, numbers: NonNullable<Evidence['numbers']>): string {
  const found = evidence.test ? 'The tests found no rise, so this is no trend alert.' : 'There was too little to test for a rise.';
  return `${found} The rank comes from ${rankWords(evidence, numbers)}.`;
}

function rankWords(evidence: Evidence, numbers: NonNullable<Evidence['numbers']>): string {
  const number = (name: string): number => numbers.find((one) => one.name === name)?.value ?? 0;
  const waves = inWaves(evidence);
  const recurrence = `recurrence: ${plural(number('incidents'), 'incident')} in ${plural(number('separate_weeks'), 'separate week')}${weeksOf(numbers[0]?.query)}`;
  if (waves) return `${recurrence}, and ${waves.count} waves within 39 weeks, about every ${count(waves.everyDays)} days`;
  return evidence.reasons?.includes('recurring')
    ? recurrence
    : `cost: ${decimal(number('lost_share') * 100)} % of the time lost in families`;
}

/** “ of the last 26”: the weeks that the numbers are about. */
function weeksOf(query: Query | undefined): string {
  const period = query?.period;
  if (!period || !('from' in period)) return '';
  return ` of the last ${count((Date.parse(period.to) - Date.parse(period.from)) / (7 * 86_400_000))}`;
}

const stretchOf = (query: Query | undefined): string => (query?.period && 'from' in query.period ? spanWords(query.period) : '');

export function candidateLine(row: Row): CandidateLine {
  const evidence = evidenceOf(row);
  const family = String(row.family_id);
  return {
    family,
    label: String(row.label ?? family),
    href: familyUrl(family),
    rank: numberOf(row.rank) ?? 0,
    level: levelOf(row.level),
    kind: kindOf(String(row.kind), evidence),
    step: stepOf(levelOf(row.level), evidence),
    sentence: String(row.sentence ?? ''),
    weekly: weeklyOf(row.weekly),
    usual: numberOf(row.usual),
    impact: impactOf(evidence),
    records: recordsUrl(evidence.numbers?.[0]?.query ?? familyQuery(family)),
    linked: linkedOf(row)
  };
}

const evidenceOf = (row: Row): Evidence => JSON.parse(String(row.evidence ?? '{}')) as Evidence;
export const levelOf = (value: unknown): Level => (value === 'alert' || value === 'watch' ? value : 'none');
export const weeklyOf = (value: unknown): number[] => (typeof value === 'string' && value ? value.split(' ').map(Number) : []);

function figure(
  { name, value, query }: { name: string; value: number; query?: Query },
  sizeOf: (query: Query) => number | null
): EvidenceFigure {
  const text = name.endsWith('_seconds')
    ? hours(value)
    : name.endsWith('_share')
      ? `${decimal(value * 100)} %`
      : Number.isInteger(value)
        ? count(value)
        : value >= 10
          ? count(value)
          : decimal(value);
  const size = query ? sizeOf(query) : null;
  return {
    label: labels[name] ?? name.replaceAll('_', ' '),
    text,
    ...(query ? { href: recordsUrl(query) } : {}),
    ...(size === null || size === value ? {} : { title: ofIncidents(size) })
  };
}

const tests: Readonly<Record<string, [label: string, meaning: string]>> = {
  level: ['level shift', 'Are there more than before in the last two weeks?'],
  burst: ['burst', 'Are there many more than before in a few days?'],
  drift: ['drift', 'Have there been more for a quarter of a year?']
};

function testFigures({ test }: Evidence, level: Level): EvidenceFigure[] {
  if (!test) return [];
  const [kind, asks] = tests[test.kind] ?? [test.kind, ''];
  return [
    {
      label: 'Times the expected, at least',
      text: decimal(test.ratioLow),
      meaning: 'Lower end of the 95 % interval: below 1, there may be no rise at all.'
    },
    {
      label: level === 'none' ? 'q, false alarms if such were called rises' : 'q, false alarms among such',
      text: probability(test.q),
      meaning: falseAlarms
    },
    { label: 'p, luck alone', text: probability(test.p), meaning: oddsOfLuck },
    { label: 'Tests in the pool', text: count(test.poolSize), meaning: 'Tests of all families in this build: what q allows for.' },
    { label: 'Test', text: kind, ...(asks ? { meaning: asks } : {}) },
    { label: 'Stretch', text: `${test.days} d` },
    { label: 'Expected from', text: test.against === 'volume' ? 'its share of all incidents' : 'its own history' }
  ];
}

function impactOf({ impact }: Evidence): CandidateReading['impact'] {
  if (!impact) return { text: emDash, parts: '' };
  return {
    text: hours(impact.seconds),
    parts: `${decimal(Math.round(impact.incidents * 10) / 10)} incidents × ${hours(impact.meanSeconds)} (its mean, drawn towards that of all families), from the last ${impact.basisDays} days`
  };
}

function linkedOf(row: Row): CandidateReading['linked'] {
  const link = (label: string, id: unknown, note?: string) =>
    typeof id === 'string' && id ? { label, id, href: recordUrl('problem', id), ...(note ? { note } : {}) } : undefined;
  const similarity = numberOf(row.known_error_similarity);
  return (
    link('open problem', row.open_problem_id) ??
    link('known error', row.known_error_id) ??
    link('was', row.closed_problem_id, 'closed') ??
    link('nearest known error', row.nearest_known_error_id, similarity === null ? undefined : `${similarity.toFixed(2)} of 1`)
  );
}
