-- grain: one incident before which an event fired: a linked one, or one of its service within the hour before
WITH linked AS (
  SELECT incident_id AS record_id, min(opened_at) AS fired_at
  FROM fact.event
  WHERE incident_id IS NOT NULL
  GROUP BY incident_id
),
fired AS (
  SELECT service::VARCHAR AS service, opened_at AS fired_at FROM fact.event WHERE service IS NOT NULL
),
opened AS (
  SELECT record_id, service::VARCHAR AS service, opened_at FROM fact.incident
),
led AS (
  SELECT
    o.record_id,
    coalesce(l.fired_at <= o.opened_at, FALSE) AS is_linked,
    seconds_between(f.fired_at, o.opened_at) AS service_seconds
  FROM opened o
  LEFT JOIN linked l ON l.record_id = o.record_id
  ASOF LEFT JOIN fired f ON f.service = o.service AND o.opened_at >= f.fired_at
)
SELECT *
FROM led
WHERE is_linked OR service_seconds <= 3600
ORDER BY record_id
