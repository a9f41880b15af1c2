import { arrivalAt, curve } from '../arrivals.ts';
import { plantedFaults } from '../faults/index.ts';
import { week } from '../instants.ts';
import { plantedCount, wholeHour, type Stage, type Story } from './story.ts';

const weeks = 36;

/** Missing delivery notes creep up in a straight line over 36 weeks, from hardly any to several a week; no week stands out by itself. */
export function slowDriftStory(stage: Stage): Story {
  const from = wholeHour(Math.max(stage.span.start, stage.span.end - weeks * week));
  const to = stage.span.end;
  const count = plantedCount(stage.incidents, 0.011, 90);
  const rising = curve(stage.seasons, stage.seasons.total, from, to, (at) => 0.15 + (at - from) / (to - from));
  return {
    id: 'slow-drift',
    kind: 'drift',
    from,
    to,
    service: 'SAP Logistics',
    team: 'Enterprise Applications',
    count,
    at: (index) => arrivalAt(rising, stage.stream, index, count, stage.random),
    plan: (_, random) => ({ fault: plantedFaults.deliveryNoteDrift, channel: random.pick(['Email', 'Self-service', 'Phone']) }),
    expected: () => ({ is_growing: true, ratio_end_to_start: 1.15 / 0.15, weeks })
  };
}
