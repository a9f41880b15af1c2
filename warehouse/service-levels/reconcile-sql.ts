/** Seconds within which two sums are the same: sources round to whole seconds, and instants to the second. */
const tolerance = 1;
/** Instants of two systems that mean the same moment. */
const sameMoment = 60;

const same = (left: string, right: string): string => `abs(${left} - (${right})) <= ${tolerance}`;
const seconds = (instant: string): string => `epoch_us(${instant}) // 1000000`;
const cap = (stage: string): string =>
  `CASE WHEN ${stage} IN ('running', 'paused') THEN 'open' WHEN ${stage} = 'completed' THEN 'met' ELSE ${stage} END`;

/** Each row of the source tool with the nearest of our clocks that it can mean, one to one. */
export const pairSql = `
  SELECT source_key, clock_id FROM (
    SELECT s.source_key, c.clock_id, n.distance, c.agreement_type <> 'SLA' AS is_inner, abs(${seconds('c.started_at')} - ${seconds('s.started_at')}) AS gap
    FROM staging.sla_source s
    JOIN staging.sla_name n ON n.name = s.target
    JOIN staging.sla_clock c ON c.record_id = s.record_id AND c.target_id = n.target_id
  )
  QUALIFY row_number() OVER (PARTITION BY source_key ORDER BY distance, is_inner, gap NULLS LAST, clock_id) = 1
    AND row_number() OVER (PARTITION BY clock_id ORDER BY distance, is_inner, gap NULLS LAST, source_key) = 1`;

/** Both sides of every pair, and what only one side has. */
export const comparedSql = `
  SELECT *, elapsed_source_seconds - elapsed_seconds AS difference_seconds, side = 'both' AND verdict IS NOT NULL AND verdict_source IS NOT NULL AS is_compared,
    side = 'both' AND (verdict IS NULL OR verdict_source IS NULL OR verdict <> verdict_source
      OR (stopped_at IS NOT NULL AND stopped_at_source IS NOT NULL AND verdict <> 'cancelled' AND abs(elapsed_source_seconds - elapsed_seconds) > ${tolerance})) AS is_differing
  FROM (
    SELECT row_number() OVER () AS pair_key, CASE WHEN c.clock_id IS NULL THEN 'source' WHEN s.source_key IS NULL THEN 'engine' ELSE 'both' END AS side,
      c.* EXCLUDE (record_id, stage), coalesce(c.record_id, s.record_id) AS record_id, s.source_key, s.sla_id, s.target AS source_target,
      c.stage, s.stage AS stage_source, CASE c.stage WHEN 'undetermined' THEN NULL ELSE ${cap('c.stage')} END AS verdict,
      CASE WHEN s.stage = 'cancelled' THEN 'cancelled' WHEN s.has_breached OR s.stage = 'breached' THEN 'breached'
        WHEN s.stage = 'met' OR NOT s.has_breached AND s.stage = 'completed' THEN 'met'
        WHEN s.stage IN ('running', 'paused') THEN 'open'
        WHEN s.stage IS NULL AND NOT s.has_breached THEN CASE WHEN s.stopped_at IS NULL THEN 'open' ELSE 'met' END END AS verdict_source,
      s.started_at AS started_at_source, s.stopped_at AS stopped_at_source, s.due_at AS due_at_source, s.updated_at AS updated_at_source,
      round(s.business_seconds)::BIGINT AS elapsed_source_seconds, round(s.pause_seconds)::BIGINT AS paused_source_seconds
    FROM staging.sla_source s
    LEFT JOIN staging.sla_pair p ON p.source_key = s.source_key
    FULL JOIN staging.sla_clock c ON c.clock_id = p.clock_id
  )`;

/** Of clocks that differ: what their course says, and where the tool's stop or verdict could have come from. */
export const courseSql = `
  SELECT d.pair_key,
    coalesce(sum(g.out_of_hours_seconds) FILTER (g.kind = 'paused'), 0) AS paused_outside_seconds,
    coalesce(sum(g.out_of_hours_seconds) FILTER (g.kind = 'paused' AND g.state = 'on_hold'), 0) AS held_outside_seconds,
    arg_min(g.calendar::VARCHAR, g.segment_number) AS first_calendar,
    bool_or(o.goal_seconds <> d.goal_seconds AND (d.elapsed_source_seconds > o.goal_seconds) = (d.verdict_source = 'breached')) AS fits_other_goal
  FROM staging.sla_compared d
  JOIN fact.segment g ON g.clock_id = d.clock_id
  LEFT JOIN dim.goal o ON o.target_id = d.target_id AND o.priority IS NOT DISTINCT FROM g.priority
  WHERE d.is_differing
  GROUP BY d.pair_key`;

/** Ends before ours at which the tool stopped: the record was resolved then, and reopened later. */
export const reopenedSql = `
  SELECT DISTINCT d.pair_key
  FROM staging.sla_compared d
  JOIN fact.history h ON h.record_type = d.record_type AND h.record_id = d.record_id AND h.state IN ('resolved', 'closed')
  WHERE d.is_differing AND abs(${seconds('h.from_at')} - ${seconds('d.stopped_at_source')}) <= ${sameMoment}
    AND (d.stopped_at IS NULL OR ${seconds('d.stopped_at')} - ${seconds('d.stopped_at_source')} > ${sameMoment})`;

export const cancelledSql = `
  SELECT DISTINCT h.record_type, h.record_id FROM fact.history h
  JOIN staging.sla_compared d ON d.record_type = h.record_type AND d.record_id = h.record_id
  WHERE d.is_differing AND h.state = 'cancelled'`;

const open = (instant: string, window: string): string =>
  `coalesce(${window}.before_s + least(${instant}, ${window}.to_s) - ${window}.from_s, 0)`;

/** The first other reading of the calendars that gives the tool's seconds. */
export const readingsSql = `
  SELECT pair_key, arg_min(label, reading) AS label, arg_min(CASE WHEN kind = 'version' THEN 'calendar_version' WHEN is_elsewhere THEN 'zone_fallback' ELSE 'other_calendar' END, reading) AS cause
  FROM (
    SELECT g.pair_key, r.reading, any_value(r.label) AS label, any_value(r.kind) AS kind, bool_or(r.is_elsewhere) AS is_elsewhere,
      any_value(g.elapsed_source_seconds) AS wanted, sum(${open('g.to_s', 'b')} - ${open('g.from_s', 'a')}) AS elapsed
    FROM (
      SELECT d.pair_key, d.elapsed_source_seconds, s.calendar::VARCHAR AS calendar, ${seconds('s.from_at')} AS from_s, ${seconds('s.to_at')} AS to_s
      FROM staging.sla_compared d JOIN fact.segment s ON s.clock_id = d.clock_id AND s.kind = 'running'
      WHERE d.is_differing AND d.elapsed_source_seconds IS NOT NULL AND d.stopped_at IS NOT NULL AND d.stopped_at_source IS NOT NULL
    ) g
    JOIN staging.sla_reading r ON r.calendar = g.calendar AND r.reading > 0
    ASOF LEFT JOIN staging.sla_hours a ON a.hours = r.hours AND g.from_s >= a.from_s
    ASOF LEFT JOIN staging.sla_hours b ON b.hours = r.hours AND g.to_s >= b.from_s
    GROUP BY g.pair_key, r.reading
  )
  WHERE ${same('elapsed', 'wanted')}
  GROUP BY pair_key`;

/** Open seconds, as defined, between our start and the tool's. */
export const startsSql = `
  SELECT g.pair_key, ${open('g.theirs', 'b')} - ${open('g.ours', 'a')} AS lead_seconds
  FROM (
    SELECT d.pair_key, ${seconds('d.started_at')} AS ours, ${seconds('d.started_at_source')} AS theirs, r.hours
    FROM staging.sla_compared d JOIN staging.sla_course k ON k.pair_key = d.pair_key
    JOIN staging.sla_reading r ON r.reading = 0 AND r.calendar = k.first_calendar
    WHERE abs(${seconds('d.started_at')} - ${seconds('d.started_at_source')}) > ${sameMoment}
  ) g
  ASOF LEFT JOIN staging.sla_hours a ON a.hours = g.hours AND g.ours >= a.from_s
  ASOF LEFT JOIN staging.sla_hours b ON b.hours = g.hours AND g.theirs >= b.from_s`;

/** Where both count the same seconds, no other way of counting explains anything. */
const another = `NOT ${same('d.elapsed_source_seconds', 'd.elapsed_seconds')}`;

/** Why a pair differs. Each branch is a sum that can be checked; what fits none is `unexplained`. */
const causeSql = `
  CASE
    WHEN d.verdict_source IS NULL THEN 'not_told'
    WHEN d.verdict IS NULL OR NOT d.is_exact THEN 'missing_history'
    WHEN d.verdict_source = 'open' AND coalesce(d.elapsed_source_seconds <= d.elapsed_seconds + ${tolerance}, TRUE)
      AND (d.stopped_at IS NOT NULL OR coalesce(d.updated_at_source < as_of(), TRUE)) THEN 'stale_export'
    WHEN d.verdict = 'cancelled' OR d.verdict_source = 'cancelled' THEN
      CASE WHEN d.verdict = 'cancelled' AND (e.record_id IS NOT NULL OR d.cycle > 1) OR d.verdict_source = 'cancelled' AND m.record_id IS NOT NULL THEN 'cancellation' ELSE 'unexplained' END
    WHEN d.outside_seconds > 0 THEN 'pause_outside_hours'
    WHEN r.cause IS NOT NULL AND ${another} THEN r.cause
    WHEN o.pair_key IS NOT NULL THEN 'reopened'
    WHEN ${another} AND ${same('d.elapsed_source_seconds', 'd.elapsed_seconds - a.lead_seconds')} THEN 'other_start'
    WHEN d.verdict <> d.verdict_source AND abs(d.elapsed_source_seconds - d.elapsed_seconds) <= 60
      AND abs(d.elapsed_seconds - d.goal_seconds) <= greatest(60, d.goal_seconds * 0.0005) THEN 'rounding'
    WHEN d.verdict <> d.verdict_source AND ${same('d.elapsed_source_seconds', 'd.elapsed_seconds')} AND d.fits_other_goal THEN 'other_goal'
    WHEN d.verdict = d.verdict_source AND abs(d.elapsed_source_seconds - d.elapsed_seconds) < 60 THEN 'rounding'
    ELSE 'unexplained'
  END`;

/** What the cause rests on, in figures. */
const detailSql = `
  CASE
    WHEN cause = 'pause_outside_hours' THEN outside_seconds || ' s of pause outside the hours'
    WHEN cause = 'zone_fallback' OR cause = 'calendar_version' OR cause = 'other_calendar' THEN label
    WHEN cause = 'other_start' THEN 'starts lie ' || lead_seconds || ' open seconds apart'
    WHEN cause = 'stale_export' THEN 'last updated ' || strftime(timezone('UTC', updated_at_source), '%Y-%m-%d %H:%M:%S') || ' UTC, still open'
    WHEN cause = 'rounding' THEN abs(elapsed_seconds - goal_seconds) || ' s from the goal'
  END`;

/** The tool took pauses off that our hours leave out anyway. Time after a resolution is a pause of ours, and not of every tool's. */
const takenOff = (outside: string): string =>
  `${outside} > 0 AND ${same('d.elapsed_source_seconds', `greatest(0, d.elapsed_seconds - ${outside})`)}`;

export const differingCausesSql = `
  SELECT pair_key, cause, ${detailSql} AS cause_detail
  FROM (
    SELECT d.*, r.label, a.lead_seconds, ${causeSql} AS cause
    FROM (
      SELECT d.*, k.fits_other_goal, CASE WHEN ${takenOff('k.held_outside_seconds')} THEN k.held_outside_seconds
        WHEN ${takenOff('k.paused_outside_seconds')} THEN k.paused_outside_seconds END AS outside_seconds
      FROM staging.sla_compared d LEFT JOIN staging.sla_course k ON k.pair_key = d.pair_key
    ) d
    LEFT JOIN staging.sla_fitting r ON r.pair_key = d.pair_key
    LEFT JOIN staging.sla_start a ON a.pair_key = d.pair_key
    LEFT JOIN staging.sla_reopened o ON o.pair_key = d.pair_key
    LEFT JOIN staging.sla_cancelled e ON e.record_type = d.record_type AND e.record_id = d.record_id
    LEFT JOIN (SELECT record_id, target FROM staging.sla_source GROUP BY ALL HAVING count(*) > 1) m ON m.record_id = d.record_id AND m.target = d.source_target
    WHERE d.is_differing
  )`;

/** Rows of the tool that none of our clocks is paired with. */
export const oneSidedCausesSql = `
  SELECT d.pair_key, CASE WHEN n.name IS NULL THEN 'target_not_ours' WHEN t.record_id IS NULL THEN 'record_unknown' WHEN u.record_id IS NOT NULL THEN 'no_goal'
      WHEN c.record_id IS NOT NULL THEN 'other_cycle' ELSE 'not_attached' END AS cause, NULL::VARCHAR AS cause_detail
  FROM (SELECT pair_key, record_id, source_target FROM staging.sla_compared WHERE side = 'source') d
  LEFT JOIN (SELECT DISTINCT name FROM staging.sla_name) n ON n.name = d.source_target
  LEFT JOIN staging.sla_record t ON t.record_id = d.record_id
  LEFT JOIN (SELECT DISTINCT u.record_id, n.name FROM fact.uncovered u JOIN staging.sla_name n ON n.target_id = u.target_id::VARCHAR) u
    ON u.record_id = d.record_id AND u.name = d.source_target
  LEFT JOIN (SELECT DISTINCT c.record_id, n.name FROM staging.sla_clock c JOIN staging.sla_name n ON n.target_id = c.target_id
    WHERE c.record_id IN (SELECT record_id FROM staging.sla_compared WHERE side = 'source')) c ON c.record_id = d.record_id AND c.name = d.source_target`;
