import type { Phrase } from '#dashboard/boards/answer-line.ts';
import { numberOf, sum, type Row } from '#dashboard/charts/table.ts';
import { count, percent, plural, word } from '#dashboard/format.ts';
import type { TableColumn } from '#dashboard/lib/table-column.ts';
import { reconciliationCauses, type ReconciliationCause } from '#warehouse/metrics/reconciliation-cause.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { available, table } from '#warehouse/query/tables.ts';

/** Verdicts of the engine against those of the source tool, with the cause of every difference. */
export interface Reconciliation {
  phrases: Phrase[];
  causes: CauseRow[];
  verdicts: { columns: TableColumn[]; rows: Row[] };
  list: { title: string; note: string; columns: TableColumn[]; rows: Row[]; total: number; csv: string };
}

export interface CauseRow extends Row {
  cause: string;
  label: string;
  meaning: string;
  /** Pairs whose verdicts differ. */
  disagreements: number;
  /** Pairs with the same verdict and another time. */
  same: number;
  /** Clocks that only one side has. */
  alone: number;
}

const path = '/service-levels/reconciliation';
const verdicts = ['met', 'breached', 'open', 'cancelled'] as const;
const most = 10_000;
const listed = 500;

/** Undefined where nothing of a source tool's clocks has been loaded. @param cause of which to list the clocks; else the disagreements */
export async function reconciliation(reader: Reader, cause: string | null): Promise<Reconciliation | undefined> {
  if (!available(reader.build).includes('service_levels_reconciled')) return undefined;
  const { rows } = await table(reader, 'service_levels_reconciled', { limit: most });
  if (rows.length === 0) return undefined;
  const chosen = cause !== null && cause in reconciliationCauses ? (cause as ReconciliationCause) : undefined;
  return {
    phrases: phrasesOf(rows),
    causes: causesOf(rows),
    verdicts: crossed(rows),
    list: await clocksOf(reader, chosen)
  };
}

/** One sentence for other pages; undefined where there is nothing to compare. */
export async function reconciliationLine(reader: Reader): Promise<Phrase[] | undefined> {
  if (!available(reader.build).includes('service_levels_reconciled')) return undefined;
  const compared = (await table(reader, 'service_levels_reconciled', { where: { is_compared: 'true' }, limit: most })).rows;
  if (compared.length === 0) return undefined;
  const agreed = clocks(compared.filter((row) => row.agrees === true)) / clocks(compared);
  return [{ text: 'The source tool’s own verdicts agree with these on ' }, { text: percent(agreed), href: path }, { text: '.' }];
}

const clocks = (rows: readonly Row[]): number => sum(rows.map((row) => numberOf(row.clock_count)));

function phrasesOf(rows: readonly Row[]): Phrase[] {
  const compared = rows.filter((row) => row.is_compared === true);
  const all = clocks(compared);
  const agreed = clocks(compared.filter((row) => row.agrees === true));
  const unexplained = clocks(rows.filter((row) => row.cause === 'unexplained'));
  const flipped = clocks(compared.filter((row) => row.agrees === false && row.cause === 'unexplained'));
  if (all === 0) return [{ text: 'No verdict of the tool can be set beside one of the engine.' }];
  return [
    { text: 'Tool and engine agree on ' },
    { text: percent(agreed / all), href: `${path}#verdicts` },
    { text: ` of ${plural(all, 'verdict', 'verdicts')}; ` },
    {
      text: `${count(all - agreed)} ${all - agreed === 1 ? 'differs' : 'differ'}`,
      href: `${path}#clocks`,
      ...(all > agreed ? { tone: 'risk' as const } : {})
    },
    { text: ', of which ' },
    { text: `${count(flipped)} unexplained`, href: `${path}?cause=unexplained#clocks`, tone: flipped > 0 ? 'breached' : 'met' },
    {
      text:
        unexplained > flipped
          ? `. ${plural(unexplained - flipped, 'further clock has', 'further clocks have')} the same verdict and an unexplained time.`
          : '.'
    }
  ];
}

function causesOf(rows: readonly Row[]): CauseRow[] {
  const named = rows.filter((row) => row.cause !== null);
  return [...Map.groupBy(named, (row) => String(row.cause))]
    .map(([cause, own]) => ({
      cause,
      label: causeLabel(cause),
      meaning: reconciliationCauses[cause as ReconciliationCause] ?? '',
      disagreements: clocks(own.filter((row) => row.side === 'both' && row.agrees !== true)),
      same: clocks(own.filter((row) => row.side === 'both' && row.agrees === true)),
      alone: clocks(own.filter((row) => row.side !== 'both'))
    }))
    .sort((a, b) => b.disagreements - a.disagreements || b.same - a.same || b.alone - a.alone);
}

const causeLabel = (cause: string): string => {
  const text = word(cause);
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
};

function crossed(rows: readonly Row[]): Reconciliation['verdicts'] {
  const compared = rows.filter((row) => row.is_compared === true);
  const has = (verdict: string): boolean => compared.some((row) => row.verdict === verdict || row.verdict_source === verdict);
  const shown = verdicts.filter(has);
  return {
    columns: [
      { name: 'engine', label: 'Engine says', unit: 'text' },
      ...shown.map((verdict) => ({ name: verdict, label: `tool: ${verdict}`, unit: 'count' }))
    ],
    rows: shown.map((engine) => ({
      engine,
      ...Object.fromEntries(
        shown.map((tool) => [tool, clocks(compared.filter((row) => row.verdict === engine && row.verdict_source === tool))])
      )
    }))
  };
}

async function clocksOf(reader: Reader, cause: ReconciliationCause | undefined): Promise<Reconciliation['list']> {
  const where: Record<string, string> = cause ? { cause } : { agrees: 'false' };
  const { rows, total } = await table(reader, 'service_levels_compared', { where, limit: listed });
  const params = new URLSearchParams(Object.entries(where).map(([name, value]) => [`where.${name}`, value]));
  return {
    title: cause
      ? `${causeLabel(cause)}: ${plural(total, 'clock', 'clocks')}`
      : `${plural(total, 'verdict that differs', 'verdicts that differ')}`,
    note: cause ? reconciliationCauses[cause] : 'Newest first; choose a cause above for its clocks, also those with the same verdict',
    columns: columns(reader.build.zone),
    rows: rows.map((row) => ({ ...row, cause: row.cause === null ? null : causeLabel(String(row.cause)) })),
    total,
    csv: `/api/table/service_levels_compared?${params}&format=csv`
  };
}

const columns = (zone: string): TableColumn[] => [
  { name: 'record_id', label: 'Record', unit: 'text' },
  { name: 'verdict', label: 'Engine', unit: 'text' },
  { name: 'verdict_source', label: 'Tool', unit: 'text' },
  { name: 'cause', label: 'Cause', unit: 'text' },
  { name: 'elapsed_seconds', label: 'Time, engine', unit: 'worked' },
  { name: 'elapsed_source_seconds', label: 'Time, tool', unit: 'worked' },
  { name: 'cause_detail', label: 'Rests on', unit: 'text' },
  { name: 'target', label: 'Target', unit: 'text' },
  { name: 'goal_seconds', label: 'Goal', unit: 'worked' },
  { name: 'stopped_at', label: 'Stopped, engine', unit: 'instant', zone },
  { name: 'stopped_at_source', label: 'Stopped, tool', unit: 'instant', zone },
  { name: 'source_target', label: 'Target in the tool', unit: 'text' }
];
