-- rows in = loaded + merged + rejected for every delivery, and no count is negative
SELECT load_id, file, rows_in, rows_loaded, rows_merged, rows_rejected
FROM meta.load
WHERE rows_in IS DISTINCT FROM rows_loaded + rows_merged + rows_rejected OR least(rows_loaded, rows_merged, rows_rejected) < 0
