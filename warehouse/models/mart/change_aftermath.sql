-- grain: one change that ended at least 7 days before the data instant: incidents of its item (else its service) in those days, and how many chance lets expect
WITH ended AS (
  SELECT * EXCLUDE (ended_at), coalesce(ended_at, resolved_at) AS ended_at, coalesce('item ' || configuration_item, 'service ' || service) AS scope
  FROM fact.change
  WHERE NOT coalesce(is_cancelled, FALSE)
),
opened AS (
  SELECT 'item ' || configuration_item AS scope, opened_at FROM fact.incident WHERE configuration_item IS NOT NULL
  UNION ALL
  SELECT 'service ' || service, opened_at FROM fact.incident WHERE service IS NOT NULL
),
numbered AS (
  SELECT scope, opened_at, row_number() OVER (PARTITION BY scope ORDER BY opened_at) AS position
  FROM opened
  WHERE scope IN (SELECT scope FROM ended)
),
spanned AS (
  SELECT
    e.*,
    greatest(e.ended_at - INTERVAL 182 DAY, (SELECT min(opened_at) FROM fact.incident)) AS year_from,
    least(e.ended_at + INTERVAL 182 DAY, as_of()) AS year_to
  FROM ended e
  WHERE e.scope IS NOT NULL AND e.ended_at + INTERVAL 7 DAY <= as_of()
),
counted AS (
  SELECT
    s.*,
    coalesce(a7.position, 0) - coalesce(a0.position, 0) AS observed,
    coalesce(y1.position, 0) - coalesce(y0.position, 0) AS in_year
  FROM spanned s
  ASOF LEFT JOIN numbered a0 ON a0.scope = s.scope AND a0.opened_at <= s.ended_at
  ASOF LEFT JOIN numbered a7 ON a7.scope = s.scope AND a7.opened_at <= s.ended_at + INTERVAL 7 DAY
  ASOF LEFT JOIN numbered y0 ON y0.scope = s.scope AND y0.opened_at <= s.year_from
  ASOF LEFT JOIN numbered y1 ON y1.scope = s.scope AND y1.opened_at <= s.year_to
)
SELECT
  record_id,
  title,
  state,
  team,
  service,
  configuration_item,
  category,
  priority,
  supplier,
  change_type,
  risk,
  outcome,
  opened_at,
  ended_at,
  local_time(ended_at)::DATE AS ended_date,
  observed,
  7.0 * 86400 * in_year / nullif(seconds_between(year_from, year_to), 0) AS expected
FROM counted
ORDER BY ended_at, record_id
