import { schedule, type ScheduledTask } from 'node-cron';

export interface Beats {
  /** For the names of the tasks. */
  name: string;
  /** node-cron patterns of the jobs, in `zone`. */
  patterns: Iterable<string>;
  zone: string;
  /** What is due is found out by the work itself, so a beat that comes twice or late does no harm. */
  work: () => Promise<void>;
  onError: (error: unknown) => void;
}

export interface Schedule {
  /** Ends the schedule; a run under way is waited for. */
  stop(): Promise<void>;
}

/** Finds what node-cron let pass: slots missed while the machine slept or a clock change skipped them. */
const catchUp = '*/5 * * * *';

/** What node-cron would print about missed beats stands in the register. */
const silent = { info() {}, warn() {}, error() {}, debug() {} };

/** Does the work at every beat of the patterns, one run after another, and at once for what was missed while nothing ran. */
export function startBeats({ name, patterns, zone, work, onError }: Beats): Schedule {
  let running: Promise<void> = Promise.resolve();
  const beat = (): Promise<void> => (running = running.then(work).catch(onError));
  const tasks: ScheduledTask[] = [...new Set([catchUp, ...patterns])].map((pattern) =>
    schedule(pattern, beat, { timezone: zone, noOverlap: true, name: `${name} ${pattern}`, logger: silent })
  );
  void beat();
  return {
    async stop() {
      for (const task of tasks) await task.destroy();
      await running;
    }
  };
}
