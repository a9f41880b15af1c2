import { day, iso } from '../instants.ts';
import { noIncidents, wholeHour, type Stage, type Story } from './story.ts';

export const lateDays = 3;
/** Tables whose last delivery has not come. */
export const lateTables = ['access', 'contact'] as const;

/** The identity and telephony systems deliver late: their newest rows are three days older than everybody else's. */
export function lateFeedStory(stage: Stage): Story {
  const from = wholeHour(stage.span.end - lateDays * day);
  return {
    ...noIncidents,
    id: 'late-feed',
    kind: 'late-feed',
    from,
    to: stage.span.end,
    expected: () => ({ tables: lateTables, newest_row_at_most: iso(from), is_stale: true })
  };
}
