import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { landFile } from '#ingest/land.ts';
import { build } from '#warehouse/build.ts';
import type { Home } from '#warehouse/home.ts';
import { currentBuild } from '#warehouse/publish.ts';
import { randomFrom } from '../warehouse/random-course.ts';
import { Child, run } from './child.ts';
import { deliver, makeRounds, newHome, type Round } from './deliveries.ts';
import { buildFiles, checksums, leftovers, proveLanding, proveWarehouse } from './proof.ts';

/** More of them: `PLIMSOLL_KILLS=1000`; the same moments again: `PLIMSOLL_SEED`. */
const kills = Number(process.env.PLIMSOLL_KILLS ?? 50);
const seed = Number(process.env.PLIMSOLL_SEED ?? Math.floor(Math.random() * 2 ** 31));
const lanes = 2;
const folder = mkdtempSync(join(tmpdir(), 'plimsoll-kill-'));

type Moment = 'load' | 'commit' | 'feeds' | 'build' | 'checks' | 'publish';
/** In the order in which a round meets them. */
const moments: Moment[] = ['load', 'commit', 'feeds', 'build', 'checks', 'publish'];

interface Lane {
  home: Home;
  random: () => number;
  /** Usual time of a command from its first word on, milliseconds. */
  usual: Record<'load' | 'feeds' | 'build', number>;
  sums: Map<string, string>;
  killed: Record<Moment, number>;
}

const loadArgs = ({ home }: Lane, { files: [{ name, feed, mapping } = never()] }: Round): string[] => [
  ...['ingest', join(home.inbox, name), '--mapping', mapping, '--feed', feed, '--no-build']
];
const never = (): never => {
  throw new Error('a round without files');
};

/** Starts a command and kills it at a moment of the kind. @returns whether it was still at work */
async function killAt(lane: Lane, moment: Moment, round: Round): Promise<boolean> {
  const { home, random, usual } = lane;
  const isBuild = moment === 'build' || moment === 'checks' || moment === 'publish';
  const child = new Child(home, isBuild ? ['build'] : moment === 'feeds' ? ['ingest', '--no-build'] : loadArgs(lane, round));
  const ended = child.end();
  if (moment === 'publish') await child.touched(home.warehouse, /^[0-9a-f]{16}|^current/);
  else await child.said({ load: /\S/, commit: /writing/, feeds: /\S/, build: /\S/, checks: /check / }[moment]);
  const span = { load: usual.load, commit: 60, feeds: usual.feeds, build: usual.build, checks: 120, publish: 4 }[moment];
  await after(random() * span);
  child.kill();
  const { signal } = await ended;
  return signal === 'SIGKILL';
}

async function proveAfterKill(lane: Lane, before: string | undefined): Promise<void> {
  await proveLanding(lane.home);
  const now = await proveWarehouse(lane.home, lane.sums);
  if (before) expect(now, 'a published warehouse is gone').toBeDefined();
}

/** One round: killed loads, a load that ends, killed builds, a build that ends. */
async function runRound(lane: Lane, round: Round, most: () => boolean, index: number): Promise<void> {
  deliver(lane.home, round);
  const parts = [moments.slice(0, 3), moments.slice(3)];
  const done = [['ingest', '--no-build'], ['build']];
  for (const [position, part] of parts.entries()) {
    for (const moment of part) {
      if (most() || (index === 0 && moment === 'publish')) continue;
      const before = currentBuild(lane.home)?.buildId;
      if (await killAt(lane, moment, round)) lane.killed[moment]++;
      await proveAfterKill(lane, before);
    }
    const { milliseconds } = await run(lane.home, ...done[position]!);
    if (position === 0) lane.usual.feeds = milliseconds;
    else lane.usual.build = Math.max(milliseconds, lane.usual.build / 2);
    expect(leftovers(lane.home)).toEqual([]);
    await proveAfterKill(lane, undefined);
  }
  expect(buildFiles(lane.home)).toBeLessThanOrEqual(2);
}

/** The same deliveries in a home that nothing happens to, built once and in full. */
async function undisturbed(root: string, rounds: readonly Round[]): Promise<Home> {
  const home = await newHome(root);
  for (const round of rounds) {
    deliver(home, round);
    for (const { name, feed, mapping } of round.files)
      await landFile({ home, path: join(home.inbox, name), mapping, feed, now: new Date() });
  }
  await build({ home, now: new Date(), incremental: false });
  return home;
}

describe(`killed ${kills} times in load, build and publish`, () => {
  let rounds: Round[];
  let twin: Home;

  beforeAll(async () => {
    process.stderr.write(`PLIMSOLL_SEED=${seed}\n`);
    mkdirSync(folder, { recursive: true });
    rounds = await makeRounds(folder, Math.max(5, Math.ceil(kills / lanes / moments.length) + 1));
    twin = await undisturbed(join(folder, 'twin'), rounds);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('loses nothing, doubles nothing and always leaves a readable warehouse', async () => {
    const open = await Promise.all(
      Array.from({ length: lanes }, async (_, index): Promise<Lane> => {
        const home = await newHome(join(folder, `lane-${index}`));
        const killed = { load: 0, commit: 0, feeds: 0, build: 0, checks: 0, publish: 0 };
        const usual = { load: 1000, feeds: 3000, build: 3000 };
        return { home, random: randomFrom(seed + index), usual, sums: new Map(), killed };
      })
    );
    const sum = (): number => open.flatMap(({ killed }) => Object.values(killed)).reduce((a, b) => a + b, 0);
    const isEnough = (): boolean => sum() >= kills;
    await Promise.all(
      open.map(async (lane) => {
        for (const [index, round] of rounds.entries()) await runRound(lane, round, isEnough, index);
        // Kills that came too late did not count: the rest falls on builds of everything that is there.
        while (!isEnough()) {
          const before = currentBuild(lane.home)?.buildId;
          if (await killFull(lane)) lane.killed.build++;
          await proveAfterKill(lane, before);
        }
        await run(lane.home, 'ingest');
        await run(lane.home, 'build', '--full');
      })
    );
    process.stderr.write(`killed: ${JSON.stringify(open.map(({ killed }) => killed))}\n`);
    expect(sum()).toBeGreaterThanOrEqual(kills);
    const expected = await checksums(currentBuild(twin)!.path);
    const told = (await proveLanding(twin)).map(({ feed, file, rows, covers }) => ({ feed, file, rows, covers }));
    for (const { home } of open) {
      expect((await proveLanding(home)).map(({ feed, file, rows, covers }) => ({ feed, file, rows, covers }))).toEqual(told);
      expect(await checksums(currentBuild(home)!.path)).toEqual(expected);
      expect(leftovers(home)).toEqual([]);
      expect(buildFiles(home)).toBeLessThanOrEqual(2);
    }
  });
});

/** Kills a build that builds everything anew. */
async function killFull({ home, random, usual }: Lane): Promise<boolean> {
  const child = new Child(home, ['build', '--full']);
  const ended = child.end();
  await child.said(/\S/);
  await after(random() * usual.build);
  child.kill();
  return (await ended).signal === 'SIGKILL';
}
