-- {"measures":["incident.backlog"],"period":{"from":"2026-01-01","to":"2026-02-01"}}
-- values ["2026-02-01"]
-- period {"from":"2026-01-01","to":"2026-02-01","isPartial":false}
-- {}
WITH read0 AS (
  SELECT CAST(sum(backlog) FILTER (WHERE record_type = 'incident') AS BIGINT) AS m0
  FROM mart.backlog_daily
  WHERE "date" = CAST($1 AS DATE) - 1
),
answer AS (
  SELECT any_value(m0) AS m0
  FROM (SELECT * FROM read0)
)
SELECT coalesce(m0, 0) AS "incident.backlog"
FROM answer
