import type { Query } from '../query/query.ts';
import type { Candidate } from './candidates.ts';
import type { Kinship, Scope } from './sentence.ts';

/** A number of the sentence and the question whose records are behind it. */
interface Figure {
  name: string;
  value: number;
  query?: Query;
}

/** `mart.candidate.evidence`: why this family is a candidate, every number with its records. */
export interface Evidence {
  reasons: readonly string[];
  numbers: Figure[];
  /** The family's most telling test, significant or not. */
  test?: { kind: string; days: number; against: string; p: number; q: number; poolSize: number; ratioLow: number };
  impact: Candidate['impact'];
  waves?: Candidate['waves'];
  terms: readonly string[];
  knownError?: { id: string; similarity: number | null };
}

export interface Tested {
  low: number;
  high: number;
  ratioLow: number;
  poolSize: number;
}

/**
 * @param today local date of the data instant; a stretch of n days ends with it
 */
export function evidenceOf(candidate: Candidate, scope: Scope, kinship: Kinship, tested: Tested | undefined, today: string): Evidence {
  const { feature, signal, reasons, impact, lostShare, waves } = candidate;
  const behind = (days: number, measure = 'incident.opened'): Query => recordsOf(feature.familyId, days, today, measure);
  const figure = (name: string, value: number): Figure => ({ name, value, query: behind(scope.days) });
  const numbers: Figure[] = [
    figure('incidents', scope.count),
    figure('separate_weeks', scope.weeks),
    figure('callers', scope.callers),
    figure('configuration_items', scope.items),
    figure('sites', scope.sites),
    figure('lost_seconds', scope.lostSeconds),
    { name: 'lost_share', value: lostShare, query: behind(364) }
  ];
  if (signal && tested) {
    numbers.push(
      { name: 'observed', value: signal.observed, query: behind(signal.days) },
      { name: 'expected', value: signal.expected },
      { name: 'expected_low', value: tested.low },
      { name: 'expected_high', value: tested.high }
    );
  }
  const nearest = kinship.knownErrorId ?? kinship.nearestKnownErrorId;
  return {
    reasons,
    numbers,
    ...(signal && tested ? { test: { ...described(signal), ...tests(tested) } } : {}),
    impact,
    waves,
    terms: kinship.terms,
    ...(nearest === null ? {} : { knownError: { id: nearest, similarity: kinship.knownErrorSimilarity } })
  };
}

const described = ({ kind, days, against, p, q }: NonNullable<Candidate['signal']>) => ({ kind, days, against, p, q });
const tests = ({ poolSize, ratioLow }: Tested) => ({ poolSize, ratioLow });

function recordsOf(familyId: string, days: number, today: string, measure: string): Query {
  const day = Temporal.PlainDate.from(today);
  return {
    measures: [measure],
    period: { from: day.subtract({ days: days - 1 }).toString(), to: day.add({ days: 1 }).toString() },
    filters: [{ field: 'family', op: 'in', values: [familyId] }]
  };
}
