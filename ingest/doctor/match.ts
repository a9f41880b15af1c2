import { contract, type Column, type LandedType } from '#warehouse/contract.ts';
import { fold } from '../nearest.ts';
import type { ColumnProfile } from './profile.ts';
import { headerWords } from './words/headers.ts';
import { levelOf, priorityOf, stateOf } from './words/values.ts';

/** A column of the file that seems to be a canonical one. */
export interface Match {
  profile: ColumnProfile;
  /** 0–1. */
  sureness: number;
}

export type Matches = ReadonlyMap<string, Match>;

/**
 * Finds for each canonical column the column of the file that it most likely is: by header words of many tools, checked against what the
 * cells are; then by the cells alone for id, opening and state. No column of the file is used twice.
 */
export function matchColumns(type: LandedType, profiles: readonly ColumnProfile[], records: number): Matches {
  const candidates = contract[type]
    .filter((column) => !column.name.endsWith('_source') || column.name === 'has_breached_source')
    .flatMap((column) => profiles.map((profile) => ({ column, profile, sureness: sureness(column, profile, records) })))
    .filter((candidate) => candidate.sureness > 0.3)
    .sort((a, b) => b.sureness - a.sureness || a.profile.position - b.profile.position);
  const found = new Map<string, Match>();
  const taken = new Set<ColumnProfile>();
  for (const { column, profile, sureness: sure } of candidates) {
    if (found.has(column.name) || taken.has(profile)) continue;
    found.set(column.name, { profile, sureness: sure });
    taken.add(profile);
  }
  const left = () => profiles.filter((profile) => !taken.has(profile) && profile.kind !== 'empty');
  const add = (name: string, profile: ColumnProfile | undefined) => {
    if (!profile || found.has(name) || !contract[type].some((column) => column.name === name)) return;
    found.set(name, { profile, sureness: 0.3 });
    taken.add(profile);
  };
  add('state', mostStates(left()));
  add('record_id', mostDifferent(left()));
  add('opened_at', earliest(left()));
  return found;
}

function sureness(column: Column, profile: ColumnProfile, records: number): number {
  const words = headerWords[column.name] ?? [column.name];
  const suits = suitability(column, profile, records);
  return suits === 0 ? 0 : suits * headerLikeness([column.name, ...words], profile.header);
}

/** 1 for the first word, a little less for each later one; half for a header that holds a word among others. */
function headerLikeness(words: readonly string[], header: string): number {
  const bare = header.replace(/^custom field \((.*)\)$/i, '$1').replace(/\(.*?\)|[*+]/g, ' ');
  const exact = words.findIndex((word) => fold(word) === fold(header) || fold(word) === fold(bare));
  if (exact >= 0) return 1 - exact * 0.008;
  const tokens = tokensOf(bare);
  const within = words.findIndex(
    (word) => tokensOf(word).length > 0 && tokensOf(word).join('').length > 3 && !alone.has(word) && contains(tokens, tokensOf(word))
  );
  return within >= 0 ? 0.6 - within * 0.005 - Math.max(0, tokens.length - tokensOf(words[within]!).length) * 0.04 : 0;
}

/** Words too common to mean anything inside a longer header. */
const alone = new Set(
  'name date type order item items user contact source mode level result reference note notes system element country region object cause queue product line request group agent state owner'.split(
    ' '
  )
);

const tokensOf = (name: string): string[] =>
  name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const contains = (tokens: readonly string[], part: readonly string[]): boolean =>
  tokens.some((_, start) => part.every((token, offset) => tokens[start + offset] === token));

/** Whether the cells may be this column: 1 yes, less perhaps, 0 no. */
function suitability(column: Column, { kind, distinct, filled, top }: ColumnProfile, records: number): number {
  if (kind === 'empty') return column.required ? 0 : 0.6;
  if (column.type === 'instant') return kind === 'instant' ? 1 : 0;
  if (column.type === 'boolean') return kind === 'boolean' || (distinct <= 3 && column.name === 'is_major') ? 1 : 0;
  if (kind === 'instant') return 0;
  if (column.name === 'state')
    return share(top, (value) => stateOf(value) !== undefined || /^-?\d+$/.test(value)) >= 0.5 && distinct <= 80 ? 1 : 0;
  if (column.name === 'priority') return share(top, (value) => priorityOf(value) !== undefined) >= 0.8 ? 1 : 0;
  if (column.range?.[1] === 3) return share(top, (value) => levelOf(value) !== undefined) >= 0.8 ? 1 : 0;
  if (column.type === 'integer' || column.type === 'number') return kind === 'integer' || kind === 'number' ? 1 : 0;
  if (column.name === 'record_id') return filled >= records * 0.95 && distinct > Math.min(filled, 20) * 0.5 ? 1 : 0;
  if (column.name === 'resolution_code') return kind === 'integer' || kind === 'number' ? 0.4 : 1;
  if (column.values) return distinct <= 20 ? 1 : 0;
  return kind === 'boolean' || kind === 'number' ? 0.5 : 1;
}

function share(top: ColumnProfile['top'], test: (value: string) => boolean): number {
  const all = top.reduce((sum, { count }) => sum + count, 0);
  return all === 0 ? 0 : top.reduce((sum, { value, count }) => sum + (test(value) ? count : 0), 0) / all;
}

const mostStates = (profiles: readonly ColumnProfile[]): ColumnProfile | undefined =>
  profiles
    .filter(({ kind, distinct }) => kind === 'text' && distinct >= 2 && distinct <= 40)
    .map((profile) => ({ profile, share: share(profile.top, (value) => stateOf(value)?.isSure === true) }))
    .filter((candidate) => candidate.share >= 0.6)
    .sort((a, b) => b.share - a.share)[0]?.profile;

const mostDifferent = (profiles: readonly ColumnProfile[]): ColumnProfile | undefined =>
  profiles
    .filter(({ kind, top }) => (kind === 'text' || kind === 'integer') && top.every(({ value }) => value.length <= 40 && /\d/.test(value)))
    .sort((a, b) => b.distinct - a.distinct || a.position - b.position)[0];

const earliest = (profiles: readonly ColumnProfile[]): ColumnProfile | undefined =>
  profiles.filter(({ kind }) => kind === 'instant').sort((a, b) => b.filled - a.filled || a.position - b.position)[0];
