import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { landFile } from '#ingest/land.ts';
import { build } from '#warehouse/build.ts';
import { homeAt, type Home } from '#warehouse/home.ts';
import { sharedData } from '../shared-data.ts';
import { rowsOf } from '../warehouse/built.ts';
import { scratchFolder } from './sample-files.ts';

const now = new Date('2026-01-01T00:00:00Z');
const folder = scratchFolder();
afterAll(() => rmSync(folder, { recursive: true }));

/** A home with definitions, the files of a folder landed with the mappings named, and what of each was loaded and rejected. */
async function landed(name: string, source: string, definitions: Record<string, string>, files: readonly (readonly [string, string])[]) {
  const home: Home = homeAt(join(folder, name));
  mkdirSync(home.definitions, { recursive: true });
  writeFileSync(home.config, 'organisation: Test\nzone: UTC\n');
  for (const [file, text] of Object.entries(definitions)) writeFileSync(join(home.definitions, file), text);
  const loaded: Record<string, [number, number]> = {};
  for (const [file, mapping] of files) {
    const { deliveries } = await landFile({ home, path: join(source, file), mapping, now });
    for (const { rows, outcome } of deliveries) {
      expect([mapping, outcome]).toEqual([mapping, 'landed']);
      loaded[mapping] = [rows.loaded + rows.merged, rows.rejected];
    }
  }
  const { file } = await build({ home, now, threads: 2, out: join(folder, `${name}.duckdb`) });
  return { file, loaded };
}

const reconciled = (file: string) =>
  rowsOf(
    file,
    'SELECT side, agrees, cause, sum(clock_count)::INTEGER AS clocks FROM mart.service_level_reconciled GROUP BY ALL ORDER BY ALL'
  );

const zendesk = sharedData('zendesk-seeds');

/** The policies of `sla_policy_metric_history`, in minutes there; which tickets each applies to is in `ticket_sla_policy`. */
const policy = (name: string, version: number, dates: string, calendar: string, targets: string) =>
  `  - { name: Policy ${name}, version: ${version}, type: SLA, ${dates}, targets: [${targets.replaceAll('CALENDAR', calendar)}] }\n`;
const second = `'11071', '4721', '6605'`;
const zendeskDefinitions = {
  'calendars.yaml': `calendars:
  # schedule_data: minutes since Sunday 00:00 local, 1920–2640 is Monday 08:00–20:00
  - name: SupportCA
    zone: America/Los_Angeles
    hours: { mon: ['08:00-20:00'], tue: ['08:00-20:00'], wed: ['08:00-20:00'], thu: ['08:00-20:00'], fri: ['08:00-20:00'] }
`,
  'agreements.yaml': `agreements:
${policy('1001', 1, 'valid_from: 2020-01-01, valid_to: 2020-05-31', 'SupportCA', `{ name: First reply, record_type: incident, metric: response, source_names: ['1001'], stop: first_response_at, when: { record_id: { not: [${second}] } }, calendar: CALENDAR, goals: { '1': 60m, '2': 240m, '3': 480m, '4': 1440m, default: 480m } }`)}${policy('1001', 2, 'valid_from: 2020-06-01', 'SupportCA', `{ name: First reply, record_type: incident, metric: response, source_names: ['1001'], stop: first_response_at, when: { record_id: { not: [${second}] } }, calendar: CALENDAR, goals: { '1': 45m, '2': 180m, '3': 360m, '4': 1440m, default: 360m } }`)}${policy('1002', 1, 'valid_from: 2020-01-01', '24x7', `{ name: Requester wait, record_type: incident, metric: resolution, source_names: ['1002'], pause: { state_source: pending }, when: { record_id: [${second}] }, calendar: CALENDAR, goals: { '1': 240m, '2': 960m, '3': 1920m, '4': 5760m, default: 1920m } }`)}`
};

describe.skipIf(!zendesk)(`Zendesk seeds${zendesk ? '' : ' (no shared/data/zendesk-seeds beside the checkout)'}`, () => {
  let file: string;
  let loaded: Record<string, [number, number]>;
  beforeAll(async () => {
    ({ file, loaded } = await landed('zendesk', zendesk!, zendeskDefinitions, [
      ['ticket_data.csv', 'zendesk/ticket'],
      ['ticket_field_history_data.csv', 'zendesk/ticket_field_history'],
      ['ticket_comment_data.csv', 'zendesk/ticket_comment'],
      ['user_data.csv', 'zendesk/user'],
      ['ticket_sla_policy_data.csv', 'zendesk/ticket_sla_policy']
    ]));
  }, 120_000);

  it('loads every row', () => {
    expect(loaded).toEqual({
      'zendesk/ticket': [10, 0],
      'zendesk/ticket_field_history': [38, 0],
      'zendesk/ticket_comment': [20, 0],
      'zendesk/user': [10, 0],
      'zendesk/ticket_sla_policy': [10, 0]
    });
  });

  it('deleted tickets are cancelled, with the word of the tool kept, and their clocks count nowhere', async () => {
    const cancelled = await rowsOf(file, "SELECT record_id, state_source FROM fact.incident WHERE state = 'cancelled' ORDER BY record_id");
    expect(cancelled).toEqual([
      { record_id: '11013', state_source: 'deleted' },
      { record_id: '1595', state_source: 'deleted' }
    ]);
    expect(await rowsOf(file, "SELECT DISTINCT stage::VARCHAR AS stage FROM fact.clock WHERE record_id IN ('11013', '1595')")).toEqual([
      { stage: 'cancelled' }
    ]);
  });

  it('the ticket with a history counts what its requester waited, on the goal of the priority then in force', async () => {
    // Waiting: all but pending, from creation on; the last priority before solving is urgent.
    const wait = Date.UTC(2020, 10, 14, 11, 1, 27) - Date.UTC(2020, 7, 28, 18, 6, 36);
    const days = (from: [number, number], to: [number, number]) =>
      Date.UTC(2020, to[0] - 1, to[1], 11, 1, 27) - Date.UTC(2020, from[0] - 1, from[1], 11, 1, 27);
    const pending = days([8, 29], [9, 2]) + days([9, 5], [9, 15]) + days([9, 30], [10, 1]) + days([10, 20], [11, 2]);
    const clocks = await rowsOf(
      file,
      `SELECT stage::VARCHAR AS stage, priority, goal_seconds, elapsed_business_seconds, paused_seconds FROM fact.clock WHERE record_id = '11071'`
    );
    expect(clocks.map((clock) => ({ ...clock, priority: Number(clock.priority) }))).toEqual([
      {
        stage: 'breached',
        priority: 1,
        goal_seconds: 14_400,
        elapsed_business_seconds: (wait - pending) / 1000,
        paused_seconds: pending / 1000
      }
    ]);
  });

  it('every policy that the tool applied stands beside one of our clocks, and nothing is unexplained', async () => {
    // The seeds tell which policy was applied when, and no verdict.
    expect(await reconciled(file)).toEqual([{ side: 'both', agrees: null, cause: 'not_told', clocks: 10 }]);
  });
});

const servicenow = sharedData('servicenow-seeds');
const servicenowDefinitions = {
  'agreements.yaml': `agreements:
  - name: Changes
    type: SLA
    targets:
      - { name: Change within 3 days, record_type: change, metric: resolution, source_names: [d1524982d732220035ae23c7ce61035d], goals: { default: 72h } }
`
};

describe.skipIf(!servicenow)(`ServiceNow seeds${servicenow ? '' : ' (no shared/data/servicenow-seeds beside the checkout)'}`, () => {
  let file: string;
  let loaded: Record<string, [number, number]>;
  beforeAll(async () => {
    ({ file, loaded } = await landed('servicenow', servicenow!, servicenowDefinitions, [
      ['task_data.csv', 'servicenow/change_request'],
      ['task_data.csv', 'servicenow/change_request-sys_id'],
      ['incident_data.csv', 'servicenow/incident'],
      ['problem_data.csv', 'servicenow/problem'],
      ['task_sla_data.csv', 'servicenow/task_sla']
    ]));
  }, 120_000);

  it('loads every row', () => {
    expect(Object.values(loaded)).toEqual([1, 1, 1, 1, 1].map((rows) => [rows, 0]));
  });

  it('a clock of the tool that names the task by sys_id stands on the number that people use, durations since 1970 as seconds', async () => {
    const rows = await rowsOf(file, 'SELECT record_id, stage, business_seconds FROM fact.service_level_source');
    expect(rows).toEqual([{ record_id: 'CHG0000002', stage: 'cancelled', business_seconds: 0 }]);
  });

  it('its verdict and ours agree', async () => {
    expect(await reconciled(file)).toEqual([{ side: 'both', agrees: true, cause: null, clocks: 1 }]);
  });
});
