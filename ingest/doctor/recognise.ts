import { contract, recordTypes, type LandedType } from '#warehouse/contract.ts';
import { positionsOf } from '../compile-mapping.ts';
import { AmbiguousHeader, indexHeader } from '../header.ts';
import type { Mapping } from '../mapping.ts';
import { listPresets } from '../presets-list.ts';
import { tools, typeHints, type Tool } from './words/tools.ts';
import { fold } from '../nearest.ts';

/** How well a preset fits a file. */
export interface Recognition {
  preset: string;
  title: string;
  /** 0–1; from 0.55 on it is suggested. */
  score: number;
  /** Canonical columns that the file has, of those that the preset knows. */
  bound: string[];
  /** Headers it would not read. */
  unread: string[];
  evidence: string[];
}

/** A preset this likely is suggested; below, a mapping is drafted. */
export const likely = 0.55;

/**
 * Ranks the presets by how well they fit: by sets of header names with their synonyms, then by how ids look and whether they repeat.
 * Presets for which a needed column is missing are left out.
 * @param rows some rows of the file, cells as text
 */
export function recognise(headers: readonly string[], rows: readonly (readonly (string | null)[])[]): Recognition[] {
  return listPresets()
    .flatMap((mapping) => fit(mapping, headers, rows) ?? [])
    .sort((a, b) => b.score - a.score || a.preset.localeCompare(b.preset));
}

function fit(mapping: Mapping, headers: readonly string[], rows: readonly (readonly (string | null)[])[]): Recognition | undefined {
  const positions = bind(mapping, headers);
  const needed = contract[mapping.type].filter((column) => mapping.columns.get(column.name)?.required);
  if (!positions || needed.some((column) => !positions.has(column.name))) return undefined;
  const known = [...mapping.columns.keys()].filter((name) => !name.endsWith('_source'));
  const bound = known.filter((name) => positions.has(name));
  const used = new Set(positions.values());
  const named = headers.filter((name, position) => used.has(position) || !isSide(name));
  const ids = rows.map((row) => row[positions.get('record_id')!] ?? '').filter(Boolean);
  const isRecord = recordTypes.some((type) => type === mapping.type);
  const looks = isRecord ? [idLook(mapping.type, ids), grainLook(mapping.grain, ids)] : [];
  const own = bound.filter((name) => fold(headers[positions.get(name)!]!) === fold(mapping.columns.get(name)!.from[0] ?? '')).length;
  const score =
    (0.02 * own) / known.length +
    0.45 * (used.size / Math.max(1, named.length)) +
    0.35 * (bound.length / known.length) +
    looks.reduce((sum, look) => sum + look.weight, 0);
  return {
    preset: mapping.name,
    title: mapping.title ?? mapping.name,
    score: Math.max(0, Math.min(1, score)),
    bound,
    unread: headers.filter((name, position) => name.trim() !== '' && !used.has(position)),
    evidence: [
      `${used.size} of ${named.length} headers are known to it (${headers
        .filter((_, position) => used.has(position))
        .slice(0, 6)
        .join(', ')} …)`,
      ...looks.flatMap((look) => look.evidence ?? [])
    ]
  };
}

/** Headers that say nothing about a table: unnamed ones, the loader's own (`_synced`), and the other halves of reference fields. */
const isSide = (name: string): boolean => name.trim() === '' || /^_|_(link|value|display_value)$|\.(name|link|value)$/i.test(name);

interface Look {
  weight: number;
  evidence?: string;
}

function idLook(type: LandedType, ids: readonly string[]): Look {
  const seen = typeHints.find((hint) => hint.id && ids.length > 0 && ids.filter((id) => hint.id!.test(id)).length > ids.length / 2);
  if (!seen) return { weight: 0 };
  const evidence = `ids look like those of ${seen.type} records (${ids[0]})`;
  return seen.type === type ? { weight: 0.15, evidence } : { weight: -0.4, evidence };
}

function grainLook(grain: Mapping['grain'], ids: readonly string[]): Look {
  if (ids.length < 10) return { weight: 0 };
  const repeats = new Set(ids).size < ids.length * 0.9;
  const evidence = repeats ? 'ids repeat: one row per update' : 'no id stands twice in the first rows: one row per record';
  return { weight: repeats === (grain === 'update') ? 0.1 : -0.2, evidence };
}

function bind(mapping: Mapping, headers: readonly string[]): Map<string, number> | undefined {
  const index = indexHeader(headers);
  const found = new Map<string, number>();
  try {
    for (const column of contract[mapping.type]) {
      const rule = mapping.columns.get(column.name);
      const position = rule && positionsOf(rule, column, index)[0];
      if (position !== undefined) found.set(column.name, position);
    }
  } catch (error) {
    if (error instanceof AmbiguousHeader) return undefined;
    throw error;
  }
  return found;
}

/** The tool that a file seems to come from, with the headers that say so; undefined when nothing does. */
export function toolOf(headers: readonly string[], ids: readonly string[]): { tool: Tool; because: string[] } | undefined {
  const folded = new Map(headers.map((header) => [fold(header), header]));
  const ranked = tools
    .map((tool) => {
      const because = tool.headers.flatMap((name) => folded.get(fold(name)) ?? []);
      const isIdAlike = tool.id !== undefined && ids.length > 0 && ids.every((id) => tool.id!.test(id));
      return { tool, because: [...new Set(because)], weight: new Set(because).size + (isIdAlike ? 2 : 0) };
    })
    .sort((a, b) => b.weight - a.weight);
  const [best] = ranked;
  return best && best.weight >= 3 ? best : undefined;
}

/** What kind of record a file of an unknown tool holds: by its ids, then by words in its headers; incidents when nothing speaks. */
export function typeOf(headers: readonly string[], ids: readonly string[]): LandedType {
  const byId = typeHints.find(({ id }) => id && ids.length > 0 && ids.filter((value) => id.test(value)).length > ids.length / 2);
  if (byId) return byId.type;
  const counted = typeHints.map((hint) => ({ type: hint.type, count: headers.filter((name) => hint.header.test(name)).length }));
  const best = counted.reduce((most, next) => (next.count > most.count ? next : most));
  return best.count >= 2 ? best.type : 'incident';
}
