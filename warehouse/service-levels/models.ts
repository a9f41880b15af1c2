import type { CodeModel } from '../model.ts';
import { recordTypes } from '../contract.ts';
import { writeCalendars, writeTargets } from './dimensions.ts';
import { runPass } from './pass.ts';
import { loadDefinitions } from './validate.ts';

const epochSeconds = (iso: string | undefined): number => (iso === undefined ? 0 : Math.floor(Date.parse(iso) / 1000));

const calendarModel: CodeModel = {
  name: 'dim.calendar',
  grain: 'one calendar and version',
  reads: [],
  also: [
    { name: 'dim.calendar_hours', grain: 'one window of the week of a calendar' },
    { name: 'dim.calendar_day', grain: 'one day on which a calendar is not as its week says' },
    { name: 'dim.calendar_window', grain: 'one open window of a calendar, over the span of the data' }
  ],
  run: ({ connection, home, build }) => writeCalendars(connection, loadDefinitions(home), epochSeconds(build.asOf))
};

const targetModel: CodeModel = {
  name: 'dim.target',
  grain: 'one target and version of an agreement',
  reads: [],
  also: [
    { name: 'dim.target_rule', grain: 'one rule of a target, as a sentence' },
    { name: 'dim.goal', grain: 'one target and priority that has a goal' }
  ],
  run: ({ connection, home }) => writeTargets(connection, loadDefinitions(home))
};

const clockModel: CodeModel = {
  name: 'fact.clock',
  grain: 'one record, target and cycle',
  reads: ['staging.record', 'staging.stretch', 'fact.field_change', 'fact.reply', ...recordTypes.map((type) => `fact.${type}`)],
  also: [
    { name: 'fact.segment', grain: 'one clock and stretch of its record: they tile the clock from start to stop' },
    { name: 'fact.uncovered', grain: 'one record and target without a goal for its priority' }
  ],
  run: ({ connection, home, build, changed, onProgress }) =>
    runPass({
      connection,
      definitions: loadDefinitions(home),
      zone: build.zone,
      asOf: epochSeconds(build.asOf),
      changed: changed?.relation,
      onProgress
    })
};

const dailyModel: CodeModel = {
  name: 'mart.clock_daily',
  grain: 'one stop date, target, priority, team and service: completed clocks',
  reads: ['fact.clock'],
  run: ({ connection }) => connection.run(`CREATE OR REPLACE TABLE mart.clock_daily AS ${daily}`)
};

const daily = `
  SELECT stop_date, record_type, target_id, agreement, agreement_type, target, metric, priority, team, service, calendar, cycle,
    count(*)::INTEGER AS completed, count(*) FILTER (NOT is_breached)::INTEGER AS met, count(*) FILTER (is_breached)::INTEGER AS breached,
    count(*) FILTER (NOT is_exact)::INTEGER AS inexact, any_value(attainment_goal) AS attainment_goal
  FROM fact.clock WHERE is_completed
  GROUP BY ALL
  ORDER BY stop_date, target_id, priority, team, service, calendar, cycle`;

const timeModel: CodeModel = {
  name: 'mart.time_daily',
  grain: 'one stop date, target, priority, team, state, service and supplier: time of the stretches of stopped clocks',
  reads: ['fact.clock'],
  run: ({ connection }) => connection.run(`CREATE OR REPLACE TABLE mart.time_daily AS ${timeDaily}`)
};

/** What `mart.time_daily` holds. */
export const timeDaily = `
  SELECT c.stop_date, c.record_type, c.target_id, c.agreement, c.agreement_type, c.target, c.metric, s.priority, s.team, s.state, c.service, s.supplier,
    sum(s.business_seconds) FILTER (s.kind = 'running')::BIGINT AS running_seconds, sum(s.wall_seconds)::BIGINT AS wall_seconds,
    sum(s.wall_seconds) FILTER (s.kind = 'paused')::BIGINT AS paused_seconds, sum(s.out_of_hours_seconds)::BIGINT AS out_of_hours_seconds,
    sum(CASE WHEN s.supplier IS NULL THEN 0 ELSE s.wall_seconds END) FILTER (s.wall_seconds IS NOT NULL)::BIGINT AS supplier_seconds
  FROM fact.segment s JOIN fact.clock c USING (clock_id)
  WHERE c.stop_date IS NOT NULL
  GROUP BY ALL
  ORDER BY ALL`;

/** Calendars, targets, clocks and segments. */
export const serviceLevelModels: readonly CodeModel[] = [calendarModel, targetModel, clockModel, dailyModel, timeModel];
