import { memberOf, numberOf, type Row } from '#dashboard/charts/table.ts';
import { standing, type Standing } from '#dashboard/charts/theme.ts';
import { count, fewRecords, plural } from '#dashboard/format.ts';

/** A target among the clocks of a question. */
export interface PromisedTarget {
  name: string;
  share: number | null;
  goal: number | null;
  /** Its clocks; where told, few are not judged beside targets of other goals. */
  completed?: number;
}

/** Targets with goals that differ, each by its own. */
export interface Missed {
  names: string[];
  judged: number;
  words: string;
  state: Standing;
  /** Share above the own goal of the target that is furthest below, 0–1; negative is missed. */
  gap: number | null;
}

/** What was promised for the clocks of a question: the one share, or where targets differ how many missed their own. */
export interface Promised {
  /** Only where all targets share it; a mean of several is what nobody promised. */
  goal: number | null;
  /** Of targets with goals that differ; undefined where they share one, or none promises a share. */
  missed: Missed | undefined;
}

export function promisedOf(targets: readonly PromisedTarget[]): Promised {
  const promising = targets.filter(({ share, goal }) => share !== null && goal !== null);
  const goals = new Set(promising.map(({ goal }) => goal));
  if (goals.size < 2) return { goal: [...goals][0] ?? null, missed: undefined };
  const judged = promising.filter(({ completed = fewRecords }) => completed >= fewRecords);
  if (judged.length === 0) return { goal: null, missed: { ...none, words: 'targets with different goals, each over few records' } };
  const names = judged.filter(({ share, goal }) => share! < goal!).map(({ name }) => name);
  const words =
    names.length === 0
      ? judged.length === 1
        ? 'the one target with enough clocks kept its goal'
        : `all ${count(judged.length)} targets kept their goals`
      : `${count(names.length)} of ${plural(judged.length, 'target')} missed ${names.length === 1 ? 'its' : 'their'} goal`;
  const near = judged.some(({ share, goal }) => standing(share, goal) === 'risk');
  const gap = Math.min(...judged.map(({ share, goal }) => share! - goal!));
  return { goal: null, missed: { names, judged: judged.length, words, state: names.length > 0 ? 'breached' : near ? 'risk' : 'met', gap } };
}

const none: Omit<Missed, 'words'> = { names: [], judged: 0, state: 'none', gap: null };

/** Dimensions that tell targets apart: one of another version is another promise. */
export const promisedTargets = ['agreement', 'target', 'target_id'];

/** TRICKY: a mean of many 0.9 is 0.9000000000000012, and a share at its goal would be called missed. */
export function goalIn(row: Row | undefined): number | null {
  const mean = numberOf(row?.['service_level.goal']);
  return mean === null ? null : Math.round(mean * 1e9) / 1e9;
}

/** A row by target as the target that it is. @param completed measure of its clocks, where few of them judge nothing */
export const targetOf = (row: Row, completed?: string): PromisedTarget => ({
  name: memberOf(row.target),
  share: numberOf(row['service_level.attainment']),
  goal: goalIn(row),
  ...(completed ? { completed: numberOf(row[completed]) ?? 0 } : {})
});

/** What was promised each member, of rows by member and target. */
export function promisedBy(rows: readonly Row[], memberIn: (row: Row) => string, completed?: string): (member: string) => Promised {
  const promised = new Map(
    [...Map.groupBy(rows, memberIn)].map(([member, own]) => [member, promisedOf(own.map((row) => targetOf(row, completed)))])
  );
  return (member) => promised.get(member) ?? { goal: null, missed: undefined };
}

/** A share with what was promised for it. */
export interface Judged {
  share: number | null;
  goal: number | null;
  missed?: Pick<Missed, 'state' | 'gap'> | undefined;
}

export const standingOf = ({ share, goal, missed }: Judged): Standing => missed?.state ?? standing(share, goal);

/** How far above its goal, 0–1; negative is missed, null where nothing is judged. */
export const gapOf = ({ share, goal, missed }: Judged): number | null =>
  missed ? missed.gap : share === null || goal === null ? null : share - goal;
