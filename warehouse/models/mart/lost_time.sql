-- grain: one incident that was work: seconds from opening until resolved, in working time where a resolution clock of an SLA knows it, for each person affected
SELECT record_id, lost_seconds, is_business
FROM staging.trend_incident
ORDER BY id
