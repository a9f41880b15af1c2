import { schedule, type ScheduledTask } from 'node-cron';
import { openRegister } from '#warehouse/register/register.ts';
import { markInterrupted } from '#warehouse/register/runs.ts';
import { readFeeds } from './feeds.ts';
import { runFeeds, type FeedRun, type FeedRunRequest } from './run-feeds.ts';

export interface ScheduleRequest extends Omit<FeedRunRequest, 'feeds' | 'isForced'> {
  onRun?: (runs: FeedRun[]) => void;
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

/**
 * Runs the feeds of a home by their schedules until stopped, and at once what was missed while nothing ran. node-cron gives the
 * beat; which slots have run stands in the register, so that a slot runs once even when the beat comes twice or late.
 */
export function startSchedule(request: ScheduleRequest): Schedule {
  const { zone, feeds } = readFeeds(request.home);
  const register = openRegister(request.home);
  markInterrupted(register, undefined, request.now());
  register.close();
  let running: Promise<void> = Promise.resolve();
  const beat = (): Promise<void> => {
    running = running.then(async () => {
      try {
        const runs = await runFeeds(request);
        request.onRun?.(runs.filter(({ state }) => state === 'done' || state === 'failed'));
      } catch (error) {
        request.onError(error);
      }
    });
    return running;
  };
  const patterns = new Set([catchUp, ...feeds.flatMap((feed) => feed.schedule ?? [])]);
  const tasks: ScheduledTask[] = [...patterns].map((pattern) =>
    schedule(pattern, beat, { timezone: zone, noOverlap: true, name: `feeds ${pattern}`, logger: silent })
  );
  void beat();
  return {
    async stop() {
      for (const task of tasks) await task.destroy();
      await running;
    }
  };
}
