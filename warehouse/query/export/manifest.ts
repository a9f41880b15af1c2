import { buildWords, type BuildWords } from '../answer.ts';
import type { BuildFacts } from '../build.ts';
import type { ResolvedPeriod } from '../period.ts';
import type { Definition } from '../receipt.ts';
import { checksumMethod, type Contents } from './checksum.ts';
import type { CellKind, ExportColumn } from './column.ts';

/** What was asked, in words and so that it can be asked again. */
export interface Question {
  /** One sentence. */
  words: string;
  /** Address under which the same rows are had again, relative to the product, without a format. */
  address: string;
  /** Page that shows them, relative; absent where there is none. */
  page?: string;
  /** Definition of every measure: meaning, formula, unit, denominator, rule for nothing, version. */
  definitions: readonly Definition[];
  /** What a row is, in words. */
  grain: string;
  period?: ResolvedPeriod;
  unavailable?: Readonly<Record<string, string>>;
  /** Label and unit of columns that have them. */
  columns?: readonly { name: string; label?: string; unit?: string }[];
}

export interface ManifestColumn {
  name: string;
  type: CellKind;
  /** Only where the type leaves it open: `seconds`, `share` (0–1), `count` … */
  unit?: string;
  label?: string;
}

/** What stands behind an export, inside the file or beside it. `rows` and `checksum` are known once the rows are. */
export interface Manifest extends Omit<Question, 'columns'> {
  kind: 'plimsoll export 1';
  columns: ManifestColumn[];
  build: BuildWords;
  /** How cells are to be read that the type alone does not tell. */
  reading: string;
}

export interface ClosedManifest extends Manifest, Contents {
  checksumMethod: typeof checksumMethod;
}

/** The manifest of a question over a build, before its rows are known. */
export function manifestOf(question: Question, columns: readonly ExportColumn[], build: BuildFacts): Manifest {
  const { columns: told, ...asked } = question;
  return {
    kind: 'plimsoll export 1',
    ...asked,
    columns: columns.map(({ name, kind }) => {
      const known = told?.find((column) => column.name === name);
      const unit = known?.unit ?? (name.endsWith('_seconds') ? 'seconds' : undefined);
      return { name, type: kind, ...(unit && unit !== 'text' ? { unit } : {}), ...(known?.label ? { label: known.label } : {}) };
    }),
    reading: `Instants are UTC; dates and local times are in ${build.zone}; durations are seconds; shares are 0 to 1.`,
    build: buildWords(build)
  };
}

export const closed = (manifest: Manifest, contents: Contents): ClosedManifest => ({ ...manifest, ...contents, checksumMethod });

export const manifestText = (manifest: Manifest | ClosedManifest): string => `${JSON.stringify(manifest, null, 2)}\n`;
