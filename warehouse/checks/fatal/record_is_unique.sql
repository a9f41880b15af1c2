-- each record stands once in the fact of its type
SELECT 'incident' AS record_type, record_id, count(*) AS row_count FROM fact.incident GROUP BY record_id HAVING count(*) > 1
UNION ALL
SELECT 'request' AS record_type, record_id, count(*) AS row_count FROM fact.request GROUP BY record_id HAVING count(*) > 1
UNION ALL
SELECT 'problem' AS record_type, record_id, count(*) AS row_count FROM fact.problem GROUP BY record_id HAVING count(*) > 1
UNION ALL
SELECT 'change' AS record_type, record_id, count(*) AS row_count FROM fact.change GROUP BY record_id HAVING count(*) > 1
UNION ALL
SELECT 'event' AS record_type, record_id, count(*) AS row_count FROM fact.event GROUP BY record_id HAVING count(*) > 1
UNION ALL
SELECT 'access_grant' AS record_type, record_id, count(*) AS row_count FROM fact.access_grant GROUP BY record_id HAVING count(*) > 1
UNION ALL
SELECT 'contact' AS record_type, record_id, count(*) AS row_count FROM fact.contact GROUP BY record_id HAVING count(*) > 1
UNION ALL
SELECT 'survey' AS record_type, record_id, count(*) AS row_count FROM fact.survey GROUP BY record_id HAVING count(*) > 1
