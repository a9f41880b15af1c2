import { openRegister } from '#warehouse/register/register.ts';
import { markInterrupted } from '#warehouse/register/runs.ts';
import { startBeats, type Schedule } from '#warehouse/register/schedule-beats.ts';
import { readFeeds } from './feeds.ts';
import { runFeeds, type FeedRun, type FeedRunRequest } from './run-feeds.ts';

export interface ScheduleRequest extends Omit<FeedRunRequest, 'feeds' | 'isForced'> {
  onRun?: (runs: FeedRun[]) => void;
  onError: (error: unknown) => void;
}

/**
 * Runs the feeds of a home by their schedules until stopped, and at once what was missed while nothing ran. node-cron gives the
 * beat; which slots have run stands in the register, so that a slot runs once even when the beat comes twice or late.
 */
export function startSchedule(request: ScheduleRequest): Schedule {
  const { zone, feeds } = readFeeds(request.home);
  const register = openRegister(request.home);
  markInterrupted(register, undefined, request.now());
  register.close();
  return startBeats({
    name: 'feeds',
    patterns: feeds.flatMap((feed) => feed.schedule ?? []),
    zone,
    work: async () => {
      const runs = await runFeeds(request);
      request.onRun?.(runs.filter(({ state }) => state === 'done' || state === 'failed'));
    },
    onError: request.onError
  });
}
