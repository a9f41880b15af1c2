import { shownUnit } from '#dashboard/format.ts';
import type { AnswerColumn } from '#warehouse/query/query.ts';
import type { TableColumn } from './table-column.ts';

/** Columns of an answer as a table shows them. */
export const columnsOf = (columns: readonly AnswerColumn[], grain?: string, target?: number): TableColumn[] =>
  columns.map((column) => ({
    name: column.name,
    label: column.label,
    unit: shownUnit(column),
    ...(grain ? { grain } : {}),
    ...(target === undefined ? {} : { target })
  }));
