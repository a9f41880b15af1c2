import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { homeAt } from '#warehouse/home.ts';
import { openRegister, type Register } from '#warehouse/register/register.ts';
import { claimRun, findRun, finishRun, listRuns, markInterrupted } from '#warehouse/register/runs.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 31, 12, minute));
let folder: string;
let register: Register;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-register-'));
  register = openRegister(homeAt(folder));
});
afterEach(() => {
  register.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A process number that belonged to a process which has ended. */
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('the run ledger', () => {
  it('gives a slot to one claimant and keeps what the run tells', () => {
    expect(claimRun(register, 'feed:a', 's1', at(0))).toMatchObject({
      isClaimed: true,
      run: { job: 'feed:a', slot: 's1', state: 'running', attempt: 1 }
    });
    finishRun(register, { job: 'feed:a', slot: 's1' }, 'done', { loaded: 3 }, at(1));
    expect(claimRun(register, 'feed:a', 's1', at(2))).toMatchObject({ isClaimed: false, because: 'slot is done' });
    expect(findRun(register, 'feed:a', 's1')).toEqual({
      job: 'feed:a',
      slot: 's1',
      state: 'done',
      attempt: 1,
      startedAt: at(0).toISOString(),
      finishedAt: at(1).toISOString(),
      summary: { loaded: 3 }
    });
  });

  it('lets a job run once at a time, and other jobs beside it', () => {
    const other = openRegister(homeAt(folder));
    claimRun(register, 'feed:a', 's1', at(0));
    expect(claimRun(other, 'feed:a', 's2', at(1))).toMatchObject({ isClaimed: false, because: 'job is running', run: { slot: 's1' } });
    expect(claimRun(other, 'feed:b', 's1', at(1)).isClaimed).toBe(true);
    other.close();
  });

  it('recovers the run of a process that died, and counts the attempt', () => {
    claimRun(register, 'feed:a', 's1', at(0));
    register.database.prepare("UPDATE run SET pid = ?, process_started_at = '1'").run(deadPid());
    expect(claimRun(register, 'feed:a', 's2', at(1))).toMatchObject({ isClaimed: true });
    expect(findRun(register, 'feed:a', 's1')).toMatchObject({ state: 'interrupted', finishedAt: at(1).toISOString() });
    finishRun(register, { job: 'feed:a', slot: 's2' }, 'done', {}, at(2));
    expect(claimRun(register, 'feed:a', 's1', at(3))).toMatchObject({ isClaimed: true, run: { attempt: 2 } });
  });

  it('takes a process of the same number that began at another time for another process', () => {
    claimRun(register, 'feed:a', 's1', at(0));
    expect(markInterrupted(register, undefined, at(1))).toEqual([]);
    register.database.exec("UPDATE run SET process_started_at = '1'");
    const lost = markInterrupted(register, undefined, at(1));
    expect(lost.map((run) => run.slot)).toEqual(process.platform === 'linux' ? ['s1'] : []);
  });

  it('lists runs, latest first', () => {
    for (const [index, job] of ['feed:a', 'report:m', 'feed:b'].entries()) {
      claimRun(register, job, 's', at(index));
      finishRun(register, { job, slot: 's' }, index === 2 ? 'failed' : 'done', {}, at(index));
    }
    expect(listRuns(register).map(({ job }) => job)).toEqual(['feed:b', 'report:m', 'feed:a']);
    expect(listRuns(register, { jobsOf: 'feed:', limit: 1 }).map(({ job }) => job)).toEqual(['feed:b']);
    expect(listRuns(register, { state: 'failed' }).map(({ job }) => job)).toEqual(['feed:b']);
    expect(listRuns(register, { job: 'report:m' })).toHaveLength(1);
    expect(() => finishRun(register, { job: 'feed:a', slot: 's' }, 'done', {}, at(9))).toThrow('is not running');
  });

  it('refuses a register of a later version', () => {
    register.database.exec('PRAGMA user_version = 999');
    expect(() => openRegister(homeAt(folder))).toThrow('written by a later version');
  });
});
