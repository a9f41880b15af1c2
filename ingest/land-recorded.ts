import { basename } from 'node:path';
import { openRegister } from '#warehouse/register/register.ts';
import { claimRun, finishRun } from '#warehouse/register/runs.ts';
import { landFile, type LandRequest, type LandingReport } from './land.ts';
import { plainName } from './readers/plain-name.ts';

/**
 * `landFile` for landings that no feed runs: the ledger tells of each, also when the bytes had landed already or were refused.
 * @param request with the clock, since a run has a beginning and an end
 * @throws what `landFile` throws, and when a file of the same name is being landed by another process
 */
export async function landRecorded({ now, ...request }: Omit<LandRequest, 'now'> & { now: () => Date }): Promise<LandingReport> {
  const file = plainName(basename(request.path));
  const register = openRegister(request.home);
  try {
    const claim = claimRun(register, `land:${file}`, now().toISOString(), now());
    if (!claim.isClaimed) throw new Error(`${file} is being landed since ${claim.run.startedAt}; try again when that has ended`);
    try {
      const report = await landFile({ ...request, now: now() });
      const isRefused = report.deliveries.some(({ outcome }) => outcome === 'refused');
      finishRun(register, claim.run, isRefused ? 'failed' : 'done', summaryOf([report]), now());
      return report;
    } catch (error) {
      finishRun(register, claim.run, 'failed', { error: (error as Error).message }, now());
      throw error;
    }
  } finally {
    register.close();
  }
}

/** What the ledger keeps of landings. */
export const summaryOf = (reports: readonly LandingReport[]): { deliveries: object[] } => ({
  deliveries: reports.flatMap((report) =>
    report.deliveries.map(({ file, outcome, loadId, rows, refusal }) => ({ file, outcome, loadId, rows, refusal }))
  )
});
