import { standing, type Standing } from '#dashboard/charts/theme.ts';
import { count } from '#dashboard/format.ts';

/** A target among the clocks of a question. */
export interface PromisedTarget {
  name: string;
  share: number | null;
  goal: number | null;
}

/** What was promised for the clocks of a question: the one share, or where targets differ how many missed their own. */
export interface Promised {
  /** Only where all targets share it; a mean of several is what nobody promised. */
  goal: number | null;
  /** Of targets with goals that differ; undefined where they share one, or none promises a share. */
  missed: { names: string[]; judged: number; words: string; state: Standing } | undefined;
}

export function promisedOf(targets: readonly PromisedTarget[]): Promised {
  const judged = targets.filter(({ share, goal }) => share !== null && goal !== null);
  const goals = new Set(judged.map(({ goal }) => goal));
  if (goals.size < 2) return { goal: [...goals][0] ?? null, missed: undefined };
  const names = judged.filter(({ share, goal }) => share! < goal!).map(({ name }) => name);
  const words =
    names.length === 0
      ? `all ${count(judged.length)} targets kept their goals`
      : `${count(names.length)} of ${count(judged.length)} targets missed ${names.length === 1 ? 'its' : 'their'} goal`;
  const near = judged.some(({ share, goal }) => standing(share, goal) === 'risk');
  return { goal: null, missed: { names, judged: judged.length, words, state: names.length > 0 ? 'breached' : near ? 'risk' : 'met' } };
}
