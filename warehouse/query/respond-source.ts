import type { ExportSource } from './export/source.ts';
import { negotiate } from './negotiate.ts';
import type { Reader } from './reader.ts';
import type { Reply } from './reply.ts';
import { exportParams, exportReply } from './respond-export.ts';
import { refuseUnknown, replying } from './respond.ts';

/** Answers an address that is nothing but a download: `format` (CSV when none is named) and the parameters of downloads. */
export async function respondSource(
  reader: Reader,
  source: ExportSource,
  params: URLSearchParams,
  signal?: AbortSignal,
  own: readonly string[] = []
): Promise<Reply> {
  return replying(async () => {
    refuseUnknown(params, [...own, 'format', ...exportParams]);
    return exportReply(reader, source, negotiate(params.get('format') ?? 'csv', null), params, signal);
  });
}
