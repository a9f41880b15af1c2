import { catalogue } from '../../metrics/catalogue.ts';
import { compile } from '../compile.ts';
import { toParams } from '../params.ts';
import type { Query } from '../query.ts';
import type { Reader } from '../reader.ts';
import { definitionOf } from '../receipt.ts';
import { labelsIn } from '../labels.ts';
import { queryWords } from './question-words.ts';
import type { ExportSource } from './source.ts';

/** The question about the days that it was about: asked again later, a relative period would have moved on. */
export const dated = (query: Query, { from, to }: { from: string; to: string }): Query => ({ ...query, period: { from, to } });

/** An answer as something that can be exported. @throws QueryError when it cannot be asked */
export function answerSource(reader: Reader, query: Query): ExportSource {
  compile(query, catalogue, reader.build);
  return {
    name: query.measures.join('-'),
    asKnownOn: query.asKnownOn,
    statement: (build) => compile(query, catalogue, build),
    question(build) {
      const { columns, period, unavailable } = compile(query, catalogue, build);
      return {
        words: queryWords(query, labelsIn(build, query.filters)),
        address: `/api/query?${toParams(dated(query, period))}`,
        definitions: query.measures.map((name) => definitionOf(name)!),
        grain: 'cell of an answer',
        period,
        unavailable,
        columns: columns.map(({ name, label, unit }) => ({ name, label, unit }))
      };
    }
  };
}
