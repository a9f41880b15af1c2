import { mediaTypes } from './negotiate.ts';
import { queryParams } from './params.ts';
import { receipt } from './receipt.ts';
import type { Reader } from './reader.ts';
import type { Reply } from './reply.ts';
import { headersOf } from './respond-export.ts';
import { recordsRequest, refuseUnknown, replying } from './respond.ts';

/**
 * The receipt of a cell as JSON, as `/api/receipt`: the query's parameters, `measure`, `cell.<dimension>` (empty = none),
 * `cell.period`, `cell.compare=true`. `build` names the build under which the address was written; the answer is always today's.
 */
export async function respondReceipt(now: Reader, url: URL, signal?: AbortSignal): Promise<Reply> {
  return replying(async () => {
    const { searchParams: params } = url;
    const cells = [...params.keys()].filter((name) => name.startsWith('cell.'));
    refuseUnknown(params, [...queryParams, 'query', 'measure', 'build', ...cells]);
    const request = recordsRequest(params);
    const reader = await now.known(request.query.asKnownOn);
    const body = JSON.stringify(await receipt(reader, request, { signal }), null, 2);
    const file = `${request.measure.replaceAll(/[^a-z0-9._-]+/gi, '-')}-receipt-${reader.build.buildId}.json`;
    return { status: 200, headers: { ...headersOf(reader, mediaTypes.json), 'content-disposition': `inline; filename="${file}"` }, body };
  });
}
