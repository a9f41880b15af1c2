import { day } from '../instants.ts';
import { networkSupplier } from '../organisation.ts';
import { noIncidents, wholeHour, type Stage, type Story } from './story.ts';

const daysBeforeEnd = 75;
const factor = 6;

/** From a date on the network supplier takes six times as long: nothing is added, only time spent on hold with the supplier explodes. */
export function lateSupplierStory(stage: Stage): Story {
  const from = wholeHour(stage.span.end - daysBeforeEnd * day);
  return {
    ...noIncidents,
    id: 'late-supplier',
    kind: 'supplier-in-breach',
    from,
    to: stage.span.end,
    supplier: networkSupplier.name,
    supplierPace: (supplier, at) => (supplier === networkSupplier.name && at >= from ? factor : 1),
    expected: () => ({ on_hold_factor: factor, median_hours_before: networkSupplier.medianHours })
  };
}
