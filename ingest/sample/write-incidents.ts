import { contactRows } from './contacts.ts';
import type { Update } from './course.ts';
import { eventAt, eventCount, linkedEventRow, looseEventRow } from './events.ts';
import { auditRow, clockRow, drawsOf, incidentRow, type Incident } from './incident-rows.ts';
import { incident, openings } from './incidents.ts';
import { outageRows, outagesOf } from './outages.ts';
import { Random } from './random.ts';
import { stride, type Report, type Sheets } from './sheets.ts';
import { surveyRow } from './surveys.ts';
import type { Ledger } from './truth.ts';
import { vendorClocks } from './vendor-clocks.ts';
import type { World } from './world.ts';

/** Adds the rows of one incident to every file it shows in. `since`: updates up to then are known already and left out. */
export function addIncident(world: World, sheets: Sheets, one: Incident, end: number, late: number, random: Random, since = 0) {
  for (const update of one.visible) if (update.at > since) sheets.add('incident-audit-log', auditRow(one, update));
  const seenTakenUp = one.history.takenUpAt <= (one.visible[one.visible.length - 1] as Update).at ? one.history.takenUpAt : 0;
  const clocks = vendorClocks(world, { updates: one.visible, end }, seenTakenUp, drawsOf(one, 'clocks', random));
  const { row, problem } = incidentRow(world, one, clocks.resolution, drawsOf(one, 'row', random));
  sheets.add('incident', row);
  sheets.add('task_sla', clockRow(world, one, clocks.response));
  sheets.add('task_sla', clockRow(world, one, clocks.resolution));
  sheets.add('em_event', linkedEventRow(world, one, end, drawsOf(one, 'event', random)));
  sheets.add('survey', surveyRow(one, clocks.resolution.hasBreached, end, drawsOf(one, 'survey', random)));
  for (const contact of contactRows(one, late, drawsOf(one, 'contact', random))) sheets.add('contact', contact);
  const outages = outagesOf(one, end, drawsOf(one, 'outage', random));
  for (const outage of outageRows(one, outages)) sheets.add('outage', outage);
  return { clocks, problem, outages };
}

/** Writes all incidents and what hangs on them, in the order they open, with the events that led to none in between. */
export async function writeIncidents(world: World, sheets: Sheets, ledger: Ledger, late: number, report: Report): Promise<void> {
  const { end } = world.span;
  const random = new Random(world.options.seed);
  const events = sheets.has('em_event') ? eventCount(world) : 0;
  let event = 0;
  let eventOpens = events > 0 ? eventAt(world, 0, random) : 0;
  const addEventsUntil = (at: number) => {
    while (event < events && eventOpens <= at) {
      sheets.add('em_event', looseEventRow(world, event, end, random));
      event++;
      eventOpens = eventAt(world, event, random);
    }
  };
  const total = world.options.incidents;
  for (const opening of openings(world)) {
    addEventsUntil(opening.at);
    const one = incident(world, opening, random, end);
    const { clocks, problem, outages } = addIncident(world, sheets, one, end, late, random);
    ledger.fail(outages);
    ledger.count(one, opening.story?.id, problem, clocks.resolution.hasBreached);
    if (clocks.deviation) ledger.deviate(one.number, clocks.deviation, clocks.resolution.hasBreached, clocks.rightly);
    if (opening.serial % stride === stride - 1) {
      await sheets.drain();
      report({ step: 'incidents', done: opening.serial + 1, total });
    }
  }
  addEventsUntil(end);
  report({ step: 'incidents', done: total, total });
}
