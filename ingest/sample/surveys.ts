import type { Incident } from './incident-rows.ts';
import { day, hour, iso, type Instant } from './instants.ts';
import type { Random } from './random.ts';
import { cell } from './rows-file.ts';

const answerRate = 0.16;
const happy = ['', '', 'Thanks!', 'Quick and friendly', 'Alles bestens, vielen Dank', 'Great help, as always', '👍'];
const unhappy = [
  '',
  'Took far too long',
  'Nobody told me anything',
  'Had to explain it three times',
  'Closed although it still happens',
  '"Solved"? No.'
];

/** The survey about one incident: sent after about half of the resolutions, answered by few, kinder when it was quick. */
export function surveyRow(
  { plan, number, serial, visible }: Incident,
  hasBreached: boolean,
  end: Instant,
  random: Random
): string | undefined {
  const resolvedAt = visible[visible.length - 1]?.resolvedAt ?? 0;
  const isSent = random.chance(0.5);
  const sentAt = resolvedAt + hour + random.integer(4 * hour);
  const isAnswered = random.chance(answerRate);
  const answeredAt = sentAt + Math.round(random.logNormal(0.6 * day, 1));
  const mood = 4.4 - (hasBreached ? 1.6 : 0) - (visible[visible.length - 1]?.reopens ?? 0) + random.normal() * 0.9;
  const score = Math.min(5, Math.max(1, Math.round(mood)));
  const comment = random.pick(score >= 4 ? happy : unhappy);
  if (!plan.caller || resolvedAt === 0 || !isSent || sentAt > end) return undefined;
  const answer = isAnswered && answeredAt <= end ? `${iso(answeredAt)},${score}` : ',';
  const updated = isAnswered && answeredAt <= end ? answeredAt : sentAt;
  return `SUR${10_000_000 + serial},${iso(updated)},${iso(sentAt)},${answer},1,5,incident,${number},${answer === ',' ? '' : cell(comment)}`;
}
