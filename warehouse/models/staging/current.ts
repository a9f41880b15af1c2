import { literal } from '../../connection.ts';
import { contract, recordTypes, type RecordType } from '../../contract.ts';
import { unfulfilled } from '../../outcomes.ts';
import type { CodeModel } from '../../model.ts';
import { hasColumn, hasLife } from './columns.ts';
import { keysPerType } from './record.ts';
import { findSources, type Source } from './sources.ts';
import { landedSelect, readLanding, type LandedFile } from '../../landing.ts';

/**
 * `staging.<type>`: the newest version of each record with everything that all types derive alike. Views, so that wide rows are
 * read once, when the fact is written.
 */
export const currentModels: readonly CodeModel[] = recordTypes.map((type) => ({
  name: `staging.${type}`,
  grain: `one ${type}, newest known version`,
  reads: ['staging.record', 'staging.life', 'staging.reply'],
  run: async ({ connection, home, build }) => {
    const landing = readLanding(home, build.knownAt ?? '');
    const sources = (await findSources(connection, landing))[type];
    const rows = await connection.all<{ position: number }>(
      `SELECT DISTINCT file_index AS position FROM staging.record WHERE record_key // ${keysPerType} = ${recordTypes.indexOf(type)}`
    );
    const needed = new Set(rows.map((row) => row.position));
    const files = landing.filesOf(type).filter((file) => needed.has(file.position));
    await connection.run(`CREATE OR REPLACE VIEW staging.${type} AS ${currentSelect(type, files, sources)}`);
  }
}));

/** Reads only files that hold a newest version: wide rows are dear. */
function currentSelect(type: RecordType, files: readonly LandedFile[], sources: readonly Source[]): string {
  const fromOthers = sources.length > 1;
  const columns = contract[type].map(({ name }) => (fromOthers ? filled(name, sources) : `l.${name}`));
  const joins = sources.filter(({ number }) =>
    columns.some((column) => column.includes(` o${number}.`) || column.includes(`(o${number}.`))
  );
  const isAnswered = hasColumn(type, 'first_response_at');
  return `SELECT r.record_key, ${columns.map((column) => (isFirstResponse(column) ? orAnswer(column) : column)).join(', ')}, f.load_id, f.known_at, r.version_count, ${derived(type).join(', ')}
    FROM (${landedSelect(type, files)}) l
    JOIN staging.record r ON r.row_key = l.row_key AND r.record_key // ${keysPerType} = ${recordTypes.indexOf(type)}
    JOIN build.file f ON f.record_type_number = ${recordTypes.indexOf(type)} AND f.file_index = l.file_index
    ${hasLife(type) ? 'JOIN staging.life s ON s.record_key = r.record_key' : ''}
    ${isAnswered ? `LEFT JOIN (${firstAnswers}) a ON a.record_key = r.record_key` : ''}
    ${joins.map((source) => otherJoin(type, source)).join(' ')}`;
}

const isFirstResponse = (column: string): boolean => /\bfirst_response_at$/.test(column);

/** First response as the source tells it, else the first public reply that a person in the role of an agent wrote (R15), and which it is. */
function orAnswer(column: string): string {
  const told = column.replace(/ AS first_response_at$/, '');
  return `coalesce(${told}, a.answered_at) AS first_response_at,
    CASE WHEN ${told} IS NOT NULL THEN 'source' WHEN a.answered_at IS NOT NULL THEN 'reply' END AS first_response_source`;
}

const firstAnswers = 'SELECT record_key, min(replied_at) AS answered_at FROM staging.reply WHERE is_answer GROUP BY record_key';

/**
 * Columns that the newest version's own source never tells come from the record's newest version in another source, sources in
 * order of name. A column that the source does tell stays as it is: empty there means cleared.
 */
function filled(name: string, sources: readonly Source[]): string {
  const silent = sources.filter((source) => !source.told.has(name)).map((source) => source.number);
  const others = sources.filter((source) => source.told.has(name)).map((source) => `o${source.number}.${name}`);
  if (!silent.length || !others.length) return `l.${name}`;
  return `CASE WHEN r.source_number IN (${silent.join(', ')}) THEN coalesce(${others.join(', ')}) ELSE l.${name} END AS ${name}`;
}

/** Newest version in a source, of records whose newest of all is in another. */
const otherJoin = (type: RecordType, { number, files }: Source): string =>
  `LEFT JOIN (
    SELECT v.record_key, w.*
    FROM (${landedSelect(type, files)}) w
    JOIN staging.version v ON v.row_key = w.row_key AND v.record_key // ${keysPerType} = ${recordTypes.indexOf(type)}
    JOIN staging.record m ON m.record_key = v.record_key AND m.source_number <> ${number}
    QUALIFY row_number() OVER (PARTITION BY v.record_key
      ORDER BY CASE WHEN m.is_sequenced THEN v.sequence END DESC NULLS LAST, v.updated_at DESC NULLS LAST, v.sequence DESC NULLS LAST, v.row_key DESC) = 1
  ) o${number} ON o${number}.record_key = r.record_key`;

/**
 * What was cancelled was never resolved, whatever instant its tool writes (ServiceNow has one column for both ends of a request): it has
 * no date of it, so that nothing counts it as done. So is a request whose outcome says that it was not fulfilled.
 */
function unlessCancelled(type: RecordType, sql: string): string {
  if (!hasLife(type)) return sql;
  const isDone = type === 'request' ? ` AND coalesce(l.outcome NOT IN (${unfulfilled.map(literal).join(', ')}), TRUE)` : '';
  return `CASE WHEN NOT s.is_cancelled${isDone} THEN ${sql} END`;
}

function derived(type: RecordType): string[] {
  const columns = [
    'local_time(l.opened_at)::DATE AS opened_date',
    'hour(local_time(l.opened_at))::TINYINT AS opened_hour',
    'isodow(local_time(l.opened_at))::TINYINT AS opened_weekday',
    ...(hasColumn(type, 'resolved_at') ? [`${unlessCancelled(type, 'local_time(l.resolved_at)::DATE')} AS resolved_date`] : []),
    ...(hasColumn(type, 'closed_at') ? ['local_time(l.closed_at)::DATE AS closed_date'] : [])
  ];
  if (hasColumn(type, 'resolved_at'))
    columns.push(`${unlessCancelled(type, 'seconds_between(l.opened_at, l.resolved_at)')} AS resolve_seconds`);
  if (hasColumn(type, 'acknowledged_at')) columns.push('seconds_between(l.opened_at, l.acknowledged_at) AS acknowledge_seconds');
  return hasLife(type) ? [...columns, ...ofLife(type)] : columns;
}

const told = (counted: string | undefined, seen: string): string =>
  `coalesce(${counted ? `${counted}, ` : ''}CASE WHEN r.has_history OR ${seen} THEN ${seen} END)`;

/**
 * Hand-overs and re-openings as the source counts them, since it also sees those that no row tells; else from the course. Where neither
 * tells, they are unknown, not none.
 */
function ofLife(type: RecordType): string[] {
  const counted = hasColumn(type, 'reopen_count');
  const age = 'CASE WHEN s.is_open THEN not_negative(seconds_between(l.opened_at, as_of())) END';
  return [
    'r.has_history',
    's.is_open',
    's.is_resolved',
    's.is_cancelled',
    `${told(counted ? 'l.reopen_count > 0' : undefined, 's.is_reopened')} AS is_reopened`,
    `${told(counted ? 'l.reassignment_count > 0' : undefined, 's.is_reassigned')} AS is_reassigned`,
    's.team_count',
    `${age} AS age_seconds`,
    `age_band(${age}) AS age_band`,
    'CASE WHEN s.is_open THEN not_negative(seconds_between(l.updated_at, as_of())) END AS update_age_seconds'
  ];
}
