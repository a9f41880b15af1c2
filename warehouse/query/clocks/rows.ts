import type { Connection, Value } from '../../connection.ts';
import type { RecordType } from '../../contract.ts';
import type { BuildFacts } from '../build.ts';
import type { Aim, ClockTarget, SourceClock } from './clock.ts';
import type { CalendarFacts, FieldChange, HistoryRow, SegmentRow } from './stretches.ts';

/** A row of `fact.clock`; instants in epoch seconds. */
export interface ClockRow {
  id: string;
  target_id: string;
  agreement: string;
  agreement_type: string;
  target: string;
  metric: string;
  cycle: number;
  stage: string;
  is_breached: boolean;
  is_ever_breached: boolean;
  is_exact: boolean;
  started: number;
  stopped: number | null;
  due: number | null;
  breached: number | null;
  goal: number;
  elapsed: number;
  least: number;
  most: number;
  actual: number;
  paused: number;
  remaining: number | null;
  priority: number | null;
  team: string | null;
  supplier: string | null;
  calendar: string | null;
  calendar_version: number | null;
  calendar_source: string | null;
  zone_source: string | null;
  stopped_by: string | null;
  stop_state_source: string | null;
}

const seconds = (column: string): string => `(epoch_us(${column}) // 1000000)`;

/** Reads from a build only what it has: an older one lacks tables and columns, which are no value then. */
export class ClockRows {
  private readonly connection: Connection;
  private readonly columns: BuildFacts['columns'];

  constructor(connection: Connection, columns: BuildFacts['columns']) {
    this.connection = connection;
    this.columns = columns;
  }

  private has(table: string): boolean {
    return this.columns.has(table);
  }

  private text(table: string, ...names: string[]): string {
    const known = this.columns.get(table);
    return names.map((name) => (known?.has(name) ? `${name}::VARCHAR AS ${name}` : `NULL::VARCHAR AS ${name}`)).join(', ');
  }

  private async rows<R>(table: string, sql: string, values: Value[]): Promise<R[]> {
    return this.has(table) ? this.connection.all<R>(sql, values) : [];
  }

  clocks(type: RecordType, id: string): Promise<ClockRow[]> {
    const words = ['target_id', 'agreement', 'agreement_type', 'target', 'metric', 'stage', 'team', 'supplier', 'calendar'];
    return this.rows(
      'fact.clock',
      `SELECT clock_id::VARCHAR AS id, cycle, is_breached, is_ever_breached, is_exact, ${seconds('started_at')} AS started, ${seconds('stopped_at')} AS stopped,
        ${seconds('due_at')} AS due, ${seconds('breached_at')} AS breached, goal_seconds AS goal, elapsed_business_seconds AS elapsed,
        elapsed_least_seconds AS least, elapsed_most_seconds AS most, elapsed_actual_seconds AS actual, paused_seconds AS paused,
        remaining_seconds AS remaining, priority, calendar_version,
        ${this.text('fact.clock', ...words, 'calendar_source', 'zone_source', 'stopped_by', 'stop_state_source')}
      FROM fact.clock WHERE record_type = $1 AND record_id = $2
      ORDER BY started_at, array_position(['SLA', 'OLA', 'UC'], agreement_type::VARCHAR), fact.clock.agreement::VARCHAR, fact.clock.target::VARCHAR, cycle`,
      [type, id]
    );
  }

  segments(clock: string): Promise<SegmentRow[]> {
    return this.rows(
      'fact.segment',
      `SELECT ${seconds('from_at')} AS "from", ${seconds('to_at')} AS "to", business_seconds AS business, priority, interval_number AS "interval",
        ${this.text('fact.segment', 'kind', 'team', 'supplier', 'state', 'calendar')}
      FROM fact.segment WHERE clock_id = $1::BIGINT ORDER BY segment_number`,
      [clock]
    );
  }

  history(type: RecordType, id: string): Promise<HistoryRow[]> {
    return this.rows(
      'fact.history',
      `SELECT interval_number AS "interval", ${seconds('from_at')} AS "from", priority, ${this.columns.get('fact.history')?.has('cause_sequence') ? 'cause_sequence' : 'NULL'} AS sequence,
        ${this.text('fact.history', 'state', 'state_source', 'team', 'assignee', 'source')}
      FROM fact.history WHERE record_type = $1 AND record_id = $2 ORDER BY interval_number`,
      [type, id]
    );
  }

  changes(type: RecordType, id: string): Promise<FieldChange[]> {
    return this.rows(
      'fact.field_change',
      `SELECT * FROM (
        SELECT ${seconds('changed_at')} AS "at", field::VARCHAR AS field, value::VARCHAR AS "to", lag(value::VARCHAR) OVER w AS "from", row_number() OVER w AS place
        FROM fact.field_change WHERE record_type = $1 AND record_id = $2 WINDOW w AS (PARTITION BY field ORDER BY changed_at, sequence)
      ) WHERE place > 1 AND "from" IS DISTINCT FROM "to" ORDER BY "at", field`,
      [type, id]
    );
  }

  async target(row: ClockRow): Promise<ClockTarget> {
    const [told] = await this.rows<{ party: string | null; version: string | null; unit: string | null }>(
      'dim.target',
      `SELECT ${this.text('dim.target', 'party', 'version', 'unit')} FROM dim.target WHERE target_id = $1`,
      [row.target_id]
    );
    const rules = await this.rows<ClockTarget['rules'][number]>(
      'dim.target_rule',
      'SELECT rule, sentence FROM dim.target_rule WHERE target_id = $1 ORDER BY position',
      [row.target_id]
    );
    return {
      id: row.target_id,
      name: row.target,
      agreement: row.agreement,
      agreementType: row.agreement_type,
      party: told?.party ?? null,
      metric: row.metric,
      version: told?.version ? Number(told.version) : null,
      unit: told?.unit === 'working_day' ? 'working_day' : 'elapsed',
      rules
    };
  }

  goals(target: string): Promise<Aim[]> {
    const days = this.columns.get('dim.goal')?.has('goal_days') ? 'goal_days' : 'NULL::INTEGER';
    return this.rows('dim.goal', `SELECT priority, goal_seconds AS goal, ${days} AS days FROM dim.goal WHERE target_id = $1`, [target]);
  }

  /** A calendar with its open hours in a span. A name such as `office (Asia/Tokyo)` is that calendar in another zone. */
  async calendar(name: string, span: { from: number; to: number }, reportZone: string): Promise<CalendarFacts> {
    const other = /^(.*) \(([^()]+)\)$/.exec(name);
    const read = (base: string) =>
      this.rows<{ zone: string; is_always_open: boolean }>(
        'dim.calendar',
        `SELECT zone, is_always_open FROM dim.calendar WHERE calendar = $1 AND (valid_from IS NULL OR valid_from <= to_timestamp($2)::DATE) ORDER BY version DESC LIMIT 1`,
        [base, span.to]
      );
    const [own] = await read(name);
    const [base] = own || !other ? [own] : await read(other[1]!);
    const isAlwaysOpen = base?.is_always_open ?? false;
    const holidays = await this.rows<{ date: string; name: string }>(
      'dim.calendar_day',
      'SELECT day::VARCHAR AS date, name FROM dim.calendar_day WHERE calendar = $1 AND name IS NOT NULL',
      [own || !other ? name : other[1]!]
    );
    const day = 86_400;
    const windows = await this.rows<{ from: number; to: number }>(
      'dim.calendar_window',
      `SELECT ${seconds('open_at')} AS "from", ${seconds('close_at')} AS "to" FROM dim.calendar_window
      WHERE calendar = $1 AND close_at >= to_timestamp($2) AND open_at <= to_timestamp($3) ORDER BY open_at`,
      [name, span.from - 14 * day, span.to + 14 * day]
    );
    return {
      zone: isAlwaysOpen ? reportZone : ((own ? undefined : other?.[2]) ?? base?.zone ?? reportZone),
      isAlwaysOpen,
      windows,
      holidays: new Map(holidays.map(({ date, name: holiday }) => [date, holiday]))
    };
  }

  /** What a record has in a column, as text. */
  async value(type: RecordType, id: string, column: string): Promise<string | null> {
    if (!this.columns.get(`fact.${type}`)?.has(column)) return null;
    const row = await this.connection.one<Record<string, string | null>>(
      `SELECT ${this.text(`fact.${type}`, column)} FROM fact.${type} WHERE record_id = $1`,
      [id]
    );
    return row?.[column] ?? null;
  }

  sourceClocks(id: string): Promise<SourceClock[]> {
    return this.rows(
      'fact.service_level_source',
      `SELECT sla_id::VARCHAR AS id, target::VARCHAR AS target, stage::VARCHAR AS stage, ${seconds('started_at')} AS "startedAt", ${seconds('stopped_at')} AS "stoppedAt",
        ${seconds('due_at')} AS "dueAt", has_breached AS "hasBreached", business_seconds AS "businessSeconds", pause_seconds AS "pauseSeconds"
      FROM fact.service_level_source WHERE record_id = $1 ORDER BY started_at, target, sla_id`,
      [id]
    );
  }

  uncovered(type: RecordType, id: string): Promise<{ agreement: string; target: string; priority: number | null }[]> {
    return this.rows(
      'fact.uncovered',
      `SELECT ${this.text('fact.uncovered', 'agreement', 'target')}, priority FROM fact.uncovered WHERE record_type = $1 AND record_id = $2 ORDER BY 1, 2`,
      [type, id]
    );
  }
}
