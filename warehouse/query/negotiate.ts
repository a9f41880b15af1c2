import { QueryError, nearest } from './error.ts';

export const formats = ['json', 'arrow', 'csv', 'xlsx', 'parquet', 'ndjson'] as const;
export type Format = (typeof formats)[number];

export const mediaTypes: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  arrow: 'application/vnd.apache.arrow.stream',
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
  ndjson: 'application/x-ndjson; charset=utf-8'
};

const asked: Readonly<Record<string, Format>> = {
  'application/json': 'json',
  'application/*': 'json',
  'application/vnd.apache.arrow.stream': 'arrow',
  'text/csv': 'csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.apache.parquet': 'parquet',
  'application/x-ndjson': 'ndjson',
  'text/*': 'csv',
  '*/*': 'json'
};

/**
 * The form of an answer: the parameter `format` when there is one, else what `Accept` likes best (RFC 9110), else JSON.
 * @throws QueryError for a format that does not exist, or when nothing that is accepted can be made
 */
export function negotiate(format: string | null, accept: string | null): Format {
  if (format) {
    const found = formats.find((entry) => entry === format);
    if (found) return found;
    throw new QueryError('format', format, `there is no format ${format}`, { suggestion: nearest(format, formats), possible: formats });
  }
  if (!accept?.trim()) return 'json';
  const wanted = accept
    .split(',')
    .map(weighted)
    .filter(({ weight }) => weight > 0);
  const best = wanted.filter(({ type }) => asked[type]).sort((left, right) => right.weight - left.weight)[0];
  if (best) return asked[best.type]!;
  throw new QueryError('accept', accept, 'none of the accepted types can be made', {
    possible: Object.keys(asked).filter((type) => !type.includes('*'))
  });
}

function weighted(entry: string): { type: string; weight: number } {
  const [type, ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { type: type!, weight: quality ? Number(quality.slice(2)) || 0 : 1 };
}
