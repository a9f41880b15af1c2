import { moment, plural, word } from '#dashboard/format.ts';
import { recordUrl } from '#dashboard/lib/links.ts';
import type { LineageReading, StageReading } from '#dashboard/lib/record-page.ts';
import type { Lineage, LineageStage } from '#warehouse/query/lineage.ts';

/** A chain in words: what it came from, what it led to. */
export const lineageReading = ({ from, to, causes, consequences }: Lineage, zone: string): LineageReading => ({
  from: [...from.map((stage) => reading(stage, zone)), ...causes.map((stage) => reading(stage, zone, 'recorded as its cause'))],
  to: [...to.map((stage) => reading(stage, zone)), ...consequences.map((stage) => reading(stage, zone, 'recorded as caused by it'))]
});

const reading = ({ type, total, records }: LineageStage, zone: string, note?: string): StageReading => ({
  words: [plural(total, word(type)), note].filter(Boolean).join(', '),
  more: total - records.length,
  records: records.map((one) => ({
    id: one.id,
    href: recordUrl(one.type, one.id),
    title: one.title ?? '',
    state: one.state ? word(one.state) : '',
    opened: moment(one.openedAt, zone)
  }))
});
