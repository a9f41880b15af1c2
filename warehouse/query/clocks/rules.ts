import { spaced } from '../../service-levels/words.ts';
import type { ClockTarget, RecordClock } from './clock.ts';

const endStates: readonly (string | null)[] = ['resolved', 'closed', 'cancelled'];

/** The sentence of a rule, without its full stop. */
export const sentenceOf = ({ rules }: Pick<ClockTarget, 'rules'>, rule: string): string | undefined =>
  rules.find((each) => each.rule === rule)?.sentence.replace(/\.$/, '');

/** `in_progress` → `in progress`. */
export const stateWords = (state: string | null): string => (state === null ? 'no state' : spaced(state));

/**
 * Why a stretch is paused: the pause of the target, or an end that did not last.
 * @param isResumed the clock went on after it
 */
export function pauseWords(target: ClockTarget, { state }: { state: string | null }, isResumed: boolean): string {
  const pause = sentenceOf(target, 'pause')?.replace(/^It is paused /, '');
  const isPause = pause !== undefined && pause !== 'It is never paused' && mayMean(pause, state);
  if (isPause) return `paused ${pause}`;
  if (target.rules.length === 0 && !endStates.includes(state)) return `paused: state ${stateWords(state)}`;
  return `ended (${stateWords(state)})${isResumed ? ', then reopened: the same clock goes on, the time between does not count' : ''}`;
}

/** A pause that speaks of states alone means only those. */
function mayMean(pause: string, state: string | null): boolean {
  const states = /^while state is ([a-z ,]+)$/.exec(pause)?.[1];
  if (states === undefined) return !endStates.includes(state) || (state !== null && pause.includes(spaced(state)));
  return states.split(/, | or /).includes(stateWords(state));
}

const endedBy: Readonly<Record<string, string>> = {
  reset: 'completed by its reset; the next cycle begins',
  priority: 'cancelled: another priority begins a new cycle',
  reopened: 'ended; the record was reopened, and the next cycle begins',
  when_ends: 'cancelled: it is no longer about the record',
  condition: 'ended by its stop condition'
};

/** What ended a clock: `ended: state resolved`, `ended at first response at`; undefined while it has not. */
export function endWords({ stoppedBy, stage, stopStateSource, stoppedAt }: RecordClock): string | undefined {
  if (stoppedAt === null) return undefined;
  if (stoppedBy === null) return stage === 'cancelled' ? 'cancelled' : 'ended';
  if (stoppedBy === 'condition' && stage === 'cancelled') return 'cancelled by its cancel condition';
  const known = endedBy[stoppedBy];
  if (known) return known;
  if (stoppedBy.endsWith('_at')) return `ended: ${spaced(stoppedBy)}`;
  const source = stopStateSource && stopStateSource.toLowerCase() !== stoppedBy ? ` (${stopStateSource} in the source)` : '';
  return `${stage === 'cancelled' ? 'cancelled' : 'ended'}: state ${stateWords(stoppedBy)}${source}`;
}
