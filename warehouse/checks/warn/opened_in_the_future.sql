-- no record is opened after the data instant (a wrong time zone in a mapping shows here)
SELECT 'incident' AS record_type, record_id, opened_at FROM fact.incident WHERE opened_at > (SELECT as_of FROM meta.build)
UNION ALL
SELECT 'request' AS record_type, record_id, opened_at FROM fact.request WHERE opened_at > (SELECT as_of FROM meta.build)
UNION ALL
SELECT 'problem' AS record_type, record_id, opened_at FROM fact.problem WHERE opened_at > (SELECT as_of FROM meta.build)
UNION ALL
SELECT 'change' AS record_type, record_id, opened_at FROM fact.change WHERE opened_at > (SELECT as_of FROM meta.build)
UNION ALL
SELECT 'event' AS record_type, record_id, opened_at FROM fact.event WHERE opened_at > (SELECT as_of FROM meta.build)
UNION ALL
SELECT 'access_grant' AS record_type, record_id, opened_at FROM fact.access_grant WHERE opened_at > (SELECT as_of FROM meta.build)
UNION ALL
SELECT 'contact' AS record_type, record_id, opened_at FROM fact.contact WHERE opened_at > (SELECT as_of FROM meta.build)
UNION ALL
SELECT 'survey' AS record_type, record_id, opened_at FROM fact.survey WHERE opened_at > (SELECT as_of FROM meta.build)
