import type { Candidate } from './candidates.ts';
import { leastMatch } from './known-errors.ts';
import type { Signal } from './signals.ts';

/** What the sentence tells besides the candidate itself, measured over `days`. */
export interface Scope {
  days: number;
  /** Incidents, children of one parent counted once. */
  count: number;
  weeks: number;
  callers: number;
  items: number;
  sites: number;
  lostSeconds: number;
  /** Incidents whose lost time is in business seconds. */
  businessCount: number;
}

export interface Kinship {
  terms: readonly string[];
  openProblemId: string | null;
  knownErrorId: string | null;
  closedProblemId: string | null;
  nearestKnownErrorId: string | null;
  knownErrorSimilarity: number | null;
}

/** Rounded for reading: whole from 10 on, one decimal below. */
const number = (value: number): string =>
  value > 0 && value < 0.1 ? '< 0.1' : value >= 10 ? String(Math.round(value)) : String(Math.round(value * 10) / 10);
const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
export const probability = (value: number): string => (value < 0.001 ? '< 0.001' : `= ${Number(value.toPrecision(2))}`);

/** The candidate in one sentence with every number that speaks for it; see `evidence` for the records behind each. */
export function sentenceOf(candidate: Candidate, scope: Scope, kinship: Kinship, bounds: [low: number, high: number] | undefined): string {
  const parts = [
    statement(candidate, scope, bounds),
    kinship.terms.length > 0 ? `shared terms ${kinship.terms.slice(0, 4).join(' · ')}` : '',
    people(scope),
    hours(scope),
    kin(kinship)
  ];
  return `${prefix(kinship)}${parts.filter((part) => part !== '').join('; ')}.`;
}

function prefix({ openProblemId, knownErrorId }: Kinship): string {
  if (knownErrorId !== null) return `Recurrence of known error ${knownErrorId}: `;
  return openProblemId === null ? '' : `Belongs to open problem ${openProblemId}: `;
}

function statement({ kind, signal, lostShare, waves }: Candidate, scope: Scope, bounds: [number, number] | undefined): string {
  if (kind === 'signal' && signal && bounds) return surprise(signal, bounds);
  const seen = `${plural(scope.count, 'incident')} in ${scope.days / 7} weeks, in ${plural(scope.weeks, 'separate week')}`;
  if (kind === 'recurring') return `${seen}${waves ? tidal(waves) : ''}, with no open problem`;
  return `${seen}: ${number(lostShare * 100)} % of the time lost in families`;
}

const tidal = ({ count, everyDays }: NonNullable<Candidate['waves']>): string =>
  `; it went quiet and came back in ${count} waves within 39 weeks, about every ${number(everyDays)} days`;

function surprise(signal: Signal, [low, high]: [number, number]): string {
  const growing = signal.kind === 'drift' ? ', a drift' : '';
  const span = signal.days === 1 ? 'one day' : `${signal.days} days`;
  return `${plural(signal.observed, 'incident')} in ${span} against ${number(signal.expected)} expected (95 %: ${low}–${high}), q ${probability(signal.q)}${growing}`;
}

function people({ callers, sites, items }: Scope): string {
  const told = [
    callers > 0 ? plural(callers, 'caller') : '',
    sites > 0 ? plural(sites, 'site') : '',
    items > 1 ? plural(items, 'configuration item') : ''
  ];
  return told.filter((part) => part !== '').join(', ');
}

function hours({ lostSeconds, businessCount, count }: Scope): string {
  const kind = businessCount === 0 ? 'calendar time' : businessCount === count ? 'working time' : 'working time where known';
  return `${number(lostSeconds / 3600)} hours lost (${kind} until resolved, for each person affected)`;
}

function kin({ knownErrorId, closedProblemId, nearestKnownErrorId, knownErrorSimilarity }: Kinship): string {
  if (knownErrorId !== null) return '';
  if (closedProblemId !== null) return `earlier incidents were linked to ${closedProblemId}, now closed`;
  if (nearestKnownErrorId === null || knownErrorSimilarity === null) return '';
  return `nearest known error ${nearestKnownErrorId} at ${knownErrorSimilarity.toFixed(2)}, below ${leastMatch.toFixed(2)}: no match`;
}
