import type { Home } from '#warehouse/home.ts';
import { openReader } from '#warehouse/query/reader.ts';
import { openRegister, type Register } from '#warehouse/register/register.ts';
import { claimRun, finishRun } from '#warehouse/register/runs.ts';
import { startBeats, type Schedule } from '#warehouse/register/schedule-beats.ts';
import { latestSlot } from '#warehouse/register/schedule-slots.ts';
import type { Archived } from './archive.ts';
import { readReportJobs, type ReportJob, readAddress } from './config.ts';
import { runReport } from './run.ts';

export interface DueReports {
  home: Home;
  /** Zone of the schedules. */
  zone: string;
  now: () => Date;
  onDone?: (archived: Archived) => void;
  onError: (error: unknown) => void;
}

const jobOf = ({ name }: ReportJob): string => `report:${name}`;

/**
 * Makes every report whose latest slot has not run yet, once, whatever the number of slots missed. A slot that failed is not tried
 * again by itself: the ledger shows it, and `plimsoll report` makes it by hand.
 */
export async function runDueReports(request: DueReports): Promise<void> {
  const register = openRegister(request.home);
  try {
    for (const job of readReportJobs(request.home)) await runIfDue(request, register, job);
  } finally {
    register.close();
  }
}

async function runIfDue({ home, zone, now, onDone, onError }: DueReports, register: Register, job: ReportJob): Promise<void> {
  const slot = latestSlot(job.schedule, zone, now());
  if (!slot) return;
  const claim = claimRun(register, jobOf(job), slot, now());
  if (!claim.isClaimed) return;
  try {
    const reader = await openReader(home);
    const { name, formats } = job;
    const archived = await runReport({ reader, archive: home.archive, name, formats, register, address: readAddress(home) });
    const { report, period, files } = archived.edition;
    finishRun(register, claim.run, 'done', { report, period, files }, now());
    onDone?.(archived);
  } catch (error) {
    finishRun(register, claim.run, 'failed', { error: (error as Error).message }, now());
    onError(error);
  }
}

/** Makes reports on their schedules until stopped, and at once what was missed while nothing ran. */
export const scheduleReports = (request: DueReports): Schedule =>
  startBeats({
    name: 'reports',
    patterns: readReportJobs(request.home).map((job) => job.schedule),
    zone: request.zone,
    work: () => runDueReports(request),
    onError: request.onError
  });
