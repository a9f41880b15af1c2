import { QueryError } from './error.ts';
import { exported, type ExportOptions } from './export/export.ts';
import type { ExportSource } from './export/source.ts';
import { mediaTypes, type Format } from './negotiate.ts';
import type { Reader } from './reader.ts';
import type { Reply } from './reply.ts';

/** Parameters of a download. */
export const exportParams = ['export', 'manifest', 'bom'] as const;

/**
 * Whether an address asks for a download rather than for an answer of the API: a format that only downloads have, the parameter
 * `export`, or one for the manifest.
 */
export const isExport = (params: URLSearchParams, format: Format, answers: readonly Format[]): boolean =>
  !answers.includes(format) || isSet(params, 'export') || params.has('manifest');

/**
 * A download: all rows of a source in a format, with `manifest=only` what stands behind them, with `manifest=zip` both in one
 * archive. The first bytes are made before the reply is, so that what goes wrong at once still gets its status; what goes
 * wrong later breaks the stream.
 */
export async function exportReply(
  reader: Reader,
  source: ExportSource,
  format: Format,
  params: URLSearchParams,
  signal?: AbortSignal
): Promise<Reply> {
  const form = formOf(params);
  const iterator = exported(reader, source, format, { form, bom: isSet(params, 'bom'), signal });
  const { build } = reader;
  let next: IteratorResult<Uint8Array> | undefined = await iterator.next();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = next ?? (await iterator.next());
        next = undefined;
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await iterator.return?.(undefined);
      }
    },
    { highWaterMark: 0 }
  );
  const type = form === 'file' ? mediaTypes[format] : form === 'zip' ? 'application/zip' : mediaTypes.json;
  const ending = form === 'file' ? format : form === 'zip' ? `${format}.zip` : 'manifest.json';
  const file = `${source.name.replaceAll(/[^a-z0-9._-]+/gi, '-')}-${build.buildId}.${ending}`;
  return { status: 200, headers: { ...headersOf(reader, type), 'content-disposition': `attachment; filename="${file}"` }, body };
}

function formOf(params: URLSearchParams): NonNullable<ExportOptions['form']> {
  const asked = params.get('manifest');
  if (asked === null) return 'file';
  if (asked === 'zip') return 'zip';
  if (asked === 'only') return 'manifest';
  throw new QueryError('manifest', asked, 'manifest is only (what stands behind the rows) or zip (the file and its manifest)', {
    possible: ['only', 'zip']
  });
}

/** Headers of everything that this build answers. */
export const headersOf = (reader: Reader, type: string): Record<string, string> => ({
  'content-type': type,
  'cache-control': 'no-store',
  vary: 'accept',
  'x-plimsoll-build': reader.build.buildId,
  'x-plimsoll-as-of': reader.build.asOf.toISOString()
});

const isSet = (params: URLSearchParams, name: string): boolean => params.has(name) && !['0', 'false'].includes(params.get(name)!);
