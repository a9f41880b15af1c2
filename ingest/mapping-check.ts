import type * as v from 'valibot';
import { contract } from '#warehouse/contract.ts';
import { foldCell } from './cells/cell.ts';
import { columnKeys, mappingKeys, ruleWritten, type ColumnFile, type MappingFile } from './mapping-schema.ts';
import { fold, hint } from './nearest.ts';

/** Something wrong at a place of a mapping file. */
export interface Finding {
  path: string[];
  message: string;
  /** The key is wrong, not what stands behind it. */
  isAboutKey?: boolean;
}

type Issue = v.BaseIssue<unknown>;

interface Place {
  issue: Issue;
  path: string[];
}

/** What the schema found, in words. */
export const findingsOf = (issues: readonly Issue[]): Finding[] =>
  issues
    .flatMap((issue) => deepest(issue))
    .map((place) => ({ path: place.path, message: wording(place), isAboutKey: isUnknownKey(place) }));

const isUnknownKey = ({ issue }: Place): boolean => issue.type === 'strict_object' && issue.expected === 'never';

/** A union fails with one issue per branch, whose paths begin at the union; the branch that came furthest is the one that was meant. */
function deepest(issue: Issue, above: readonly string[] = []): Place[] {
  const path = [...above, ...(issue.path ?? []).map((item) => String(item.key))];
  const inner = (issue.issues ?? []).flatMap((branch) => deepest(branch, path));
  const most = Math.max(0, ...inner.map((place) => place.path.length));
  return most > path.length ? inner.filter((place) => place.path.length === most) : [{ issue, path }];
}

function wording(place: Place): string {
  const { issue, path } = place;
  const key = path.at(-1) ?? '';
  const { expected, received } = issue;
  if (isUnknownKey(place)) return `unknown key${hint(key, path.length > 1 ? columnKeys : mappingKeys)}`;
  if (received === 'undefined') return `"${key}" is missing`;
  if (issue.kind !== 'schema' || !expected) return `${received} ${issue.message}`;
  const words = expected.match(/"[^"]*"/g)?.map((word) => word.slice(1, -1)) ?? [];
  return `expects ${expected}, got ${received}${hint(received.replaceAll('"', ''), words)}`;
}

/** What the schema cannot say: columns of the type, one source per column, values that the contract allows. */
export function meaningProblems(file: MappingFile): Finding[] {
  const known = contract[file.type];
  const problems: Finding[] = [];
  for (const [name, written] of Object.entries(file.columns)) {
    const path = ['columns', name];
    const target = known.find((column) => column.name === name);
    if (!target) {
      problems.push({
        path,
        isAboutKey: true,
        message: `no column of ${file.type}${hint(
          name,
          known.map((column) => column.name)
        )}`
      });
      continue;
    }
    const rule = ruleWritten(written);
    const sources = ['from', 'combine', 'constant'].filter((key) => key in rule);
    if (sources.length !== 1)
      problems.push({ path, message: `needs exactly one of from, combine, constant; it has ${sources.join(' and ') || 'none'}` });
    problems.push(...valueProblems(rule, target.values).map(({ path: rest, message }) => ({ path: [...path, ...rest], message })));
    if (rule.cancelled_by && name !== 'state') problems.push({ path: [...path, 'cancelled_by'], message: 'belongs to the column state' });
    if (rule.entered && !('state' in file.columns))
      problems.push({ path: [...path, 'entered'], message: 'needs a mapping of the column state' });
  }
  for (const column of known) {
    if (column.required && !(column.name in file.columns))
      problems.push({ path: ['columns'], message: `${column.name} is missing: ${column.meaning}` });
  }
  return problems;
}

function valueProblems(rule: ColumnFile, allowed: readonly string[] | undefined): Finding[] {
  const folded = new Map<string, string>();
  const problems: Finding[] = [];
  for (const [source, value] of Object.entries(rule.translate ?? {})) {
    const other = folded.get(fold(source));
    if (other !== undefined && String(rule.translate?.[other]) !== String(value) && foldCell(other) === foldCell(source))
      problems.push({
        path: ['translate', source],
        message: `says another thing than "${other}", from which only case or spaces tell it apart`
      });
    folded.set(fold(source), source);
    if (allowed && value !== null && !allowed.includes(String(value)))
      problems.push({
        path: ['translate', source],
        message: `"${value}" is not one of ${allowed.join(', ')}${hint(String(value), allowed)}`
      });
  }
  for (const key of ['otherwise', 'default', 'constant'] as const) {
    const value = rule[key];
    if (!allowed || value === undefined || value === null || (key === 'otherwise' && value === 'reject')) continue;
    if (!allowed.includes(String(value)))
      problems.push({ path: [key], message: `"${value}" is not one of ${allowed.join(', ')}${hint(String(value), allowed)}` });
  }
  return problems;
}
