import { standing, type Standing } from './theme.ts';

export interface BulletInput {
  label: string;
  share: number | null;
  goal: number | null;
  completed: number;
}

export interface Bullet extends BulletInput {
  /** Share − goal. */
  gap: number | null;
  state: Standing;
  /** Length of the bar and place of the tick, 0–100 % of the common scale. */
  length: number;
  tick: number | null;
}

/** Bullet bars on one scale from 0 to 100 %, in the order given. */
export const bullets = (inputs: readonly BulletInput[]): Bullet[] =>
  inputs.map((input) => ({
    ...input,
    gap: input.share === null || input.goal === null ? null : input.share - input.goal,
    state: standing(input.share, input.goal),
    length: (input.share ?? 0) * 100,
    tick: input.goal === null ? null : input.goal * 100
  }));
