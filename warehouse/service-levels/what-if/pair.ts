import { enumOf } from '../sql.ts';

/** How a clock stands, as far as a verdict goes; `uncovered`: no goal for its priority (R22); `none`: there is no clock. */
export const statuses = ['met', 'breached', 'open', 'undetermined', 'cancelled', 'uncovered', 'none'] as const;
export type Status = (typeof statuses)[number];
export const statusEnum = enumOf(statuses);

/** Status of a clock that has a goal, from the least and the most it has used (R21). */
export const statusSql = (clock: {
  isCancelled: string;
  least: string;
  most: string;
  goal: string;
  isStopped: string;
  cycle: string;
}): string =>
  `CASE WHEN ${clock.goal} IS NULL THEN CASE WHEN ${clock.isCancelled} OR ${clock.cycle} <> 1 THEN 'none' ELSE 'uncovered' END
    WHEN ${clock.isCancelled} THEN 'cancelled' WHEN ${clock.least} > ${clock.goal} THEN 'breached' WHEN ${clock.most} > ${clock.goal} THEN 'undetermined'
    WHEN ${clock.isStopped} THEN 'met' ELSE 'open' END::${statusEnum}`;

/** Published stage as a status: running and paused clocks are open. */
export const publishedStatusSql = (stage: string): string =>
  `CASE WHEN ${stage}::VARCHAR IN ('running', 'paused') THEN 'open' ELSE ${stage}::VARCHAR END::${statusEnum}`;

/**
 * `staging.what_if_pair`: clocks that differ in anything, old beside new. `group_at`, `old_at` and `new_at` number the group and its
 * targets before and after; `record_id` and `clock_id` (of the published clock) stand where the verdict differs. `is_stopped_*` with a
 * status of met or breached makes a clock count.
 */
export const pairColumns = {
  group_at: 'INTEGER',
  old_at: 'INTEGER',
  new_at: 'INTEGER',
  record_key: 'BIGINT',
  record_id: 'VARCHAR',
  cycle: 'INTEGER',
  clock_id: 'BIGINT',
  priority: 'TINYINT',
  old_status: statusEnum,
  new_status: statusEnum,
  old_elapsed: 'BIGINT',
  new_elapsed: 'BIGINT',
  old_goal: 'BIGINT',
  new_goal: 'BIGINT',
  is_stopped_before: 'BOOLEAN',
  is_stopped_after: 'BOOLEAN',
  is_flip: 'BOOLEAN'
} as const;

/** Whether anything of a pair differs. */
export const isOtherSql = `(old_status <> new_status OR old_elapsed IS DISTINCT FROM new_elapsed OR old_goal IS DISTINCT FROM new_goal OR is_stopped_before <> is_stopped_after)`;
