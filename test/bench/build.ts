import type { Home } from '#warehouse/home.ts';
import { median, mebibytes, seconds, WrongAnswer, type Figure } from './figure.ts';
import { landAudit, landIncidents, megabytes, newHome, type Setting } from './setting.ts';
import { work, type Built, type Delivered } from './worker.ts';

interface Round {
  load: number;
  build: Built;
  delivery: Delivered;
}

/** Loads both files of the incidents and builds; the home stays for the parts that read. */
export async function loadAndBuild(setting: Setting): Promise<{ home: Home; load: number; build: Built }> {
  const home = await newHome(setting, 'home');
  const list = await landIncidents(home, setting.incidentFile);
  const log = await landAudit(home, setting.auditFile);
  const build = await work<Built>('build', { home: home.root });
  if (build.incidents !== setting.incidents) throw new WrongAnswer(`build: ${build.incidents} incidents of ${setting.incidents}`);
  return { home, load: list.seconds + log.seconds, build };
}

/** A full build beside the load of the same files, and a delivery of 1 % beside both. @returns the home as well */
export async function measureBuild(setting: Setting): Promise<{ figures: Figure[]; home: Home }> {
  const { delta, isQuick, say, auditFile, incidentFile } = setting;
  const rounds: Round[] = [];
  let home: Home | undefined;
  for (let index = 0; index < (isQuick ? 1 : 3); index++) {
    say(`load and build, round ${index + 1}`);
    const built = await loadAndBuild(setting);
    home = built.home;
    const options = { home: home.root, incident: delta.incidentFile, audit: delta.auditFile };
    const delivery = await work<Delivered>('deliver', options);
    if (!(delivery.incidents > built.build.incidents))
      throw new WrongAnswer(`delivery: the reader still counts ${delivery.incidents} incidents`);
    rounds.push({ load: built.load, build: built.build, delivery });
  }
  const load = median(rounds.map((round) => round.load));
  const build = median(rounds.map((round) => round.build.seconds));
  const delivery = median(rounds.map((round) => round.delivery.seconds));
  const last = rounds.at(-1)!;
  const figures: Figure[] = [
    {
      part: 'build',
      what: 'full build ÷ load of all incident files',
      value: build / load,
      unit: '×',
      goal: { atMost: 2 },
      from: `${seconds(build)} ÷ ${seconds(load)}; ${megabytes(incidentFile)} list, ${megabytes(auditFile)} audit log; most: ${slowest(last.build)}`
    },
    {
      part: 'build',
      what: 'peak memory of the build',
      value: Math.max(...rounds.map((round) => round.build.peakBytes)) / 2 ** 20,
      unit: 'MiB',
      from: `whole process; with a delivery ${mebibytes(Math.max(...rounds.map((round) => round.delivery.peakBytes)))}`
    },
    {
      part: 'build',
      what: '1 % delivery on the dashboard ÷ (load + build)',
      value: delivery / (load + build),
      unit: '×',
      goal: { atMost: 1 / 3 },
      from: `${seconds(delivery)} ÷ ${seconds(load + build)}; landed in ${seconds(last.delivery.landed)}, ${last.delivery.isIncremental ? 'build carried on' : 'built anew'} in ${seconds(last.delivery.built)}; most: ${slowest(last.delivery)}`
    }
  ];
  return { figures, home: home! };
}

const slowest = ({ models }: Built): string =>
  models
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, 3)
    .map(({ name, seconds: taken }) => `${name} ${seconds(taken)}`)
    .join(', ');
