-- grain: one record whose open time is owed work (an active access grant owes none), with the service of its newest version
SELECT record_key, 'incident' AS record_type, service FROM staging.incident
UNION ALL
SELECT record_key, 'request', service FROM staging.request
UNION ALL
SELECT record_key, 'problem', service FROM staging.problem
UNION ALL
SELECT record_key, 'change', service FROM staging.change
UNION ALL
SELECT record_key, 'event', service FROM staging.event
