import { literal } from '#warehouse/connection.ts';
import { columnTypes, contract, type Column } from '#warehouse/contract.ts';
import { booleanReader } from './cells/boolean.ts';
import { isAnyOf, typed } from './cells/cell.ts';
import { readCell, type CellReading } from './cells/read-cell.ts';
import { resolveFormats, type ColumnEvidence } from './doctor/formats.ts';
import { AmbiguousHeader, indexHeader, type HeaderIndex } from './header.ts';
import { MappingError, type MappingProblem } from './mapping-error.ts';
import type { ColumnRule, Mapping } from './mapping.ts';
import { hint } from './nearest.ts';

/**
 * A mapping bound to a header. Land with one statement, without a WHERE of its own, since some columns look at all rows of a record:
 * `SELECT <expression AS name, …>, <rejection> AS rejection FROM <source>`.
 */
export interface CompiledMapping {
  /**
   * FROM item over the view `delivery` (c0, c1, … VARCHAR, and whatever else the view has, such as a line number), in which each cell
   * is read once. It stands apart because the engine would plan, and run, each cell again for its check.
   */
  source: string;
  /** Every contract column of the type, in order, as SQL over `source`. */
  columns: { name: string; expression: string }[];
  /** SQL over `source`: NULL, or STRUCT(column_name VARCHAR, value VARCHAR, reason VARCHAR) for the first thing wrong with the row. */
  rejection: string;
  /** Canonical columns to null on update rows that are not their record's last. */
  backfilled: string[];
  /** Positions of the delivery's columns that the mapping reads. */
  used: number[];
  /** Headers that it does not read. */
  unmapped: string[];
  /** Canonical columns that the mapping knows and this delivery lacks: they land as NULL. */
  unavailable: string[];
  /** Things to count and to tell, which reject nothing: SQL booleans over `source`. */
  notices: { column: string; message: string; condition: string }[];
}

interface CompiledColumn extends CellReading {
  name: string;
  rule?: ColumnRule;
  positions: number[];
}

/**
 * Binds a mapping to the header of one delivery.
 * @param evidence what the whole column proved, for columns of format `auto`; without it only unambiguous formats and the
 *   mapping's `date_order` are used
 * @throws MappingError when a column that must be there is missing, is there twice, or its date order is neither proved nor declared
 */
export function compileMapping(mapping: Mapping, header: readonly string[], evidence: ColumnEvidence = {}): CompiledMapping {
  const index = indexHeader(header);
  const problems: MappingProblem[] = [];
  const compiled = contract[mapping.type].map((column) => compileColumn(mapping, column, header, index, evidence, problems));
  if (problems.length > 0) throw new MappingError(problems);
  const used = [...new Set(compiled.flatMap((column) => column.positions))].sort((a, b) => a - b);
  const cells = compiled.map((column) => `${column.sql} AS ${column.name}`);
  return {
    source: `(SELECT *, ${cells.join(',\n  ')} FROM delivery) AS mapped`,
    columns: compiled.map((column) => ({ name: column.name, expression: overRecord(column) })),
    rejection: rejectionOf(compiled),
    backfilled: compiled.filter((column) => column.rule?.backfilled).map((column) => column.name),
    used,
    unmapped: header.filter((name, position) => name.trim() !== '' && !used.includes(position)),
    unavailable: compiled
      .filter((column) => column.rule && column.positions.length === 0 && column.rule.constant === undefined)
      .map((column) => column.name),
    notices: compiled.flatMap((column) => column.notices.map((notice) => ({ column: column.name, ...notice })))
  };
}

function compileColumn(
  mapping: Mapping,
  column: Column,
  header: readonly string[],
  index: HeaderIndex,
  evidence: ColumnEvidence,
  problems: MappingProblem[]
): CompiledColumn {
  const rule = mapping.columns.get(column.name);
  const nothing = {
    name: column.name,
    rule,
    positions: [],
    sql: `CAST(NULL AS ${columnTypes[column.type]})`,
    value: column.name,
    faults: [],
    notices: []
  };
  if (!rule) return nothing;
  const problem = (message: string): CompiledColumn => {
    problems.push({ file: mapping.file, path: `columns.${column.name}`, message });
    return nothing;
  };
  try {
    const positions = positionsOf(rule, column, index);
    const source = { ...column, rule };
    if (positions.length === 0 && rule.constant === undefined) {
      if (!rule.required) return nothing;
      if (rule.default === undefined) return problem(missingMessage(rule, header));
      return { ...nothing, sql: typed(rule.default, column.type) };
    }
    const formats = resolveFormats(rule.formats, mapping.dateOrder, evidence[column.name]);
    if ('doubt' in formats) return problem(formats.doubt);
    const read = { name: column.name, rule, positions, ...readCell(source, cellOf(rule, positions), formats.formats) };
    return rule.cancelledBy.length > 0 ? cancelledBy(read, index.find(rule.cancelledBy, 'raw')) : read;
  } catch (error) {
    if (error instanceof AmbiguousHeader) return problem(error.message);
    throw error;
  }
}

/** The state of a row that its delivery marks as deleted; its own word stays in `state_source`. */
function cancelledBy(read: CompiledColumn, position: number | undefined): CompiledColumn {
  if (position === undefined) return read;
  const value = `CASE WHEN ${booleanReader.sql(`c${position}`)} THEN 'cancelled' ELSE ${read.value} END`;
  return { ...read, positions: [...read.positions, position], value };
}

/** Positions of the delivery's columns that make a canonical column; none when the delivery lacks them. */
export function positionsOf(rule: ColumnRule, column: Column, index: HeaderIndex): number[] {
  const prefers = column.type === 'instant' ? 'raw' : 'display';
  const names = rule.combine ? rule.combine.headers.map((name) => [name]) : [rule.from];
  const found = names.map((synonyms) => index.find(synonyms, prefers));
  return found.every((position) => position !== undefined) ? (found as number[]) : [];
}

function cellOf(rule: ColumnRule, positions: readonly number[]): string {
  const cells = positions.map((position) => `c${position}`);
  return rule.combine ? `concat_ws(${[literal(rule.combine.with), ...cells.map((cell) => `nullif(${cell}, '')`)].join(', ')})` : cells[0]!;
}

function missingMessage(rule: ColumnRule, header: readonly string[]): string {
  const wanted = rule.combine?.headers ?? rule.from;
  const near = wanted.map((name) => hint(name, header)).find((text) => text !== '') ?? '';
  return `the file has no column ${wanted.map((name) => `"${name}"`).join(' or ')}${near}; its header is ${header.join(', ')}`;
}

/** Columns that look at the other rows of a record, all within what was known by the row's own time. */
function overRecord({ name, rule, value }: CompiledColumn): string {
  if (rule?.isFirstOfRecord) return `min(${name}) OVER (PARTITION BY record_id)`;
  if (!rule?.entered) return value;
  const isIn = isAnyOf('state', rule.entered);
  const soFar = `OVER (PARTITION BY record_id ORDER BY ${name})`;
  return `CASE WHEN ${isIn} THEN list_min(list_filter(
    list(CASE WHEN ${isIn} THEN ${name} END) ${soFar},
    lambda entered: entered >= coalesce(max(CASE WHEN NOT ${isIn} THEN ${name} END) ${soFar}, TIMESTAMPTZ '-infinity'))) END`;
}

/** One guard over all columns comes first, made of cheap tests; the exact ones run only on the rows that it stops. */
function rejectionOf(columns: readonly CompiledColumn[]): string {
  const faults = columns.flatMap(({ name, faults }) => faults.map((fault) => ({ name, ...fault })));
  const guard = [...new Set(faults.map((fault) => fault.guard))].join('\n  OR ');
  const branches = faults.map(
    ({ name, condition, value, reason }) =>
      `WHEN ${condition} THEN {'column_name': ${literal(name)}, 'value': CAST(${value} AS VARCHAR), 'reason': ${literal(reason)}}`
  );
  return `CASE WHEN ${guard} THEN CASE ${branches.join('\n  ')} END END`;
}
