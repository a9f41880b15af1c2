-- {"measures":["incident.open","incident.open_age_seconds_median"],"dimensions":["age_band"],"compare":"previous_period"}
-- values []
-- period {"from":"2025-01-06","to":"2026-03-19","isPartial":true}
-- {}
WITH read0 AS (
  SELECT CAST("age_band" AS VARCHAR) AS d0, count(*) FILTER (WHERE is_open) AS m0, quantile_cont(age_seconds, 0.5) FILTER (WHERE is_open) AS m1
  FROM fact.incident
  GROUP BY "age_band"
),
answer AS (
  SELECT d0, any_value(m0) AS m0, any_value(m1) AS m1
  FROM (SELECT * FROM read0)
  GROUP BY d0
)
SELECT d0 AS "age_band", coalesce(m0, 0) AS "incident.open", m1 AS "incident.open_age_seconds_median", CAST(NULL AS BIGINT) AS "incident.open:compare", CAST(NULL AS DOUBLE) AS "incident.open_age_seconds_median:compare"
FROM answer
ORDER BY CASE d0 WHEN '0–1 d' THEN 0 WHEN '1–3 d' THEN 1 WHEN '3–7 d' THEN 2 WHEN '7–14 d' THEN 3 WHEN '14–30 d' THEN 4 WHEN '30+ d' THEN 5 ELSE 6 END ASC NULLS LAST
