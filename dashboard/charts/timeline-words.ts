import { instant } from '../format.ts';
import type { Stretch, Timeline } from './timeline.ts';

/** A stretch in a sentence, with its own ends, wherever the picture ends. */
export const stretchWords = ({ says, from, to, drawnTo, label, note }: Stretch, zone: string): string =>
  says ??
  `${label}: ${instant(from, zone)} to ${to ? instant(to, zone) : 'now'}${note ? ` (${note})` : ''}${drawnTo ? '; goes on beyond the picture' : ''}`;

/** What stands at the ticks: a midnight is a day, any other its time; the day is told once where no midnight is in sight. */
export function tickWords(ticks: readonly { at: string }[], zone: string): string[] {
  const dayForm = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: zone });
  const timeForm = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone });
  const told = ticks.map(({ at }) => ({ day: dayForm.format(new Date(at)), time: timeForm.format(new Date(at)) }));
  const hasMidnight = told.some(({ time }) => time === '00:00');
  return told.map(({ day, time }, index) => (time === '00:00' ? day : index === 0 && !hasMidnight ? `${day}, ${time}` : time));
}

const kinds: readonly (readonly [Stretch['tone'], string])[] = [
  ['working', 'running'],
  ['over', 'over the goal'],
  ['waiting', 'paused'],
  ['hours', 'closed hours'],
  ['mixed', 'open and closed hours in turn'],
  ['ahead', 'left until due']
];

/** The kinds of stretches that are drawn, each with its word. */
export const legendOf = ({ lanes }: Pick<Timeline, 'lanes'>): typeof kinds =>
  kinds.filter(([tone]) => lanes.some(({ stretches }) => stretches.some((one) => one.tone === tone)));
