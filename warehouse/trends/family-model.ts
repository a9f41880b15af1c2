import type { Connection } from '../connection.ts';
import type { CodeModel, ModelContext } from '../model.ts';
import { assignFamilies, type Assignment, type Cell, type Key } from './families.ts';
import { leastMatch, matchKnownErrors, type KnownError } from './known-errors.ts';
import { TitleReader } from './keys.ts';
import { maskText } from './mask.ts';
import { createTable, readLines, writeIntegers, writeRows } from './lines.ts';

/** Families and their members, from the texts of all incidents. */
export const familyModel: CodeModel = {
  name: 'mart.family',
  grain: 'one family: incidents that tell the same of the same item, service or category',
  reads: ['staging.trend_incident', 'fact.problem'],
  also: [{ name: 'fact.family_member', grain: 'one incident in its family; one-offs are in none' }],
  run: async ({ connection, onProgress }: ModelContext) => {
    const { reader, keys } = await readTexts(connection);
    onProgress(0.4);
    const assignment = assignFamilies(await readCells(connection), keys, (name) => reader.termsOf(name));
    onProgress(0.7);
    await writeFamilies(connection, reader, keys, assignment);
    await connection.run(memberSelect);
    await connection.run(familySelect, { match: leastMatch });
  }
};

/** Masks each distinct title once and writes `staging.trend_keyed`: incident → key and item (a host in the title stands in for a missing one). */
async function readTexts(connection: Connection): Promise<{ reader: TitleReader; keys: Key[] }> {
  await connection.run(`CREATE OR REPLACE TABLE staging.trend_title AS
    SELECT row_number() OVER (ORDER BY title) - 1 AS id, title, count(*) AS count, bool_or(item IS NULL) AS lacks_item FROM staging.trend_incident WHERE title IS NOT NULL GROUP BY title ORDER BY title`);
  const reader = new TitleReader();
  const templates: number[] = [];
  const hosts: { id: number; host: string }[] = [];
  for await (const line of readLines(
    connection,
    'staging.trend_title',
    "(CASE WHEN lacks_item THEN '-' ELSE '+' END) || count || ' ' || title"
  )) {
    const space = line.indexOf(' ');
    const { template, host } = reader.read(line.slice(space + 1), Number(line.slice(1, space)));
    if (host !== undefined && line.startsWith('-')) hosts.push({ id: templates.length, host });
    templates.push(template);
  }
  const { keys, keyOf } = reader.keys();
  await connection.run(createTable('staging.trend_title_key', { id: 'INTEGER', key: 'INTEGER' }));
  await writeIntegers(
    connection,
    'staging.trend_title_key',
    Int32Array.from(templates, (template) => keyOf[template]!)
  );
  const hostColumns = { id: 'INTEGER', host: 'VARCHAR' };
  await connection.run(createTable('staging.trend_host', hostColumns));
  await writeRows(connection, 'staging.trend_host', hostColumns, hosts);
  await connection.run(`CREATE OR REPLACE TABLE staging.trend_textual AS
    SELECT i.id, nullif(k.key, -1) AS key, coalesce(i.item, h.host) AS item, i.service, i.category
    FROM staging.trend_incident i LEFT JOIN staging.trend_title t USING (title)
    LEFT JOIN staging.trend_title_key k ON k.id = t.id LEFT JOIN staging.trend_host h ON h.id = t.id`);
  return { reader, keys: [...keys, ...(await readCoded(connection, keys.length))] };
}

/** "Symptom 534"; a bare number gets its column's name in front. */
const coded = (column: string): string =>
  `CASE WHEN regexp_full_match(trim(f.${column}), '[0-9]+') THEN '${column[0]!.toUpperCase()}${column.slice(1)} ' || trim(f.${column})
    ELSE nullif(trim(f.${column}), '') END`;

/** Coded symptoms of incidents without a telling title become keys after those of the titles. */
async function readCoded(connection: Connection, first: number): Promise<Key[]> {
  await connection.run(`CREATE OR REPLACE TABLE staging.trend_coding AS
    SELECT t.id, nullif(concat_ws(', ', ${['symptom', 'subcategory', 'category'].map(coded).join(', ')}), '') AS coded
    FROM staging.trend_textual t JOIN staging.trend_incident i USING (id) JOIN fact.incident f ON f.record_id = i.record_id WHERE t.key IS NULL`);
  await connection.run(`CREATE OR REPLACE TABLE staging.trend_coded AS
    SELECT (row_number() OVER (ORDER BY coded) - 1)::INTEGER AS id, coded FROM staging.trend_coding WHERE coded IS NOT NULL GROUP BY coded ORDER BY coded`);
  await connection.run(`CREATE OR REPLACE TABLE staging.trend_keyed AS
    SELECT *, hash(key, item, service, category) AS cell FROM (
      SELECT id, key, item, service, category FROM staging.trend_textual WHERE key IS NOT NULL
      UNION ALL SELECT t.id, ${first} + c.id, NULL, i.service, i.category
      FROM staging.trend_coding t JOIN staging.trend_coded c USING (coded) JOIN staging.trend_incident i ON i.id = t.id)`);
  const codes = await connection.all<{ coded: string }>('SELECT coded FROM staging.trend_coded ORDER BY id');
  return codes.map(({ coded }) => ({ text: coded, terms: [], template: coded }));
}

/** Records that share key, item, service and category; names travel as numbers. */
async function readCells(connection: Connection): Promise<Cell[]> {
  await connection.run(`CREATE OR REPLACE TABLE staging.trend_cell AS
    SELECT row_number() OVER (ORDER BY key, item, service, category) - 1 AS id, * FROM (
      SELECT k.cell, any_value(k.key) AS key, any_value(k.item) AS item, any_value(k.service) AS service, any_value(k.category) AS category,
        count(*) FILTER (i.is_counted) AS count, min(epoch_ms(i.opened_at)) AS first_at
      FROM staging.trend_keyed k JOIN staging.trend_incident i USING (id) GROUP BY k.cell)
    ORDER BY id`);
  await connection.run(`CREATE OR REPLACE TABLE staging.trend_name AS
    SELECT row_number() OVER (ORDER BY name) - 1 AS id, name FROM (
      SELECT item AS name FROM staging.trend_cell UNION SELECT service FROM staging.trend_cell UNION SELECT category FROM staging.trend_cell)
    WHERE name IS NOT NULL ORDER BY id`);
  const names: string[] = [];
  for await (const name of readLines(connection, 'staging.trend_name', 'name')) names.push(name);
  await connection.run(`CREATE OR REPLACE TABLE staging.trend_cell_number AS
    SELECT c.id, concat_ws(' ', c.key, coalesce(i.id, -1), coalesce(s.id, -1), coalesce(g.id, -1), c.count, c.first_at) AS line
    FROM staging.trend_cell c LEFT JOIN staging.trend_name i ON i.name = c.item
    LEFT JOIN staging.trend_name s ON s.name = c.service LEFT JOIN staging.trend_name g ON g.name = c.category`);
  const cells: Cell[] = [];
  for await (const line of readLines(connection, 'staging.trend_cell_number', 'line')) {
    const [key, item, service, category, count, firstAt] = line.split(' ').map(Number) as [number, number, number, number, number, number];
    cells.push({ key, item: names[item] ?? null, service: names[service] ?? null, category: names[category] ?? null, count, firstAt });
  }
  return cells;
}

const columns = {
  number: 'INTEGER',
  family_id: 'VARCHAR',
  label: 'VARCHAR',
  template: 'VARCHAR',
  facet_type: 'VARCHAR',
  facet: 'VARCHAR',
  terms: 'VARCHAR[]',
  is_coded: 'BOOLEAN',
  nearest_known_error_id: 'VARCHAR',
  known_error_similarity: 'DOUBLE'
};

async function writeFamilies(connection: Connection, reader: TitleReader, keys: readonly Key[], assignment: Assignment): Promise<void> {
  const { families, familyOf, weights } = assignment;
  const errors = await connection.all<KnownError>(
    `SELECT record_id AS id, title, service::VARCHAR AS service FROM fact.problem
     WHERE is_known_error AND title IS NOT NULL AND coalesce(state::VARCHAR, '') <> 'cancelled' ORDER BY record_id`
  );
  const nearest = matchKnownErrors(families, keys, errors, weights, (title) => reader.termsOf(maskText(title).template));
  await connection.run(createTable('staging.trend_family', columns));
  const rows = families.map((family, number) => ({
    number,
    family_id: family.familyId,
    label: family.label,
    template: family.template,
    facet_type: family.facetType,
    facet: family.facet,
    terms: family.terms,
    is_coded: family.isCoded,
    nearest_known_error_id: nearest[number]?.id,
    known_error_similarity: nearest[number]?.similarity
  }));
  await writeRows(connection, 'staging.trend_family', columns, rows);
  await connection.run(createTable('staging.trend_cell_family', { id: 'INTEGER', number: 'INTEGER' }));
  await writeIntegers(connection, 'staging.trend_cell_family', familyOf);
  await connection.run(`CREATE OR REPLACE TABLE staging.trend_member AS
    SELECT f.number, i.id, i.opened_at, i.opened_date, i.days_back, i.is_counted, i.caller, CASE WHEN i.item IS NOT NULL THEN hash(i.item) END AS item,
      i.location, i.problem_id, i.lost_seconds, i.is_business
    FROM staging.trend_keyed k JOIN staging.trend_incident i USING (id)
    JOIN staging.trend_cell c ON c.cell = k.cell JOIN staging.trend_cell_family f ON f.id = c.id WHERE f.number >= 0`);
}

const memberSelect = `CREATE OR REPLACE TABLE fact.family_member AS
  SELECT f.family_id, 'incident' AS record_type, i.record_id, i.is_counted
  FROM staging.trend_member m JOIN staging.trend_incident i USING (id) JOIN staging.trend_family f USING (number)
  ORDER BY m.number, m.id`;

const familySelect = `CREATE OR REPLACE TABLE mart.family AS
  WITH linked AS (
    SELECT m.number, p.record_id AS problem_id, p.is_open, coalesce(p.is_known_error, FALSE) AS is_known_error, count(*) AS count
    FROM staging.trend_member m JOIN fact.problem p ON p.record_id = m.problem_id
    WHERE coalesce(p.state::VARCHAR, '') <> 'cancelled' GROUP BY ALL
  ),
  problem AS (
    SELECT number, arg_max(problem_id, (count, problem_id)) FILTER (is_open) AS open_problem_id,
      arg_max(problem_id, (count, problem_id)) FILTER (is_known_error) AS known_error_id,
      arg_max(problem_id, (count, problem_id)) FILTER (NOT is_open AND NOT is_known_error) AS closed_problem_id
    FROM linked GROUP BY number
  ),
  measured AS (
    SELECT number, count(*) FILTER (is_counted) AS record_count, count(*) AS member_count, min(opened_at) AS first_at, max(opened_at) AS last_at,
      count(DISTINCT caller) AS caller_count, count(DISTINCT item) AS item_count, count(DISTINCT location) AS site_count,
      count(DISTINCT opened_date - (isodow(opened_date) - 1)::INTEGER) FILTER (is_counted) AS week_count,
      coalesce(sum(lost_seconds) FILTER (is_counted), 0)::BIGINT AS lost_seconds, count(*) FILTER (is_counted AND is_business) AS business_count
    FROM staging.trend_member GROUP BY number
  )
  SELECT f.family_id, f.label, f.template, f.facet_type, f.facet, f.terms, f.is_coded, m.* EXCLUDE (number),
    p.open_problem_id, coalesce(p.known_error_id, CASE WHEN f.known_error_similarity >= $match THEN f.nearest_known_error_id END) AS known_error_id,
    p.closed_problem_id, f.nearest_known_error_id, f.known_error_similarity
  FROM staging.trend_family f JOIN measured m USING (number) LEFT JOIN problem p USING (number)
  ORDER BY m.lost_seconds DESC, f.family_id`;
