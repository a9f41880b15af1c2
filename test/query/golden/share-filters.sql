-- {"measures":["incident.cancelled_share"],"dimensions":["priority"],"filters":[{"field":"team","op":"in","values":["Network","O'Brien"]},{"field":"service","op":"not_in","values":["VPN"]},{"field":"category","op":"contains","values":["soft"]},{"field":"priority","op":"between","values":["1","3"]},{"field":"age_band","op":"null"}]}
-- values ["Network","O'Brien","VPN","soft",1,3,"2025-01-06","2026-03-19"]
-- period {"from":"2025-01-06","to":"2026-03-19","isPartial":true}
-- {}
WITH read0 AS (
  SELECT CAST("priority" AS BIGINT) AS d0, avg(CASE WHEN is_cancelled THEN 1 ELSE 0 END) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($7 AS DATE) AND "opened_date" < CAST($8 AS DATE) AND "team" IN ($1, $2) AND ("service" NOT IN ($3) OR "service" IS NULL) AND contains(lower(CAST("category" AS VARCHAR)), lower($4)) AND "priority" BETWEEN $5 AND $6 AND "age_band" IS NULL
  GROUP BY "priority"
),
answer AS (
  SELECT d0, any_value(m0) AS m0
  FROM (SELECT * FROM read0)
  GROUP BY d0
)
SELECT d0 AS "priority", m0 AS "incident.cancelled_share"
FROM answer
ORDER BY d0 ASC NULLS LAST
