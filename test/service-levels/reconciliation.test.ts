import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { reconciliationCauses } from '#warehouse/metrics/reconciliation-cause.ts';
import { matchNames } from '#warehouse/service-levels/reconcile-names.ts';
import { resolveAgreements } from '#warehouse/service-levels/resolve.ts';
import { buildAt, rowsOf } from '../warehouse/built.ts';
import { landDeliveries, temporaryHome, type CanonicalRow } from '../warehouse/landed.ts';

/** Berlin, one hour ahead of UTC; Tuesday 6 January 2026 is a holiday. */
const definitions = {
  'calendars.yaml': `calendars:
  - name: office
    zone: Europe/Berlin
    hours: { mon: ['09:00-17:00'], tue: ['09:00-17:00'], wed: ['09:00-17:00'], thu: ['09:00-17:00'], fri: ['09:00-17:00'] }
    holidays: ['2026-01-06']
`,
  'agreements.yaml': `agreements:
  - name: Gold
    type: SLA
    targets:
      - name: Resolution
        record_type: incident
        metric: resolution
        source_names: ['Fix*']
        when: { category: { not: spam } }
        calendar: office
        goals: { '1': 4h, default: 8h }
        pause: on_hold
        cancel: cancelled
`
};

/** A record as `5 08:00 new` … in January 2026, UTC, with another priority behind a slash, and the tool's row of it. */
interface Told {
  course: readonly string[];
  priority?: number;
  category?: string;
  tool?: CanonicalRow;
  isExported?: boolean;
}

const at = (day: string, time: string): string => `2026-01-${day.padStart(2, '0')}T${time.length === 5 ? `${time}:00` : time}Z`;
const done = (seconds: number, more: CanonicalRow = {}): CanonicalRow => ({
  stage: 'completed',
  has_breached: false,
  business_seconds: seconds,
  ...more
});

/** Cause, and what the record and the tool tell for it. Seconds are worked out by hand. */
const cases: Record<string, Told> = {
  agreed: { course: ['5 08:00 new', '5 12:00 resolved'], tool: done(14_400) },
  // Mon 9–16 and Wed 10–11; on hold for 42 hours, 2 of them open.
  pause_outside_hours: { course: ['5 08:00 new', '5 15:00 on_hold', '7 09:00 in_progress', '7 10:00 resolved'], tool: done(0) },
  // Mon 15–17 and Wed 9–10; the tool counts Tuesday's eight hours too.
  calendar_version: { course: ['5 14:00 new', '7 09:00 resolved'], tool: done(39_600, { has_breached: true }) },
  // 9–12 in Berlin is 9–11 of hours read in UTC, which open an hour later.
  zone_fallback: { course: ['5 07:00 new', '5 11:00 resolved'], tool: done(7_200) },
  reopened: {
    course: ['7 08:00 new', '7 10:00 resolved', '7 12:00 in_progress', '7 15:00 resolved'],
    priority: 1,
    tool: done(7_200, { stopped_at: at('7', '10:00') })
  },
  other_start: { course: ['7 10:00 new', '7 14:00 resolved'], tool: done(9_000, { started_at: at('7', '11:30') }) },
  rounding: { course: ['7 09:00 new', '7 13:00:14 resolved'], priority: 1, tool: done(14_400) },
  other_goal: { course: ['7 09:00 new/3', '7 11:00 in_progress/1', '7 14:30 resolved/1'], tool: done(19_800) },
  cancellation: { course: ['7 09:00 new', '7 10:00 cancelled'], tool: done(3_600) },
  stale_export: {
    course: ['7 09:00 new', '7 10:00 resolved'],
    tool: { stage: 'running', has_breached: false, business_seconds: 1_800, stopped_at: null }
  },
  missing_history: { course: ['7 09:00 new', '9 15:00 resolved'], isExported: true, tool: done(60_000, { has_breached: true }) },
  not_told: { course: ['7 09:00 new', '7 10:00 resolved'], tool: { stage: null, has_breached: null } },
  unexplained: { course: ['7 09:00 new', '7 10:00 resolved'], tool: done(31_415, { has_breached: true }) },
  not_attached: { course: ['7 09:00 new', '7 10:00 resolved'], category: 'spam', tool: done(3_600) },
  not_in_source: { course: ['7 09:00 new', '7 10:00 resolved'] },
  target_not_ours: { course: ['7 09:00 new', '7 10:00 resolved'], category: 'spam', tool: done(3_600, { target: 'Call back' }) },
  record_unknown: { course: [], tool: done(3_600, { started_at: at('7', '09:00') }) }
};

function rowsOfCase([id, { course, priority = 3, category = 'mail', tool }]: [string, Told]): {
  log: CanonicalRow[];
  tool: CanonicalRow[];
} {
  const steps = course.map((text) => {
    const [day = '', time = '', state = ''] = text.split(' ');
    const [word, other] = state.split('/');
    return { updated_at: at(day, time), state: word, priority: other ? Number(other) : priority };
  });
  const [first, last] = [steps[0]?.updated_at, steps.at(-1)?.updated_at];
  const log = steps.map((step, sequence) => ({
    record_id: id,
    opened_at: first,
    sequence,
    category,
    ...step,
    ...(step.state === 'resolved' && { resolved_at: step.updated_at })
  }));
  const row = { record_id: id, sla_id: id, target: 'Fix within hours', started_at: first, stopped_at: last, updated_at: last, ...tool };
  return { log, tool: tool ? [row] : [] };
}

describe('clocks of the source tool beside ours', () => {
  let file: string;
  beforeAll(async () => {
    const home = temporaryHome('organisation: Test\nzone: UTC\n');
    for (const [name, text] of Object.entries(definitions)) writeFileSync(join(home.definitions, name), text);
    const all = Object.entries(cases);
    const logged = all.filter(([, { isExported }]) => !isExported).flatMap((one) => rowsOfCase(one).log);
    const exported = all.filter(([, { isExported }]) => isExported).flatMap((one) => rowsOfCase(one).log.slice(-1));
    await landDeliveries(home, [
      { type: 'incident', grain: 'update', knownAt: '2026-02-01T00:00:00.000Z', mapping: 'log', rows: logged },
      { type: 'incident', knownAt: '2026-02-01T00:00:01.000Z', mapping: 'export', rows: exported },
      { type: 'service_level', knownAt: '2026-02-01T00:00:02.000Z', rows: all.flatMap((one) => rowsOfCase(one).tool) }
    ]);
    ({ file } = await buildAt(home));
  }, 120_000);

  it('finds each cause by the sum that proves it', async () => {
    const rows = await rowsOf<{ record_id: string; cause: string | null }>(
      file,
      'SELECT record_id, cause FROM mart.service_level_reconciliation'
    );
    const found = Object.fromEntries(rows.map(({ record_id, cause }) => [record_id, cause ?? 'agreed']));
    expect(found).toEqual(Object.fromEntries(Object.keys(cases).map((name) => [name, name])));
    for (const cause of Object.values(found)) if (cause !== 'agreed') expect(Object.keys(reconciliationCauses)).toContain(cause);
  });

  it('counts as agreement what both sides judge alike, whatever the seconds, and says what a cause rests on', async () => {
    const rows = await rowsOf(
      file,
      `SELECT record_id, agrees, difference_seconds, cause_detail FROM mart.service_level_reconciliation
       WHERE record_id IN ('agreed', 'pause_outside_hours', 'calendar_version', 'zone_fallback', 'other_start') ORDER BY record_id`
    );
    expect(rows).toEqual([
      { record_id: 'agreed', agrees: true, difference_seconds: 0, cause_detail: null },
      { record_id: 'calendar_version', agrees: false, difference_seconds: 28_800, cause_detail: 'holidays unknown' },
      { record_id: 'other_start', agrees: true, difference_seconds: -5_400, cause_detail: 'starts lie 5400 open seconds apart' },
      { record_id: 'pause_outside_hours', agrees: true, difference_seconds: -28_800, cause_detail: '144000 s of pause outside the hours' },
      { record_id: 'zone_fallback', agrees: true, difference_seconds: -3_600, cause_detail: 'hours read in UTC' }
    ]);
  });
});

describe('names of the source tool', () => {
  const agreements = resolveAgreements([
    {
      name: 'Gold',
      type: 'SLA',
      targets: [
        { name: 'Resolution', record_type: 'incident', metric: 'resolution', goals: { default: '8h' } },
        { name: 'Repair', record_type: 'incident', metric: 'resolution', source_names: ['P? fix', '*(gold)*'], goals: { default: '8h' } }
      ]
    }
  ]);
  const targetsOf = (name: string) =>
    matchNames([name], { calendars: [], agreements }).map(({ targetId }) => targetId.split('/')[1]?.split('@')[0]);
  it.each([
    ['Resolution', ['Resolution']],
    ['resolution - P3 (40 h)', ['Resolution']],
    ['Resolutions', []],
    ['Repair', []],
    ['P? fix', ['Repair']],
    ['P1 fix', []],
    ['Time to fix (Gold) 24x7', ['Repair']],
    ['(gold', []]
  ])('%s', (name, targets) => expect(targetsOf(name)).toEqual(targets));
});
