-- grain: the one build that this file holds
WITH opened AS (
  SELECT min(opened_date) AS first_date FROM fact.incident
  UNION ALL
  SELECT min(opened_date) FROM fact.request
  UNION ALL
  SELECT min(opened_date) FROM fact.problem
  UNION ALL
  SELECT min(opened_date) FROM fact.change
  UNION ALL
  SELECT min(opened_date) FROM fact.event
  UNION ALL
  SELECT min(opened_date) FROM fact.access_grant
  UNION ALL
  SELECT min(opened_date) FROM fact.contact
  UNION ALL
  SELECT min(opened_date) FROM fact.survey
)
SELECT
  build_fact('build_id') AS build_id,
  known_at() AS known_at,
  as_of() AS as_of,
  build_fact('zone') AS zone,
  CAST(build_fact('fiscal_year_start') AS TINYINT) AS fiscal_year_start,
  build_fact('organisation') AS organisation,
  build_fact('definitions_sha256') AS definitions_sha256,
  build_fact('code_version') AS code_version,
  (SELECT min(first_date) FROM opened) AS data_from,
  local_time(as_of())::DATE AS data_to
