import type { Author } from './entry.ts';
import type { Measure } from './measure.ts';

const settled = (condition: string): string =>
  `record_id IN (SELECT t.incident_id FROM fact.contact AS t WHERE t.incident_id IS NOT NULL AND t.is_first_contact_resolution${condition})`;

/**
 * What the desk and the portal took off the teams: shares of everything done. A contact names the incident or request that came of it.
 * @param done lower case: "resolved"
 */
export function firstContact(make: Author, noun: string, done: string): Measure[] {
  return [
    make.share('first_contact_share', {
      label: 'Settled in the first contact %',
      meaning: `Share of ${done} ${noun} that were settled within the contact that they came of.`,
      date: 'resolved_date',
      where: settled(' IS NOT NULL'),
      numerator: settled(''),
      formula: `${noun} with a contact that settled them / ${noun} with a contact that tells it, dated by resolved_date`,
      denominator: `${noun} ${done} that came of a contact which tells whether it settled them`,
      direction: 'up',
      needs: ['resolved_at', 'fact.contact.incident_id', 'fact.contact.is_first_contact_resolution']
    }),
    make.share('self_service_share', {
      label: 'Self-service %',
      meaning: `Share of ${noun} that came through the portal.`,
      date: 'opened_date',
      where: 'channel IS NOT NULL',
      numerator: "lower(channel) IN ('portal', 'self_service', 'self-service')",
      denominator: `${noun} with a channel`,
      direction: 'up',
      needs: ['channel']
    })
  ];
}

/**
 * Whether a field was right from the start: its value at the opening against that at the end, as the course tells them.
 * @param field of `mart.correction`
 * @param told condition: the course of the field is known
 */
export function corrected(make: Author, name: string, label: string, meaning: string, field: string, told: string, noun: string): Measure {
  return make.share(name, {
    label,
    meaning,
    date: 'resolved_date',
    where: told,
    numerator: `record_id IN (SELECT t.record_id FROM mart.correction AS t WHERE t.record_type = '${noun.slice(0, -1)}' AND t.field = '${field}')`,
    formula: `${noun} whose ${field} at the end is another than the first told / ${noun} whose history tells the ${field}, dated by resolved_date`,
    denominator: `${noun} done whose history tells the ${field}`,
    nullRule: `Records whose history does not tell the ${field} leave numerator and denominator.`,
    direction: 'down',
    needs: ['resolved_at', field, 'mart.correction']
  });
}
