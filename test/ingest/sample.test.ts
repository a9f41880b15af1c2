import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSampleHome, fileNames, writeDelta, writeSample, type SampleTable, type Truth } from '#ingest/sample/index.ts';
import { headers } from '#ingest/sample/headers.ts';
import { hostileTitles } from '#ingest/sample/titles.ts';
import { homeAt } from '#warehouse/home.ts';
import { validateDefinitions } from '#warehouse/service-levels/validate.ts';
import { readTable, scratchFolder, secondsOf, type Row } from './sample-files.ts';

const options = { incidents: 2000, seed: 1 };
const end = Date.parse('2026-10-31T18:00:00Z') / 1000;
const folder = scratchFolder();
const tables = {} as Record<SampleTable, Row[]>;
let truth: Truth;

const checksums = (of: string) =>
  Object.fromEntries(
    readdirSync(of).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(of, name)))
        .digest('hex')
    ])
  );
const countBy = (rows: Row[], key: (row: Row) => string) =>
  Object.fromEntries(Object.entries(Object.groupBy(rows, key)).map(([name, group]) => [name, group?.length ?? 0]));
const isOpen = (row: Row) => ['New', 'In Progress', 'On Hold'].includes(row.state ?? '');

beforeAll(async () => {
  truth = await writeSample({ ...options, folder });
  for (const table of Object.keys(headers) as SampleTable[]) tables[table] = readTable(folder, table);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('bytes', () => {
  test('the same seed gives the same bytes, another seed others', async () => {
    const again = scratchFolder();
    await writeSample({ ...options, folder: again });
    expect(checksums(again)).toEqual(checksums(folder));
    const truthBefore = checksums(folder)['incident.csv'];
    await writeSample({ ...options, seed: 2, folder: again });
    expect(checksums(again)['incident.csv']).not.toBe(truthBefore);
    rmSync(again, { recursive: true });
  });

  test('every file has the rows that the truth tells, and hostile titles among them', () => {
    for (const table of Object.keys(tables) as SampleTable[]) expect([table, tables[table].length]).toEqual([table, truth.rows[table]]);
    const alerts = readFileSync(join(folder, fileNames.alerts), 'utf8').trim().split('\n');
    expect(alerts.length).toBe(truth.rows.alerts);
    const payloads = alerts.map((line) => JSON.parse(line) as { version: string; alerts: { status: string; endsAt: string }[] });
    expect(payloads.every(({ version, alerts: told }) => version === '4' && told.length > 0)).toBe(true);
    const titles = new Set(tables.incident.map((row) => row.short_description));
    for (const title of hostileTitles) expect(titles).toContain(title);
    expect(new Set(tables.incident.map((row) => row.short_description)).size).toBeGreaterThan(900);
  });

  test('only asked files are written, with the rows they have in a whole sample', async () => {
    const some = scratchFolder();
    await writeSample({ ...options, folder: some, only: ['incident-audit-log', 'contact'] });
    expect(readdirSync(some).sort()).toEqual(['contact.csv', 'incident_audit_log.csv', 'truth.json']);
    expect(checksums(some)['contact.csv']).toBe(checksums(folder)['contact.csv']);
    rmSync(some, { recursive: true });
  });

  test.each([{ incidents: 12 }, { incidents: 2.5 }, { seed: 0.5 }, { months: 2 }])('refuses %o', async (wrong) => {
    await expect(writeSample({ ...wrong, folder })).rejects.toThrow(RangeError);
  });
});

describe('histories', () => {
  const auditState: Record<string, string> = { 'In Progress': 'Active', 'Awaiting Caller': 'Awaiting User Info' };

  test('the current state is the last update, its counters count the history, times rise', () => {
    const byNumber = Map.groupBy(tables['incident-audit-log'], (row) => row.number);
    expect(byNumber.size).toBe(options.incidents);
    for (const row of tables.incident) {
      const updates = byNumber.get(row.number) as Row[];
      const last = updates.at(-1) as Row;
      const state = row.state === 'On Hold' ? (row.hold_reason as string) : (row.state as string);
      expect(last.incident_state).toBe(auditState[state] ?? state);
      for (const name of [
        'assignment_group',
        'assigned_to',
        'priority',
        'impact',
        'urgency',
        'category',
        'vendor',
        'reopen_count',
        'sys_mod_count'
      ])
        expect([row.number, name, last[name]]).toEqual([row.number, name, row[name]]);
      for (const name of ['resolved_at', 'closed_at', 'opened_at'])
        expect(secondsOf(last[name] as string)).toBe(secondsOf(row[name] as string));
      expect(secondsOf(last.sys_updated_at as string)).toBe(secondsOf(row.sys_updated_on as string));
      const moves = updates.filter((update, index) => index > 0 && update.assignment_group !== updates[index - 1]?.assignment_group).length;
      expect(Number(row.reassignment_count)).toBe(moves);
      const times = updates.map((update) => secondsOf(update.sys_updated_at as string));
      expect(times.every((time, index) => index === 0 || time > (times[index - 1] as number))).toBe(true);
      expect(updates.map((update) => Number(update.sys_mod_count))).toEqual(updates.map((_, index) => index));
    }
  });

  test('four to five updates each, opened in order, none after the end', () => {
    const mean = tables['incident-audit-log'].length / options.incidents;
    expect(mean).toBeGreaterThan(4);
    expect(mean).toBeLessThan(5.1);
    const opened = tables.incident.map((row) => secondsOf(row.opened_at as string));
    expect(opened.every((at, index) => index === 0 || at >= (opened[index - 1] as number))).toBe(true);
  });

  test.each(Object.keys(headers) as SampleTable[])('%s tells nothing that comes after the end', (table) => {
    const planned = ['due_date', 'start_date', 'end_date', 'planned_end_time'];
    const columns = headers[table].filter(
      (name) => /_(at|on|date|time|start|end|event|set|requested|response)$/.test(name) && !planned.includes(name)
    );
    expect(columns.length).toBeGreaterThan(1);
    const late = tables[table].flatMap((row) =>
      columns.filter((name) => secondsOf(row[name] as string) > end).map((name) => [name, row[name]])
    );
    expect(late).toEqual([]);
  });

  test('stages of a record follow each other', () => {
    const order = (table: SampleTable, ...columns: string[]) => {
      const isOrdered = (row: Row) => {
        const times = columns.map((name) => secondsOf(row[name] as string)).filter((time) => !Number.isNaN(time));
        return times.every((time, index) => index === 0 || time >= (times[index - 1] as number));
      };
      expect(tables[table].filter((row) => !isOrdered(row))).toEqual([]);
    };
    order('incident', 'opened_at', 'work_start', 'u_first_response', 'sys_updated_on');
    order('incident', 'opened_at', 'work_start', 'resolved_at', 'closed_at', 'sys_updated_on');
    order('sc_req_item', 'opened_at', 'approval_set', 'work_start', 'closed_at', 'sys_updated_on');
    order('problem', 'opened_at', 'u_root_cause_at', 'resolved_at', 'closed_at', 'sys_updated_on');
    order('change_request', 'opened_at', 'work_start', 'work_end', 'closed_at');
    order('em_event', 'time_of_event', 'u_acknowledged_at', 'u_cleared_at', 'sys_updated_on');
    order('access', 'requested_at', 'granted_at', 'revoke_due_at', 'revoked_at', 'updated_at');
    order('contact', 'offered_at', 'answered_at', 'ended_at', 'updated_at');
    order('survey', 'sent_at', 'answered_at', 'updated_at');
    order('task_sla', 'start_time', 'end_time', 'sys_updated_on');
  });

  test('links lead to records that are there, and priority follows impact and urgency', () => {
    const numbers = new Set(tables.incident.map((row) => row.number));
    const problems = new Set(tables.problem.map((row) => row.number));
    const changes = new Set(tables.change_request.map((row) => row.number));
    const requests = new Set(tables.sc_req_item.map((row) => row.number));
    for (const row of tables.incident) {
      if (row.parent_incident) expect(numbers).toContain(row.parent_incident);
      if (row.problem_id) expect(problems).toContain(row.problem_id);
      for (const change of [row.rfc, row.caused_by]) if (change) expect(changes).toContain(change);
      const level = (name: string) => Number((row[name] as string)[0]);
      expect(level('priority')).toBe(level('impact') + level('urgency') - 1);
    }
    for (const row of tables.access) expect(requests).toContain(row.request_id);
    for (const row of tables.task_sla) expect(numbers).toContain(row.task);
    for (const row of tables.em_event) if (row.u_incident) expect(numbers).toContain(row.u_incident);
  });
});

describe('truth', () => {
  test('totals are what the files say when counted again', () => {
    const { totals } = truth;
    const rows = tables.incident;
    const inBerlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', year: 'numeric', month: '2-digit' });
    const month = (cell: string) => inBerlin.format(new Date(secondsOf(cell) * 1000));
    const opened = countBy(rows, (row) => month(row.opened_at as string));
    const resolved = countBy(
      rows.filter((row) => row.resolved_at),
      (row) => month(row.resolved_at as string)
    );
    expect(totals.months).toEqual(
      totals.months.map((one) => ({ month: one.month, opened: opened[one.month] ?? 0, resolved: resolved[one.month] ?? 0 }))
    );
    expect(totals.months.length).toBe(18);
    const count = (test: (row: Row) => boolean) => rows.filter(test).length;
    expect(totals).toMatchObject({
      incidents: rows.length,
      updates: tables['incident-audit-log'].length,
      by_state: countBy(rows, (row) => row.state as string),
      by_priority: countBy(rows, (row) => (row.priority as string)[0] as string),
      backlog: count(isOpen),
      backlog_by_team: countBy(rows.filter(isOpen), (row) => row.assignment_group as string),
      majors: count((row) => row.major_incident_state === 'accepted'),
      children: count((row) => row.parent_incident !== ''),
      reopened: count((row) => Number(row.reopen_count) > 0),
      reassigned: count((row) => Number(row.reassignment_count) > 0),
      cancelled: count((row) => row.state === 'Canceled'),
      with_problem: count((row) => row.problem_id !== ''),
      caused_by_change: count((row) => row.caused_by !== ''),
      missed_sla: count((row) => row.made_sla === 'false')
    });
  });

  test('the open ones at the end are of every age', () => {
    const ages = tables.incident.filter(isOpen).map((row) => (end - secondsOf(row.opened_at as string)) / 86_400);
    expect(ages.length).toBeGreaterThan(8);
    expect(ages.length).toBeLessThan(80);
    expect(ages.some((age) => age < 2)).toBe(true);
    expect(ages.some((age) => age > 14)).toBe(true);
  });

  test("departures of the tool's clocks are the ones that were planted", () => {
    const verdicts = new Map(tables.task_sla.filter((row) => row.sla?.startsWith('Resolution')).map((row) => [row.task, row.has_breached]));
    expect(truth.vendor_deviations.length).toBeGreaterThan(5);
    for (const one of truth.vendor_deviations) expect(verdicts.get(one.record_id)).toBe(String(one.has_breached));
  });
});

describe('a fresh home', () => {
  test('holds valid definitions and one delivery a feed, late ones under an earlier date', async () => {
    const root = join(scratchFolder(), 'home');
    await createSampleHome({ home: root, incidents: 200 });
    const home = homeAt(root);
    const { errors, warnings } = validateDefinitions(home);
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
    const files = readdirSync(home.inbox);
    expect(files).toHaveLength(13);
    expect(files).toContain('incident_20261031.csv');
    expect(files).toContain('contact_20261028.csv');
    expect(readdirSync(root).sort()).toEqual(['definitions', 'inbox', 'plimsoll.yaml', 'truth.json']);
    await expect(createSampleHome({ home: root, incidents: 200 })).rejects.toThrow(/not empty/);
    rmSync(root, { recursive: true });
  });

  test('is never written over something', async () => {
    const root = scratchFolder();
    mkdirSync(join(root, 'landing'));
    writeFileSync(join(root, 'note.txt'), 'mine');
    await expect(createSampleHome({ home: root, incidents: 200 })).rejects.toThrow(/not empty/);
    expect(readdirSync(root).sort()).toEqual(['landing', 'note.txt']);
    rmSync(root, { recursive: true });
  });
});

describe('the next delivery', () => {
  test('holds changed and new incidents with the updates since the end', async () => {
    const later = scratchFolder();
    const delta = await writeDelta({ folder: later, of: options, share: 0.02 });
    const incidents = readTable(later, 'incident');
    const updates = readTable(later, 'incident-audit-log');
    expect(incidents.length).toBe(40);
    expect(delta.rows).toEqual({ incident: 40, 'incident-audit-log': updates.length });
    expect(delta.changed + delta.opened).toBe(40);
    expect(delta.changed).toBeGreaterThan(10);
    const before = new Map(tables.incident.map((row) => [row.number, row]));
    const until = Date.parse(delta.at) / 1000;
    for (const row of updates) {
      const at = secondsOf(row.sys_updated_at as string);
      expect(at > end && at <= until).toBe(true);
    }
    const changed = incidents.filter((row) => before.has(row.number as string));
    expect(changed.length).toBe(delta.changed);
    for (const row of changed)
      for (const name of ['sys_id', 'opened_at', 'short_description', 'description', 'caller_id', 'cmdb_ci', 'parent_incident'])
        expect(row[name]).toBe(before.get(row.number as string)?.[name]);
    expect(new Set(updates.map((row) => row.number))).toEqual(new Set(incidents.map((row) => row.number)));
    rmSync(later, { recursive: true });
  });
});
