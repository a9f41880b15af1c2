import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { queryCommand, reportCommand } from './ask.ts';
import { buildCommand, ingestCommand, knownCommand, sampleCommand } from './commands.ts';
import { adoptCommand, validateCommand } from './define.ts';
import { doctorCommand } from './examine.ts';
import { explainCommand } from './explain.ts';
import type { Setting } from './setting.ts';
import { scheduleCommand, startCommand } from './start.ts';
import { openTerminal } from './terminal.ts';
import { readEnvironment } from '#warehouse/environment.ts';
import { homeAt } from '#warehouse/home.ts';
import { isDate } from '#warehouse/service-levels/version-rules.ts';
import { slaDiffCommand } from './what-if.ts';

type Action<Options> = (setting: Setting, options: Options, operands: string[]) => Promise<void>;

const environment = readEnvironment();
const exitCodes = { ok: 0, failed: 1, usage: 2 } as const;

/** Joins a command to its action: options in, setting made, errors left to the one place that reports them. */
function act<Options>(action: Action<Options>): (this: Command, ...given: unknown[]) => Promise<void> {
  return async function (this: Command) {
    const options = this.optsWithGlobals<Options & { home: string; json?: boolean }>();
    const terminal = openTerminal({
      output: process.stdout,
      messages: process.stderr,
      hasColour: environment.hasColour,
      json: Boolean(options.json)
    });
    await action({ home: homeAt(options.home), now: () => new Date(), terminal }, options, this.args);
  };
}

function whole(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('a whole number is needed');
  return Number(text);
}

function instant(text: string): string {
  const at = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(text) || Number.isNaN(at.getTime())) {
    throw new InvalidArgumentError('an instant is written like 2026-03-31T23:59:59Z');
  }
  return at.toISOString();
}

function date(text: string): string {
  if (!isDate(text) || text.length !== 10) throw new InvalidArgumentError('a date is written like 2026-04-01');
  return text;
}

const list = (text: string): string[] => text.split(',').map((part) => part.trim());
const collect = (text: string, before: string[] = []): string[] => [...before, text];

function program(): Command {
  const root = new Command('plimsoll')
    .description('Service levels to the second, recurring incidents and their problems, from the exports of your ticket tools.')
    .option('--home <folder>', 'definitions, landing, warehouse and archive', environment.home)
    .option('--json', 'answers as NDJSON, as they are when piped')
    .showHelpAfterError()
    .exitOverride();
  const command = (signature: string, description: string): Command => root.command(signature).description(description).exitOverride();

  command('start', 'load what is due, build, and serve the dashboard; an empty home gets the sample')
    .option('--host <name>', 'loopback name or address', environment.host)
    .option('--port <number>', 'default: the first free one from 4600', whole, environment.port)
    .option('--no-sample', 'leave an empty home empty')
    .option('--no-schedule', 'do not run feeds and reports on their schedules')
    .action(act(startCommand));
  command('schedule', 'run feeds and reports on their schedules, without the dashboard').action(act(scheduleCommand));
  command('ingest', 'land files with a mapping, or, without files, whatever waits in the folders of the feeds')
    .argument('[files...]')
    .option('-m, --mapping <name>', 'preset such as servicenow/incident, or a YAML file')
    .option('--feed <name>', 'name under which the load is kept', 'manual')
    .option('--retry <load>', 'load the rejected rows of a load again, with the mapping as it is now')
    .option('--no-build', 'land only')
    .action(act(ingestCommand));
  command('build', 'build the warehouse from what has landed, check it and publish it')
    .option('--known-at <instant>', 'use only what had landed by then', instant)
    .option('--out <file>', 'write there and publish nothing')
    .option('--full', 'build everything anew')
    .action(act(buildCommand));
  command('known', 'build what was known on a day, so that it can be asked of (asKnownOn)')
    .argument('<day>', 'a date (its end) or an instant')
    .action(act(knownCommand));
  command('query', 'ask the warehouse')
    .option('--measures <names>', 'for example incident.opened,incident.resolved', list)
    .option('--by <dimensions>', 'for example team,priority', list)
    .option('--grain <name>', 'hour, day, week, month, quarter, year, fiscal_quarter, fiscal_year')
    .option('--period <name>', 'last-12-months, last-1-complete-months, 2026-09, 2026-01-01..2026-04-01, all')
    .option('--filter <field:op:values>', 'for example team:in:Network; may be repeated', collect)
    .option('--compare <name>', 'previous_period, same_period_last_year or target')
    .option('--totals <keys>', 'grand, or the keys that totals keep; may be repeated', collect)
    .option('--top <dimension:count:measure>', 'only the leading members; the rest is one row')
    .option('--zone <name>', 'IANA zone whose days count')
    .option('--as-known-on <day>', 'with what was known and in force then; the build is kept')
    .option('--sort <columns>', 'for example -incident.opened')
    .option('--limit <rows>', 'most rows', whole)
    .option('--format <name>', 'csv, xlsx, parquet, arrow, json or ndjson, all rows; default: a table for people')
    .option('--known-at <instant>', 'with what had landed by then', instant)
    .option('--receipt', 'how the figure comes about: definition, question, data instant, and its records added up again')
    .option('--records', 'exactly the records that the figure is made from; with --format csv all of their columns')
    .option('--list', 'list measures and dimensions')
    .action(act(queryCommand));
  command('explain', 'say, to the second and with the rules, how the clocks of a record ran')
    .argument('<record>')
    .option('--type <name>', 'for example incident, where several types have the number')
    .option('--target <name>', 'only clocks of this target')
    .option('--known-at <instant>', 'with what had landed by then', instant)
    .action(act(explainCommand));
  command('report', 'make a report and keep it in the archive')
    .argument('[name]')
    .option('--period <name>', 'for example 2026-09; default: the last that has ended')
    .option('--known-at <instant>', 'with what had landed by then', instant)
    .option('--out <folder>', 'copy the files there too')
    .option('--list', 'list reports and archived editions')
    .action(act(reportCommand));
  command('sample', 'write the exports of a made-up organisation')
    .option('--folder <folder>', 'where to; default: a new home with definitions and a full inbox')
    .option('--incidents <number>', 'how many incidents', whole)
    .option('--seed <number>', 'another organisation', whole)
    .action(act(sampleCommand));
  command('doctor', 'say what a file is, with evidence, and which mapping fits or a draft of one; loads nothing')
    .argument('<file>')
    .option('-m, --mapping <name>', 'judge this mapping instead')
    .option('--draft <file>', 'write the drafted mapping there')
    .option('--zone <name>', 'zone in which the clock of the export runs, for times that name none')
    .action(act(doctorCommand));
  command('validate', 'check the configuration, calendars, agreements, mappings, reports and saved views')
    .option('--schema', 'write the JSON Schemas of calendars and agreements beside them, for editors')
    .action(act(validateCommand));
  const sla = command('sla', 'service levels: what is promised');
  sla
    .command('adopt')
    .description('put agreements and calendars of a folder in force from a day on; the versions before end the day before')
    .requiredOption('--definitions <folder>', 'holds agreements.yaml, calendars.yaml or both')
    .requiredOption('--from <date>', 'first day, YYYY-MM-DD', date)
    .exitOverride()
    .action(act(adoptCommand));
  sla
    .command('diff')
    .description('which clocks would get another verdict under other definitions, and why; changes nothing')
    .requiredOption('--definitions <folder>', 'holds agreements.yaml, calendars.yaml or both; a missing file is unchanged')
    .option('--target <name>', 'only this target, or agreement/target')
    .option('--format <name>', 'csv: all flips; json: summary and flips')
    .option('--limit <flips>', 'most flips', whole)
    .exitOverride()
    .action(act(slaDiffCommand));
  return root;
}

try {
  await program().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  } else {
    process.stderr.write(`plimsoll: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof Error && error.name === 'UsageError' ? exitCodes.usage : exitCodes.failed;
  }
}
