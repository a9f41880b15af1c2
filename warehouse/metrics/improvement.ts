import { author } from './entry.ts';
import type { Measure } from './measure.ts';

const make = author('improvement', 'improvement');

/** Continual improvement: what the improvement register would tell, one row per initiative. */
export const improvementMeasures: Measure[] = [
  make.count('initiatives', {
    label: 'Initiatives',
    meaning: 'Initiatives raised then, to be sliced by state.',
    date: 'raised_date',
    needs: ['raised_date']
  }),
  make.count('open', {
    label: 'Initiatives open now',
    meaning: 'Initiatives neither done nor dropped at the data instant.',
    date: 'as_of',
    where: 'is_open',
    needs: ['is_open']
  }),
  make.count('actions_open', {
    label: 'Actions open',
    meaning: 'Initiatives past the day by which their action was required, and not done, at the data instant.',
    date: 'as_of',
    where: 'is_open AND is_overdue',
    direction: 'down',
    needs: ['is_overdue']
  }),
  make.quotient('benefit_ratio', {
    label: 'Benefit measured of claimed',
    meaning: 'Benefit measured after initiatives (before and after, with a control) for each unit claimed.',
    date: 'done_date',
    value: 'benefit_measured',
    over: 'benefit_claimed',
    unit: 'share',
    formula:
      'sum of benefit measured / sum of benefit claimed, of initiatives done, dated by done_date; its interval comes with the measurement',
    denominator: 'benefit claimed by initiatives that have been measured',
    direction: 'up',
    needs: ['benefit_claimed', 'benefit_measured']
  }),
  make.share('reviews_on_time_share', {
    label: 'Reviews held on time %',
    meaning: 'Share of reviews due then that were held by the day they were due.',
    date: 'review_due_date',
    where: 'review_due_date IS NOT NULL',
    numerator: 'reviewed_date <= review_due_date',
    denominator: 'reviews due',
    direction: 'up',
    needs: ['review_due_date']
  }),
  make.sum('outage_avoided_seconds', {
    label: 'Outage time avoided',
    meaning:
      'Downtime that would have been expected without the initiative, less the downtime there was, with the interval of the measurement.',
    date: 'done_date',
    value: 'outage_avoided_seconds',
    unit: 'seconds',
    clock: 'business',
    formula: 'sum of counterfactual downtime − actual downtime of initiatives that have been measured, dated by done_date',
    direction: 'up',
    needs: ['outage_avoided_seconds']
  })
];
