import type { ChartMark } from '#dashboard/charts/encoding.ts';
import { recordUrl } from '#dashboard/lib/links.ts';
import { landmarks } from '#warehouse/query/landmarks.ts';
import type { Filter, Period } from '#warehouse/query/query.ts';
import type { Reader } from '#warehouse/query/reader.ts';

/** Changes and major incidents as marks; `total` tells when there are more than are shown. */
export interface Marks {
  shown: ChartMark[];
  total: number;
}

export const noMarks: Marks = { shown: [], total: 0 };

export async function readMarks(reader: Reader, period: Period, filters: readonly Filter[]): Promise<Marks> {
  const rows = await landmarks(reader, { period, filters });
  return {
    shown: rows.map(({ date, kind, id, title, service, reason }) => ({
      date,
      kind,
      id,
      title: [title, service].filter(Boolean).join(' · '),
      reason: reason.replace('_', ' '),
      href: recordUrl(kind === 'major' ? 'incident' : 'change', id)
    })),
    total: rows[0]?.total ?? 0
  };
}
