import { reach, rules } from './stream.ts';

/** Counts per family and day for the tests, of families with enough to test. */
export const familyDaySql = `CREATE OR REPLACE TABLE staging.trend_family_day AS
  WITH day AS (
    SELECT number, days_back, count(*) AS count, sum(count(*)) OVER (PARTITION BY number) AS all_count
    FROM staging.trend_member WHERE is_counted AND days_back < ${reach} GROUP BY number, days_back
  )
  SELECT row_number() OVER (ORDER BY f.family_id, days_back) - 1 AS id, concat_ws(' ', f.family_id, days_back, count) AS line
  FROM day JOIN staging.trend_family f USING (number) WHERE all_count >= ${rules.leastCount}`;

/** Finished ISO weeks of the last year, in the reporting zone, also those without an incident. */
export const weekSql = `CREATE OR REPLACE TABLE mart.family_week AS
  WITH edge AS (
    SELECT date_trunc('week', timezone($zone, $as_of::TIMESTAMPTZ)::DATE)::DATE AS this_week,
      (SELECT date_trunc('week', min(opened_date))::DATE FROM staging.trend_incident) AS first_week
  ),
  week AS (
    SELECT this_week - 7 * back::INTEGER AS week FROM edge, range(1, 54) AS weeks(back) WHERE this_week - 7 * back::INTEGER >= first_week
  ),
  counted AS (
    SELECT f.family_id, date_trunc('week', opened_date)::DATE AS week, count(*) AS record_count
    FROM staging.trend_member JOIN staging.trend_family f USING (number) WHERE is_counted AND days_back < 380 GROUP BY ALL
  )
  SELECT u.family_id, w.week, coalesce(c.record_count, 0) AS record_count, u.expected, u.upper
  FROM staging.trend_usual u CROSS JOIN week w LEFT JOIN counted c ON c.family_id = u.family_id AND c.week = w.week
  ORDER BY u.family_id, w.week`;

/** Rows of `Feature`. */
export const featureSql = `SELECT any_value(f.family_id) AS "familyId",
    count(*) FILTER (is_counted AND days_back < 28) AS count28,
    count(*) FILTER (is_counted AND days_back < 182) AS count182,
    count(DISTINCT date_trunc('week', opened_date)) FILTER (is_counted AND days_back < 182) AS weeks182,
    count(DISTINCT caller) FILTER (days_back < 182) AS callers182,
    count(DISTINCT item) FILTER (days_back < 182) AS items182,
    coalesce(max(days_back) FILTER (days_back < 182) - min(days_back) FILTER (days_back < 182), 0) AS spread182,
    min(days_back) AS "quietDays",
    coalesce(sum(m.lost_seconds) FILTER (is_counted AND days_back < 364), 0)::DOUBLE AS lost364,
    any_value(f.record_count) AS count, any_value(f.lost_seconds) AS lost,
    any_value(f.open_problem_id) AS "openProblemId", any_value(f.known_error_id) AS "knownErrorId"
  FROM staging.trend_member m JOIN staging.trend_family n USING (number) JOIN mart.family f USING (family_id)
  GROUP BY m.number ORDER BY 1`;

/** Rows of `Scope` and `Kinship` for the picked families, over the days picked for each. */
export const scopeSql = `WITH told AS (
    SELECT p.family_id, any_value(p.days) AS days, count(*) FILTER (is_counted) AS count,
      count(DISTINCT date_trunc('week', opened_date)) FILTER (is_counted) AS weeks, count(DISTINCT caller) AS callers,
      count(DISTINCT item) AS items, count(DISTINCT location) AS sites,
      coalesce(sum(lost_seconds) FILTER (is_counted), 0)::BIGINT AS lost_seconds, count(*) FILTER (is_counted AND is_business) AS business_count
    FROM staging.trend_picked p JOIN staging.trend_family n USING (family_id)
    JOIN staging.trend_member m ON m.number = n.number AND m.days_back < p.days
    GROUP BY p.family_id
  )
  SELECT t.family_id AS "familyId", t.days, t.count, t.weeks, t.callers, t.items, t.sites, t.lost_seconds AS "lostSeconds",
    t.business_count AS "businessCount", f.terms, f.open_problem_id AS "openProblemId", f.known_error_id AS "knownErrorId",
    f.closed_problem_id AS "closedProblemId", f.nearest_known_error_id AS "nearestKnownErrorId",
    f.known_error_similarity AS "knownErrorSimilarity"
  FROM told t JOIN mart.family f USING (family_id)`;

/** Local date of the data instant. */
export const todaySql = `SELECT timezone($zone, $as_of::TIMESTAMPTZ)::DATE::VARCHAR AS date`;
