import { contract, type LandedType } from '#warehouse/contract.ts';
import { fold } from '../nearest.ts';
import { draftRule } from './draft-rule.ts';
import { matchColumns, type Matches } from './match.ts';
import type { ColumnProfile } from './profile.ts';
import { toolOf, typeOf } from './recognise.ts';

/** What a draft needs to know of a file. */
export interface DraftSource {
  file: string;
  encoding: string;
  separator: string;
  records: number;
  columns: readonly ColumnProfile[];
  /** Headers of instants that differ between the rows of one record, where ids repeat. */
  changing?: readonly string[];
}

export interface DraftOptions {
  /** Name of the mapping; default the file's name. */
  name?: string;
  type?: LandedType;
  /** Zone in which the file's clock is thought to run; default UTC. */
  zone?: string;
}

/**
 * Drafts a mapping for a file that no preset fits, as YAML with the evidence in comments. Whatever is a guess says so. What cannot be
 * proved, such as the order of day and month, is left out and asked for when the file is loaded.
 */
export function draftMapping(source: DraftSource, options: DraftOptions = {}): string {
  const headers = source.columns.map(({ header }) => header);
  const first = matchColumns('incident', source.columns, source.records).get('record_id')?.profile;
  const ids = first?.top.map(({ value }) => value) ?? [];
  const type = options.type ?? typeOf(headers, ids);
  const matches = named(withChangeTime(matchColumns(type, source.columns, source.records), source), source.columns);
  const tool = toolOf(headers, ids);
  const grain = grainOf(matches, source.records);
  const rules = contract[type].flatMap((column) =>
    draftRule(column, { matches, grain: grain.grain, tool: tool?.tool.name, records: source.records })
  );
  const used = new Set([...matches.values()].map(({ profile }) => profile.position));
  const unused = [...new Set(source.columns.filter(({ position }) => !used.has(position)).map(({ header }) => header))].filter(Boolean);
  return [
    `# Drafted by the import doctor from ${source.file}: ${number(source.records)} rows, ${source.separator}, ${source.encoding}.`,
    ...(tool ? [`# It looks like an export of ${tool.tool.name} (${tool.because.slice(0, 5).join(', ')}): ${tool.tool.notes}.`] : []),
    '# Read it and correct it; lines marked "a guess" most of all.',
    `name: ${options.name ?? nameOf(source.file)}`,
    'version: 1',
    `type: ${type}`,
    `grain: ${grain.grain} # ${grain.because}`,
    ...dateLines(matches, tool?.tool.zone ?? options.zone ?? 'UTC'),
    ...nullLine(source.columns),
    'columns:',
    ...rules.map((line) => `  ${line}`),
    ...(unused.length > 0 ? [`# Not used: ${unused.join(', ').replace(/\s+/g, ' ')}`] : []),
    ''
  ]
    .map((line) => line.replace(/\s*\n\s*/g, ' '))
    .join('\n');
}

const number = (count: number): string => count.toLocaleString('en');
const nameOf = (file: string): string =>
  file
    .replace(/^.*!/, '')
    .replace(/\.[a-z]+$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'own';

/** Where ids repeat and no header says when a row became true, the instant that differs between the rows of a record does. */
function withChangeTime(matches: Matches, { columns, changing = [] }: DraftSource): Matches {
  const profile = columns.find(({ header }) => changing.includes(header));
  if (!profile || matches.has('updated_at')) return matches;
  const others = [...matches].filter(([, match]) => match.profile !== profile);
  return new Map([...others, ['updated_at', { profile, sureness: 0.3 }]]);
}

/** A header that stands more than once is named with its number, `Labels#2`, as loading asks. */
function named(matches: Matches, columns: readonly ColumnProfile[]): Matches {
  const name = ({ header, position }: ColumnProfile): string => {
    const alike = columns.filter((column) => fold(column.header) === fold(header));
    if (alike.filter((column) => column.header === header).length < 2) return header;
    return `${header}#${alike.findIndex((column) => column.position === position) + 1}`;
  };
  return new Map([...matches].map(([column, match]) => [column, { ...match, profile: { ...match.profile, header: name(match.profile) } }]));
}

function grainOf(matches: Matches, records: number): { grain: 'record' | 'update'; because: string } {
  const id = matches.get('record_id')?.profile;
  if (!id) return { grain: 'record', because: 'no column of ids was found; name one' };
  const counted = `${number(records)} rows, ${number(id.distinct)} different values of "${id.header}"`;
  if (id.distinct >= records * 0.98) return { grain: 'record', because: counted };
  return matches.has('updated_at')
    ? { grain: 'update', because: `${counted}: one row per change` }
    : { grain: 'record', because: `${counted}: several rows tell of one record, and nothing says when each became true` };
}

function dateLines(matches: Matches, zone: string): string[] {
  const dates = [...matches.values()].flatMap(({ profile }) => profile.dates ?? []);
  if (dates.length === 0) return [];
  const proof = dates.find(({ order }) => order);
  const isOpen =
    dates.some(({ yearFirst }) => yearFirst < 1) &&
    !proof &&
    dates.some(({ formats }) => formats.some((format) => /^%[dm].%[dm]/.test(format)));
  const hasOffset = dates.every(
    ({ example, formats }) => /(Z|[+-]\d{2}:?\d{2})$/.test(example) || formats.every((format) => format.startsWith('epoch'))
  );
  return [
    hasOffset
      ? `zone: UTC # every time names its own`
      : `zone: ${zone} # times like "${dates[0]!.example}" name none: say here in which zone the clock of the export runs`,
    ...(proof
      ? [
          `date_order: ${proof.order} # "${proof.proof!.value}"${proof.proof!.line ? ` in line ${number(proof.proof!.line)}` : ''} can only be ${proof.order!.replace('_', ' ')}`
        ]
      : []),
    ...(isOpen ? [`# date_order: day_first # or month_first: no value proves it, so take the mark away from the right one`] : [])
  ];
}

function nullLine(columns: readonly ColumnProfile[]): string[] {
  const words = new Map<string, number>();
  for (const { nothings, kind } of columns) {
    for (const { word, count } of nothings) if (kind !== 'instant' || !/^\d/.test(word)) words.set(word, (words.get(word) ?? 0) + count);
  }
  const clear = [...words].filter(([word]) => /^(\?|-+|—|\(?null\)?|#n\/[ab]|#nv|n\/a|na|nan|\(empty\)|-- none --|\\n)$/i.test(word));
  return clear.length > 0
    ? [
        `null_values: [${clear.map(([word]) => `'${word}'`).join(', ')}] # ${clear.map(([word, count]) => `"${word}" ${number(count)} times`).join(', ')}`
      ]
    : [];
}
