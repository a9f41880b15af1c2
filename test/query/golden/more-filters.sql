-- {"measures":["incident.opened"],"filters":[{"field":"category","op":"not_contains","values":["soft"]},{"field":"service","op":"starts_with","values":["V"]},{"field":"team","op":"not_starts_with","values":["Net"]},{"field":"priority","op":"not_between","values":[2,3]},{"field":"priority","op":"at_least","values":["1"]},{"field":"opened_hour","op":"at_most","values":[12]}]}
-- values ["soft","V","Net",2,3,1,12,"2025-01-06","2026-03-19"]
-- period {"from":"2025-01-06","to":"2026-03-19","isPartial":true}
-- {}
WITH read0 AS (
  SELECT count(*) AS m0
  FROM fact.incident
  WHERE "opened_date" >= CAST($8 AS DATE) AND "opened_date" < CAST($9 AS DATE) AND (NOT contains(lower(CAST("category" AS VARCHAR)), lower($1)) OR "category" IS NULL) AND starts_with(lower(CAST("service" AS VARCHAR)), lower($2)) AND (NOT starts_with(lower(CAST("team" AS VARCHAR)), lower($3)) OR "team" IS NULL) AND ("priority" NOT BETWEEN $4 AND $5 OR "priority" IS NULL) AND "priority" >= $6 AND "opened_hour" <= $7
),
answer AS (
  SELECT any_value(m0) AS m0
  FROM (SELECT * FROM read0)
)
SELECT coalesce(m0, 0) AS "incident.opened"
FROM answer
