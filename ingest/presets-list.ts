import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseMapping, type Mapping } from './mapping.ts';
import { presetNames, presetPath } from './presets.ts';

/** All presets, read. */
export const listPresets = (): Mapping[] =>
  presetNames().map((name) => parseMapping(readFileSync(presetPath(name), 'utf8'), basename(presetPath(name))));

/** A preset as a catalogue shows it: what a file must have, and what else is read where it is there. */
export interface PresetEntry {
  name: string;
  title: string;
  type: Mapping['type'];
  grain: Mapping['grain'];
  notes: string;
  /** Canonical column and the headers that may hold it. */
  needed: { column: string; headers: readonly string[] }[];
  optional: { column: string; headers: readonly string[] }[];
}

/** The catalogue of presets with the headers they expect, sorted by name. */
export const presetCatalogue = (): PresetEntry[] =>
  listPresets().map((mapping) => {
    const columns = [...mapping.columns].map(([column, { from, combine, required }]) => ({
      column,
      headers: combine?.headers ?? from,
      required
    }));
    const plain = (isNeeded: boolean) =>
      columns.filter(({ required }) => required === isNeeded).map(({ column, headers }) => ({ column, headers }));
    const { name, title = name, type, grain, notes = '' } = mapping;
    return { name, title, type, grain, notes: notes.trim(), needed: plain(true), optional: plain(false) };
  });
