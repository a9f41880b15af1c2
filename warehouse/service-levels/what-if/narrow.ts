import { isDeepStrictEqual } from 'node:util';
import type { Condition } from '../condition.ts';
import { conditionSql, type Course } from '../condition-sql.ts';
import type { Target } from '../definitions.ts';
import { allOf } from '../resolve-condition.ts';
import type { Case } from './cases.ts';
import type { Group } from './groups.ts';
import type { Part, Side } from './parts.ts';

const ofConditions: readonly Part[] = ['when', 'start', 'stop', 'cancel', 'pause'];

/**
 * The old target where only conditions changed, and a record's clocks stay as they are unless a condition holds in another way in one of
 * its stretches; undefined where more has changed, or where several versions of the target share its records. Whether a target
 * pauses at all decides the bounds of records without history, and whether it has a
 * `resume` how long a pause lasts, so both must be the same.
 */
export function narrowedBy(group: Group, { before, after, changed, way }: Case): Target | undefined {
  if (!before || way !== 'pass' || group.before.length !== 1 || group.after.length !== 1) return undefined;
  if (changed.length === 0 || !changed.every((part) => ofConditions.includes(part))) return undefined;
  const [old, next] = [before.target, after.target].map((target) => [
    target.start.fields,
    target.stop.fields,
    target.retroactiveStart,
    target.hasRetroactivePause,
    target.isCancelledWhenUnmet,
    target.pause !== undefined,
    target.resume !== undefined
  ]);
  return isDeepStrictEqual(old, next) ? { ...before.target, when: whenOf(before) } : undefined;
}

const whenOf = ({ agreement: { services }, target: { when } }: Side): Condition | undefined =>
  allOf([services.length > 0 ? { kind: 'in', column: 'service', values: services } : undefined, when]);

/** SELECT of the keys of records in whose course a condition of two targets holds in another way. */
export function affectedSql(old: Target, next: Target, course: Course): string {
  const sql = (condition: Condition | undefined, none: string): string => (condition ? conditionSql(condition, course) : none);
  const pairs = [
    [sql(old.when, 'TRUE'), sql(next.when, 'TRUE')],
    ...(
      [
        ({ start }) => start.condition,
        ({ stop }) => stop.condition,
        ({ cancel }) => cancel,
        ({ pause }) => pause,
        ({ resume }) => resume
      ] as ((target: Target) => Condition | undefined)[]
    ).map((of) => [sql(of(old), 'FALSE'), sql(of(next), 'FALSE')])
  ].filter(([before, after]) => before !== after);
  return `SELECT DISTINCT s.record_key FROM staging.clock_stretch s JOIN staging.clock_record_${next.recordType} r ON r.record_key = s.record_key
    WHERE ${pairs.map(([before, after]) => `${before} <> ${after}`).join(' OR ') || 'FALSE'}`;
}
