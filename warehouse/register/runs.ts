import { isAlive, thisProcess, type ProcessIdentity } from './process-identity.ts';
import type { Register } from './register.ts';

export type RunState = 'running' | 'done' | 'failed' | 'interrupted';

/** One execution of a job for one slot of its schedule. */
export interface Run {
  /** `feed:incidents`, `report:monthly-service-levels`. */
  job: string;
  /** What makes the run unique among those of its job: usually the scheduled instant, ISO 8601 UTC. */
  slot: string;
  state: RunState;
  /** Above 1 when earlier attempts at the slot were interrupted. */
  attempt: number;
  startedAt: string;
  finishedAt: string | null;
  /** Whatever the job has to tell: plain data. */
  summary: unknown;
}

export type Claim = { isClaimed: true; run: Run } | { isClaimed: false; because: 'slot is done' | 'job is running'; run: Run };

interface RunRow {
  job: string;
  slot: string;
  state: RunState;
  attempt: number;
  started_at: string;
  finished_at: string | null;
  pid: number;
  process_started_at: string;
  summary: string;
}

/**
 * Takes a slot of a job for this process: exactly one claimant gets it, in however many processes. A job runs once at a time; a run
 * whose process died is marked interrupted, and its slot may be claimed again.
 */
export function claimRun(register: Register, job: string, slot: string, now: Date): Claim {
  return register.transaction(() => {
    markInterrupted(register, job, now);
    const running = find(register, "job = ? AND state = 'running'", job);
    if (running) return { isClaimed: false, because: 'job is running', run: toRun(running) };
    const before = find(register, 'job = ? AND slot = ?', job, slot);
    if (before && before.state !== 'interrupted') return { isClaimed: false, because: 'slot is done', run: toRun(before) };
    const { pid, startedAt } = thisProcess();
    register.database
      .prepare(
        `INSERT INTO run (job, slot, state, started_at, pid, process_started_at) VALUES (?, ?, 'running', ?, ?, ?)
         ON CONFLICT (job, slot) DO UPDATE SET state = 'running', attempt = attempt + 1, started_at = excluded.started_at,
           finished_at = NULL, pid = excluded.pid, process_started_at = excluded.process_started_at, summary = '{}'`
      )
      .run(job, slot, now.toISOString(), pid, startedAt);
    return { isClaimed: true, run: toRun(find(register, 'job = ? AND slot = ?', job, slot)!) };
  });
}

/** Ends a claimed run. */
export function finishRun(
  register: Register,
  { job, slot }: Pick<Run, 'job' | 'slot'>,
  state: 'done' | 'failed',
  summary: unknown,
  now: Date
): void {
  const sql = "UPDATE run SET state = ?, summary = ?, finished_at = ? WHERE job = ? AND slot = ? AND state = 'running'";
  const { changes } = register.database.prepare(sql).run(state, JSON.stringify(summary), now.toISOString(), job, slot);
  if (changes !== 1) throw new Error(`run ${job} ${slot} is not running`);
}

/** Marks runs whose process is gone; all jobs when none is named. Call it at the start of a server. */
export function markInterrupted(register: Register, job: string | undefined, now: Date): Run[] {
  const running = findAll(register, "state = 'running' AND job = coalesce(?, job)", job ?? null);
  const lost = running.filter((row) => !isAlive(identityOf(row)));
  const sql = "UPDATE run SET state = 'interrupted', finished_at = ? WHERE job = ? AND slot = ?";
  for (const row of lost) register.database.prepare(sql).run(now.toISOString(), row.job, row.slot);
  return lost.map((row) => ({ ...toRun(row), state: 'interrupted', finishedAt: now.toISOString() }));
}

export interface RunFilter {
  job?: string;
  /** Beginning of the job's name: `feed:`. */
  jobsOf?: string;
  state?: RunState;
  /** Default 100. */
  limit?: number;
}

/** Runs, latest first. */
export function listRuns(register: Register, { job, jobsOf, state, limit = 100 }: RunFilter = {}): Run[] {
  const condition =
    'job = coalesce(?, job) AND state = coalesce(?, state) AND substr(job, 1, length(?)) = ? ORDER BY started_at DESC, job, slot DESC LIMIT ?';
  return findAll(register, condition, job ?? null, state ?? null, jobsOf ?? '', jobsOf ?? '', limit).map(toRun);
}

export const findRun = (register: Register, job: string, slot: string): Run | undefined => {
  const row = find(register, 'job = ? AND slot = ?', job, slot);
  return row && toRun(row);
};

type Bound = string | number | null;

const findAll = (register: Register, condition: string, ...values: Bound[]): RunRow[] =>
  register.database.prepare(`SELECT * FROM run WHERE ${condition}`).all(...values) as unknown as RunRow[];
const find = (register: Register, condition: string, ...values: Bound[]): RunRow | undefined => findAll(register, condition, ...values)[0];

const identityOf = (row: RunRow): ProcessIdentity => ({ pid: row.pid, startedAt: row.process_started_at });

const toRun = ({ job, slot, state, attempt, started_at, finished_at, summary }: RunRow): Run => ({
  job,
  slot,
  state,
  attempt,
  startedAt: started_at,
  finishedAt: finished_at,
  summary: JSON.parse(summary) as unknown
});
