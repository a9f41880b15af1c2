import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startSchedule } from '#ingest/schedule.ts';
import { scheduleReports } from '#reports/schedule.ts';
import { readConfig } from '#warehouse/config.ts';
import { currentBuild } from '#warehouse/publish.ts';
import { setKnownMaker, type KnownMaker } from '#warehouse/query/known.ts';
import { makeSampleHome } from './commands.ts';
import { refuseForeignHost, serve } from './serve.ts';
import { buildShown, type Setting } from './setting.ts';

export interface StartOptions {
  host: string;
  port?: number;
  sample: boolean;
  schedule: boolean;
}

/**
 * Makes sure that there is something to show, then serves it. Whatever writes (landing, building, scheduled reports) runs in a
 * process of its own at lower priority, so that reading goes on.
 */
export async function startCommand(setting: Setting, options: StartOptions): Promise<void> {
  const { home, terminal } = setting;
  refuseForeignHost(options.host);
  const isEmpty = !existsSync(home.root) || readdirSync(home.root).length === 0;
  if (isEmpty && options.sample) {
    await makeSampleHome(setting);
    await apart(setting, ['ingest']);
  }
  if (!currentBuild(home)) await apart(setting, ['build']);
  setKnownMaker(knownMaker(setting));
  const { address, close } = await serve({ home, host: options.host, port: options.port });
  const writer = options.schedule && existsSync(home.config) ? startWriter(setting) : undefined;
  announce(setting, address);
  await stopSignal();
  terminal.say('stopping …');
  await Promise.all([writer?.stop(), close()]);
  process.exit(0);
}

/** Runs the feeds and reports of a home on their schedules, and builds after each delivery, until stopped. */
export async function scheduleCommand(setting: Setting): Promise<void> {
  const { home, now, terminal } = setting;
  const { zone } = readConfig(home);
  const onError = (error: unknown): void => terminal.warn((error as Error).message);
  const feeds = startSchedule({
    home,
    now,
    onError,
    onLanded: async () => void (await buildShown(setting)),
    onRun: (runs) =>
      runs.filter((run) => run.state === 'failed').forEach((run) => terminal.warn(`feed ${run.feed}: ${run.error ?? 'a file was refused'}`))
  });
  const reports = scheduleReports({ home, zone, now, onError, onDone: ({ folder }) => terminal.say(`report archived in ${folder}`) });
  terminal.say(`feeds and reports run on their schedules, in ${zone}`);
  await stopSignal();
  await Promise.all([feeds.stop(), reports.stop()]);
  process.exit(0);
}

function announce({ home, terminal }: Setting, address: string): void {
  terminal.say(`
  Plimsoll is at ${address}

  Own data:   npx plimsoll doctor FILE.csv              what is this file, and which mapping fits?
              npx plimsoll ingest FILE.csv -m MAPPING   land it and build
  Home:       ${home.root}
  Stop:       Ctrl+C
`);
}

const program = fileURLToPath(new URL('cli.ts', import.meta.url));

/** Another command of this program on the same home; its words go where ours go. */
function child({ home }: Setting, args: string[]): ChildProcess {
  const started = spawn(process.execPath, [program, ...args, '--home', home.root], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (started.pid) lowerPriority(started.pid);
  return started;
}

/** Has what was known once built apart, one at a time. What failed is told once and tried again when it is asked for again. */
function knownMaker(setting: Setting): KnownMaker {
  const failed = new Map<string, string>();
  let isBusy = false;
  return ({ instant, key }) => {
    const reason = failed.get(key);
    if (failed.delete(key)) return { failed: reason! };
    if (isBusy) return 'building';
    isBusy = true;
    apart(setting, ['known', instant])
      .catch((error: unknown) => failed.set(key, (error as Error).message))
      .finally(() => (isBusy = false));
    return 'building';
  };
}

async function apart(setting: Setting, args: string[]): Promise<void> {
  const [code] = (await once(child(setting, args), 'exit')) as [number | null];
  if (code !== 0) throw new Error(`plimsoll ${args.join(' ')} ended with code ${code ?? 'none'}`);
}

/** Keeps the writer alive: one that ends by itself is started again, later each time. */
function startWriter(setting: Setting): { stop(): Promise<void> } {
  let isStopping = false;
  let wait = 1000;
  let writer = child(setting, ['schedule']);
  const again = (): void => {
    if (isStopping) return;
    setting.terminal.warn(`the writer ended; it is started again in ${wait / 1000} s`);
    setTimeout(() => {
      if (isStopping) return;
      writer = child(setting, ['schedule']);
      writer.once('exit', again);
    }, wait).unref();
    wait = Math.min(wait * 2, 300_000);
  };
  writer.once('exit', again);
  return {
    async stop() {
      isStopping = true;
      if (writer.exitCode !== null || writer.signalCode !== null) return;
      writer.kill('SIGTERM');
      await once(writer, 'exit');
    }
  };
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, 10);
  } catch {
    // The child may have ended already, and some systems do not allow it; it only makes reading smoother.
  }
}

/** The first signal stops in order; a second one, while something is still ending, stops at once. */
const stopSignal = (): Promise<unknown> => Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
