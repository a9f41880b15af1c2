import { QueryError, nearest } from '#warehouse/query/error.ts';

export const formats = ['arrow', 'json', 'csv'] as const;
export type Format = (typeof formats)[number];

const types: readonly (readonly [string, Format])[] = [
  ['application/vnd.apache.arrow.stream', 'arrow'],
  ['text/csv', 'csv'],
  ['application/json', 'json']
];

/** Which form is wanted: the parameter `format` first, then the first known type of `Accept`, else JSON. @throws QueryError */
export function formatOf(url: URL, accept: string | null): Format {
  const asked = url.searchParams.get('format');
  const known = formats.find((format) => format === asked);
  if (known) return known;
  if (asked)
    throw new QueryError('format', asked, `format cannot be ${asked}; it can be ${formats.join(', ')}`, {
      suggestion: nearest(asked, formats),
      possible: formats
    });
  const wanted = (accept ?? '').split(',').map((part) => part.split(';')[0]?.trim());
  return wanted.map((type) => types.find(([name]) => name === type)?.[1]).find(Boolean) ?? 'json';
}
