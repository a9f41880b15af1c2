import type { Home } from '../home.ts';
import { definitionTexts, readArchive } from '../service-levels/archive.ts';
import { compareDefinitions, definitionHistory, readTold, type DefinitionChange, type HistoryStep } from '../service-levels/history.ts';
import { validateDefinitions } from '../service-levels/validate.ts';

export type { DefinitionChange, HistoryStep };

/** A finding about a definitions file. */
export interface DefinitionFinding {
  severity: 'error' | 'warning';
  /** `definitions/agreements.yaml:12:9` */
  place: string;
  reason: string;
  suggestion: string;
}

/** The definitions of a home as files: what is wrong with them, what no build has used yet, and what builds used before. */
export interface DefinitionsNow {
  findings: DefinitionFinding[];
  /** Differences of the files from what the last build used. */
  pending: DefinitionChange[];
  history: HistoryStep[];
}

/** Reads and checks the files; a faulty one is a finding, never an error. */
export function definitionsNow(home: Home): DefinitionsNow {
  const { errors, warnings } = validateDefinitions(home);
  const findings = [
    ...errors.map((issue) => ({ severity: 'error' as const, ...issue })),
    ...warnings.map((issue) => ({ severity: 'warning' as const, ...issue }))
  ];
  const used = readArchive(home).filter(({ firstUse }) => firstUse !== undefined);
  const last = used.at(-1);
  return {
    findings: findings.map(({ severity, file, line, column, reason, suggestion }) => ({
      severity,
      place: `${file}:${line}:${column}`,
      reason,
      suggestion
    })),
    pending: last && errors.length === 0 ? compareDefinitions(readTold(last.files), readTold(definitionTexts(home.definitions))) : [],
    history: definitionHistory(used)
  };
}
