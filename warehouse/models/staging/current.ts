import { contract, recordTypes, type RecordType } from '../../contract.ts';
import type { CodeModel } from '../../model.ts';
import { hasColumn, hasLife } from './columns.ts';
import { findSources, type Source } from './sources.ts';
import { readLanding } from '../../landing.ts';

/**
 * `staging.<type>`: the newest version of each record with everything that all types derive alike. Views, so that wide rows are
 * read once, when the fact is written.
 */
export const currentModels: readonly CodeModel[] = recordTypes.map((type) => ({
  name: `staging.${type}`,
  grain: `one ${type}, newest known version`,
  reads: ['staging.record', 'staging.life'],
  run: async ({ connection, home, build }) => {
    const landing = readLanding(home, build.knownAt ?? '');
    const sources = (await findSources(connection, landing))[type];
    await connection.run(`CREATE OR REPLACE VIEW staging.${type} AS ${currentSelect(type, sources)}`);
  }
}));

function currentSelect(type: RecordType, sources: readonly Source[]): string {
  const fromOthers = sources.length > 1;
  const columns = contract[type].map(({ name }) => (fromOthers ? filled(name, sources) : `l.${name}`));
  const joins = sources.filter(({ number }) =>
    columns.some((column) => column.includes(` o${number}.`) || column.includes(`(o${number}.`))
  );
  return `SELECT n.record_key, ${columns.join(', ')}, f.load_id, f.known_at, r.version_count, ${derived(type).join(', ')}
    FROM staging.${type}_landed l
    JOIN staging.newest n ON n.row_key = l.row_key AND n.place = 1 AND n.record_key // 1099511627776 = ${recordTypes.indexOf(type)}
    JOIN staging.record r ON r.record_key = n.record_key
    JOIN build.file f ON f.record_type_number = ${recordTypes.indexOf(type)} AND f.file_index = l.file_index
    ${hasLife(type) ? 'JOIN staging.life s ON s.record_key = n.record_key' : ''}
    ${joins.map((source) => otherJoin(type, source)).join(' ')}`;
}

/**
 * Columns that the newest version's own source never tells come from the record's newest version in another source, sources in
 * order of name. A column that the source does tell stays as it is: empty there means cleared.
 */
function filled(name: string, sources: readonly Source[]): string {
  const silent = sources.filter((source) => !source.told.has(name)).map((source) => source.number);
  const others = sources.filter((source) => source.told.has(name)).map((source) => `o${source.number}.${name}`);
  if (!silent.length || !others.length) return `l.${name}`;
  return `CASE WHEN n.source_number IN (${silent.join(', ')}) THEN coalesce(${others.join(', ')}) ELSE l.${name} END AS ${name}`;
}

const otherJoin = (type: RecordType, { number }: Source): string =>
  `LEFT JOIN (SELECT m.record_key, w.* FROM staging.${type}_landed w JOIN staging.newest m ON m.row_key = w.row_key
      AND m.source_number = ${number} AND m.place > 1 AND m.record_key // 1099511627776 = ${recordTypes.indexOf(type)}) o${number} ON o${number}.record_key = n.record_key`;

function derived(type: RecordType): string[] {
  const dates = ['resolved_at', 'closed_at'].filter((name) => hasColumn(type, name));
  const columns = [
    'local_time(l.opened_at)::DATE AS opened_date',
    'hour(local_time(l.opened_at))::TINYINT AS opened_hour',
    'isodow(local_time(l.opened_at))::TINYINT AS opened_weekday',
    ...dates.map((name) => `local_time(l.${name})::DATE AS ${name.replace('_at', '_date')}`)
  ];
  if (hasColumn(type, 'resolved_at')) columns.push('seconds_between(l.opened_at, l.resolved_at) AS resolve_seconds');
  if (hasColumn(type, 'acknowledged_at')) columns.push('seconds_between(l.opened_at, l.acknowledged_at) AS acknowledge_seconds');
  return hasLife(type) ? [...columns, ...ofLife(type)] : columns;
}

function ofLife(type: RecordType): string[] {
  const counted = hasColumn(type, 'reopen_count');
  const age = 'CASE WHEN s.is_open THEN not_negative(seconds_between(l.opened_at, as_of())) END';
  return [
    'r.has_history',
    's.is_open',
    's.is_resolved',
    's.is_cancelled',
    counted ? '(s.is_reopened OR NOT r.has_history AND coalesce(l.reopen_count, 0) > 0) AS is_reopened' : 's.is_reopened',
    counted ? '(s.is_reassigned OR NOT r.has_history AND coalesce(l.reassignment_count, 0) > 0) AS is_reassigned' : 's.is_reassigned',
    's.team_count',
    `${age} AS age_seconds`,
    `age_band(${age}) AS age_band`,
    'CASE WHEN s.is_open THEN not_negative(seconds_between(l.updated_at, as_of())) END AS update_age_seconds'
  ];
}
