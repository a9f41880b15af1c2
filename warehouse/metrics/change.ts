import { author } from './entry.ts';
import { lifeCycle } from './life-cycle.ts';
import type { Measure } from './measure.ts';

const make = author('change', 'change');
const after = author('change', 'aftermath');
/** As in `models/mart/change_aftermath.sql`. */
const aftermathDays = 7;

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
  make.count('caused_incident', {
    label: 'Changes that caused an incident',
    meaning: 'Changes that an incident names as its cause.',
    date: 'opened_date',
    where: 'record_id IN (SELECT i.caused_by_change_id FROM fact.incident AS i)',
    formula: 'changes named by an incident as its cause, dated by opened_date',
    direction: 'down',
    needs: ['opened_at', 'fact.incident.caused_by_change_id']
  }),
  after.sum('incidents_after', {
    label: 'Incidents after a change',
    meaning: `Incidents of the changed item, or of the service where no item is told, in the ${aftermathDays} days after changes ended.`,
    date: 'ended_date',
    value: 'observed',
    direction: 'down',
    needs: ['ended_date']
  }),
  after.quotient('incidents_after_ratio', {
    label: 'Incidents after a change, against chance',
    meaning: `Incidents in the ${aftermathDays} days after changes ended for each one that the usual rate of the same item (or service) lets expect. 1 is chance.`,
    date: 'ended_date',
    value: 'observed',
    over: 'expected',
    formula: `sum of incidents in ${aftermathDays} days after / sum of ${aftermathDays} × incidents a day of the item (else the service) over the year around the change, of changes ended at least ${aftermathDays} days before the data instant, dated by ended_date`,
    denominator: 'incidents to be expected in as many days with no regard to the change',
    nullRule: 'Changes that did not end, or name neither an item nor a service, are left out.',
    direction: 'down',
    needs: ['ended_date']
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
