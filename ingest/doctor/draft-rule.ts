import { stringify } from 'yaml';
import type { Column } from '#warehouse/contract.ts';
import type { Match, Matches } from './match.ts';
import type { ColumnProfile } from './profile.ts';
import { levelOf, priorityCodes, priorityOf, stateCodes, stateOf } from './words/values.ts';

export interface DraftContext {
  matches: Matches;
  grain: 'record' | 'update';
  tool?: string;
  records: number;
}

/** Lines of YAML for one canonical column, with the evidence as comments; none when the file has nothing for it. */
export function draftRule(column: Column, context: DraftContext): string[] {
  const { matches, grain } = context;
  const match = matches.get(column.name);
  if (column.name === 'state_source') return fromState(matches);
  if (!match) return stateFollows(column, matches, grain);
  if (match.profile.top.length === 0) return [`${column.name}: ${quoted(match.profile.header)} # ${evidence(match)}`];
  if (column.name === 'state') return stateLines(match, context);
  if (column.name === 'priority' || column.range?.[1] === 3) return levelLines(column, match, context);
  if (column.values) return valueLines(column, match);
  const { profile } = match;
  const parts = [
    `from: ${quoted(profile.header)}`,
    ...nullParts(column, profile),
    ...formatParts(column, profile),
    ...backfillParts(column, context)
  ];
  const written = parts.length === 1 ? quoted(profile.header) : `{ ${parts.join(', ')} }`;
  return [`${column.name}: ${written} # ${evidence(match)}`];
}

function fromState(matches: Matches): string[] {
  const state = matches.get('state');
  return state ? [`state_source: ${quoted(state.profile.header)}`] : [];
}

/** In a log of changes, opening and resolution follow from the changes when no column tells them. */
function stateFollows(column: Column, matches: Matches, grain: 'record' | 'update'): string[] {
  const updated = matches.get('updated_at')?.profile.header;
  if (grain === 'update' && updated) {
    if (column.name === 'opened_at')
      return [`opened_at: { from: ${quoted(updated)}, over_record: first } # no column tells it: the first change does`];
    if (!matches.has('state')) return [];
    if (column.name === 'resolved_at')
      return [`resolved_at: { from: ${quoted(updated)}, entered: [resolved, closed] } # no column tells it`];
    if (column.name === 'closed_at') return [`closed_at: { from: ${quoted(updated)}, entered: [closed] } # no column tells it`];
  }
  return column.required ? [`${column.name}: '' # a guess failed: name the header that holds it (${column.meaning.toLowerCase()})`] : [];
}

function stateLines(match: Match, { tool }: DraftContext): string[] {
  const { profile } = match;
  const codes = tool ? stateCodes[tool] : undefined;
  const lines = profile.top.map(({ value, count }) => {
    const sure = codes?.[value] ?? undefined;
    const found = sure ? { state: sure, isSure: true } : stateOf(value);
    const doubt = found?.isSure ? '' : found ? '; a guess' : '; a guess: not a word the doctor knows';
    return `    ${key(value)}: ${found?.state ?? 'in_progress'} # ${rows(count)}${doubt}`;
  });
  return [`state:`, `  from: ${quoted(profile.header)} # ${evidence(match)}`, '  translate:', ...lines];
}

function levelLines(column: Column, match: Match, { tool }: DraftContext): string[] {
  const { profile } = match;
  const codes = tool && column.name === 'priority' ? priorityCodes[tool] : undefined;
  const levels = profile.top.map(({ value, count }) => ({
    value,
    count,
    level: codes?.[value] ?? (column.name === 'priority' ? priorityOf(value) : levelOf(value))
  }));
  const known = levels.filter(({ level }) => level !== undefined);
  const unknown = levels.filter(({ level }) => level === undefined);
  return [
    `${column.name}:`,
    `  from: ${quoted(profile.header)} # ${evidence(match)}`,
    '  translate:',
    ...known.map(({ value, count, level }) => `    ${key(value)}: ${level} # ${rows(count)}`),
    ...unknown.map(({ value, count }) => `    ${key(value)}: null # ${rows(count)}; a guess: it names no level`)
  ];
}

/** Words of the contract (change type, approval, significance): those that are alike, the rest left empty. */
function valueLines(column: Column, match: Match): string[] {
  const { profile } = match;
  const lines = profile.top.map(({ value, count }) => {
    const plain = value.toLowerCase().replace(/[^a-z]+/g, '_');
    const found = column.values!.find((word) => plain === word || plain.includes(word) || word.includes(plain));
    return `    ${key(value)}: ${found ?? 'null'} # ${rows(count)}${found ? '' : `; a guess failed: one of ${column.values!.join(', ')}`}`;
  });
  return [`${column.name}:`, `  from: ${quoted(profile.header)} # ${evidence(match)}`, '  translate:', ...lines];
}

function nullParts(column: Column, { nothings, kind }: ColumnProfile): string[] {
  if (column.type === 'text' || nothings.length === 0 || kind === 'text') return [];
  return [`null_values: [${nothings.map(({ word }) => `'${word.replaceAll("'", "''")}'`).join(', ')}]`];
}

function formatParts(column: Column, { dates, kind, top }: ColumnProfile): string[] {
  if (column.type === 'instant' && dates?.formats.some((format) => !/[^\w%]|iso/.test(format)))
    return [`format: ${dates.formats.length === 1 ? quoted(dates.formats[0]!) : `[${dates.formats.map(quoted).join(', ')}]`}`];
  if (
    column.type === 'number' &&
    kind === 'number' &&
    top.some(({ value }) => /\d,\d/.test(value)) &&
    !top.some(({ value }) => /\d\.\d/.test(value))
  )
    return ["decimal: ','"];
  return [];
}

/** Columns that only the end of a record knows; on a log of changes they would tell the future. */
const final = ['resolved_at', 'closed_at', 'resolver', 'resolution_code', 'resolution_notes'];
const backfillParts = (column: Column, { grain }: DraftContext): string[] =>
  grain === 'update' && final.includes(column.name) ? ['backfilled: true'] : [];

function evidence({ profile: { filled, distinct, kind, top, dates }, sureness }: Match): string {
  const seen = dates ? `like "${dates.example}"` : `${distinct.toLocaleString('en')} different, like "${oneLine(top[0]?.value ?? '')}"`;
  const doubt = sureness < 0.55 ? ' — a guess' : '';
  return kind === 'empty' ? `empty in this file${doubt}` : `${rows(filled)}, ${seen}${doubt}`;
}

const rows = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'row' : 'rows'}`;
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 40);
const quoted = (text: string): string =>
  stringify(text.replace(/\s*\n\s*/g, ' '), { lineWidth: 0, defaultStringType: 'PLAIN', defaultKeyType: 'PLAIN' })
    .trim()
    .replace(/^([^"'].*[,[\]{}].*)$/, (plain) => `'${plain.replaceAll("'", "''")}'`);
const key = (text: string): string => `'${text.replaceAll("'", "''").replace(/\s*\n\s*/g, ' ')}'`;
