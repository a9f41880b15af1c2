import { arrivalAt, curve } from '../arrivals.ts';
import { plantedFaults } from '../faults/index.ts';
import { service } from '../services.ts';
import { plantedCount, type Stage, type Story } from './story.ts';

/** Warnings of the nightly backup, the same few every week from the first day to the last. Frequent, and no reason for an alert. */
export function steadyNoiseStory(stage: Stage): Story {
  const count = plantedCount(stage.incidents, 0.014, 78);
  const flat = curve(stage.seasons, new Float64Array(stage.seasons.hours).fill(1), stage.span.start, stage.span.end);
  const servers = service('Backup').items.filter((item) => item.startsWith('bkp-srv'));
  return {
    id: 'steady-noise',
    kind: 'steady-family',
    from: stage.span.start,
    to: stage.span.end,
    service: 'Backup',
    team: 'Windows and Storage',
    count,
    at: (index) => arrivalAt(flat, stage.stream, index, count, stage.random),
    plan: (_, random) => ({
      fault: plantedFaults.backupWarnings,
      item: random.pick(servers),
      channel: 'Event',
      impact: 3,
      urgency: 2,
      teams: ['Windows and Storage']
    }),
    expected: () => ({ level: 'none', is_growing: false })
  };
}
