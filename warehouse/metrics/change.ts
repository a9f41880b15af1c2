import { author } from './entry.ts';
import { lifeCycle } from './life-cycle.ts';
import type { Measure } from './measure.ts';

const make = author('change', 'change');

export const changeMeasures: Measure[] = [
  ...lifeCycle({
    process: 'change',
    source: 'change',
    noun: 'changes',
    done: 'Completed',
    doneName: 'completed',
    durationName: 'lead_seconds',
    durationLabel: 'Lead time'
  }),
  make.count('failed', {
    label: 'Failed',
    meaning: 'Changes that failed or were backed out.',
    date: 'opened_date',
    where: 'is_failed',
    direction: 'down',
    needs: ['outcome']
  }),
  make.share('failed_share', {
    label: 'Failed %',
    meaning: 'Share of changes with an outcome that failed or were backed out.',
    date: 'opened_date',
    where: "outcome IS NOT NULL AND outcome <> 'cancelled'",
    numerator: 'is_failed',
    denominator: 'changes with an outcome, not cancelled',
    direction: 'down',
    needs: ['outcome']
  }),
  make.count('emergency', {
    label: 'Emergency changes',
    meaning: 'Changes made as emergencies.',
    date: 'opened_date',
    where: 'is_emergency',
    direction: 'down',
    needs: ['change_type']
  }),
  make.share('emergency_share', {
    label: 'Emergency %',
    meaning: 'Share of changes made as emergencies.',
    date: 'opened_date',
    where: 'change_type IS NOT NULL',
    numerator: 'is_emergency',
    denominator: 'changes with a type',
    direction: 'down',
    needs: ['change_type']
  })
];
