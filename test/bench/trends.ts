/**
 * Measures trend detection and prints its published figures: false alarms and finds on simulated desks, grouping quality on
 * labelled short texts where they are at hand, and the seconds that each model takes.
 *
 * Usage: node test/bench/trends.ts [--runs 200] [--incidents 200000]
 */
import { parseArgs } from 'node:util';
import { faultsByService, plantedFaults } from '#ingest/sample/faults/index.ts';
import { Random, runningSums } from '#ingest/sample/random.ts';
import { services } from '#ingest/sample/services.ts';
import { sharedData } from '../shared-data.ts';
import { openSetScores } from '../trends/open-set.ts';
import { tally, type Plant } from '../trends/simulation.ts';
import { buildTrends, withFacts, type IncidentRow } from '../trends/warehouse-fixture.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '200' }, incidents: { type: 'string', default: '200000' } } });
const runs = Number(values.runs);
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const print = (line: string): void => void process.stdout.write(`${line}\n`);

function printErrorRates(): void {
  const quiet = tally(runs, { count: 150 }, 90_000);
  print(`nothing changed: ${percent(quiet.runsWithFalse / runs)} of ${runs} runs with a false alert (promised 5 %), ${quiet.tests} tests`);
  const mixed = tally(runs, { count: 150, plantEvery: 10 }, 90_000);
  print(`one stream in ten changed: ${percent(mixed.falseShare)} of alerts false, ${mixed.alerts} alerts`);
  for (const plant of ['burst', 'doubling', 'new'] satisfies Plant[]) {
    const calm = mixed.found(plant, ({ rate, dispersion }) => rate > 5 && dispersion < 0.1);
    print(`  ${plant}: ${percent(mixed.found(plant))} found; of calm streams above five a week ${percent(calm)}`);
  }
}

function printGrouping(): void {
  const file = sharedData('short-text/clinc150.json');
  if (!file) return print('grouping: shared/data/short-text is not at hand, so it is not measured');
  for (const [name, { precision, recall, f1 }] of Object.entries(openSetScores(file)))
    print(
      `grouping, CLINC150 open set, text only, ${name}: B-cubed F1 ${f1.toFixed(3)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)})`
    );
}

const end = Date.UTC(2026, 5, 15, 15);

/** Incidents of the sample's faults at even times; one in a hundred in waves. */
function* incidents(count: number): Generator<IncidentRow> {
  const random = new Random(7);
  const sums = runningSums(services.map(({ weight }) => weight));
  for (let index = 0; index < count; index++) {
    random.at(1, index);
    const { faults, sums: weights } = faultsByService.get(services[random.weighted(sums)]!.name)!;
    const isPlanted = index % 100 === 0;
    const fault = isPlanted ? plantedFaults.vpnCertificate : faults[random.weighted(weights)]!;
    const days = isPlanted ? 10 + 30 * random.integer(18) - 2 * random.next() : random.next() * 540;
    const item = random.pick(services.find(({ name }) => name === fault.service)!.items);
    const site = random.pick(['Berlin', 'Pune', 'Austin']);
    yield {
      record_id: `INC${String(index).padStart(7, '0')}`,
      opened_at: new Date(end - days * 86_400_000).toISOString(),
      title: random.pick(fault.wordings)(random, { ci: item, site, user: `u${random.integer(9000)}` }),
      state: 'closed',
      service: fault.service,
      category: fault.category,
      configuration_item: item,
      caller: `p${random.integer(3000)}`,
      location: site,
      resolve_seconds: Math.round(fault.hours * 3600 * random.between(0.5, 1.5))
    };
  }
}

async function printSeconds(count: number): Promise<void> {
  await withFacts({ incidents: [...incidents(count)] }, async (connection) => {
    let begun = performance.now();
    let busy = process.cpuUsage();
    await buildTrends(connection, new Date(end).toISOString(), (name) => {
      const { user, system } = process.cpuUsage(busy);
      print(
        `${count} incidents, ${name}: ${((performance.now() - begun) / 1000).toFixed(2)} s, ${((user + system) / 1e6).toFixed(2)} s of processor`
      );
      begun = performance.now();
      busy = process.cpuUsage();
    });
    const told = await connection.one<{ titles: number; families: number; candidates: number }>(
      `SELECT (SELECT count(DISTINCT title) FROM fact.incident) AS titles, (SELECT count(*) FROM mart.family) AS families, (SELECT count(*) FROM mart.candidate) AS candidates`
    );
    print(
      `${told!.titles} distinct titles, ${told!.families} families, ${told!.candidates} candidates; ${Math.round(process.memoryUsage().rss / 1e6)} MB at the end`
    );
  });
}

printErrorRates();
printGrouping();
await printSeconds(Number(values.incidents));
