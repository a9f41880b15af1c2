import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exported } from '#warehouse/query/export/export.ts';
import { flipsSource, keepFlips } from '#warehouse/query/what-if-flips.ts';
import { askWhatIf, readProposal, UnknownTargetError, type WhatIfAnswer } from '#warehouse/service-levels/what-if/ask.ts';
import type { Flip } from '#warehouse/service-levels/what-if/listing.ts';
import type { TargetSummary, Totals } from '#warehouse/service-levels/what-if/totals.ts';
import { durationWords } from '#warehouse/service-levels/what-if/words.ts';
import { UsageError, withReader, type Setting } from './setting.ts';

export interface DiffOptions {
  definitions: string;
  target?: string;
  format?: string;
  limit?: number;
}

const shownAtMost = 50;

/** Which clocks would get another verdict under other definitions, and why. */
export async function slaDiffCommand(setting: Setting, { definitions, target, format, limit }: DiffOptions): Promise<void> {
  if (format !== undefined && format !== 'csv' && format !== 'json') throw new UsageError('sla diff: --format is csv or json');
  const { home, terminal } = setting;
  mkdirSync(home.scratch, { recursive: true });
  const proposed = readProposal(home, resolve(definitions), definitions);
  const progress = terminal.progress('sla diff');
  const kept = join(home.scratch, `sla-diff-${process.pid}.ndjson`);
  try {
    await askWhatIf({ home, proposed, target, onProgress: (share, step) => progress.update(share, step) }, async (answer, flips) => {
      progress.done(`${answer.flipped} verdicts differ`);
      for (const warning of answer.warnings) terminal.warn(warning);
      if (answer.definitions === 'changed')
        terminal.warn(
          "the home's definitions have changed since the build, so all clocks were computed; what changed is told against the home's"
        );
      if (format === 'csv') return keepFlips(kept, flips(limit));
      if (format === 'json') return printJson(answer, flips(limit));
      return printTables(setting, answer, flips(limit ?? shownAtMost), limit ?? shownAtMost);
    });
    if (format === 'csv') await printCsv(setting, kept, definitions);
  } catch (error) {
    if (error instanceof UnknownTargetError) throw new UsageError(`sla diff: ${error.message}`);
    throw error;
  } finally {
    rmSync(kept, { force: true });
  }
}

async function printTables({ terminal }: Setting, answer: WhatIfAnswer, flips: AsyncIterable<Flip[]>, limit: number): Promise<void> {
  const changed = answer.targets.filter(({ change }) => change !== 'unchanged');
  terminal.print(answer.targets.map(summaryLine));
  for (const { agreement, target, parts } of changed)
    for (const { part, before, after } of parts) terminal.say(`${agreement}/${target}: ${part}: ${before} \u2192 ${after}`);
  for await (const some of flips) terminal.print(some.map(flipLine));
  if (answer.flipped > limit) terminal.say(`the first ${limit} of ${answer.flipped}; --limit shows more, --format csv all of them`);
  terminal.say(
    `data to ${answer.asOf ?? 'no instant'}, build ${answer.buildId}; ${changed.length} of ${answer.targets.length} targets differ. Nothing was changed; plimsoll sla adopt puts definitions in force from a day on.`
  );
}

const percent = (share: number | null): string | null => (share === null ? null : `${(share * 100).toFixed(2)} %`);
const flipsOf = ({ flips }: TargetSummary, to: (flip: TargetSummary['flips'][number]) => boolean): number =>
  flips.filter(to).reduce((sum, { count }) => sum + count, 0);

function summaryLine(summary: TargetSummary): Record<string, unknown> {
  const completed = ({ completed_met, completed: all }: Totals): string => `${completed_met} of ${all}`;
  return {
    agreement: summary.agreement,
    target: summary.target,
    change: summary.change,
    changed: [...new Set(summary.parts.map(({ part }) => part))].join(', ') || null,
    met_before: completed(summary.before),
    met_after: completed(summary.after),
    attainment_before: percent(summary.before.attainment),
    attainment_after: percent(summary.after.attainment),
    to_breached: flipsOf(summary, ({ to }) => to === 'breached'),
    to_met: flipsOf(summary, ({ to }) => to === 'met'),
    other: flipsOf(summary, ({ to }) => to !== 'met' && to !== 'breached'),
    moved: summary.moved
  };
}

const flipLine = (flip: Flip): Record<string, unknown> => ({
  record: flip.record_id,
  target: `${flip.agreement}/${flip.target}`,
  cycle: flip.cycle,
  verdict: `${flip.from} \u2192 ${flip.to}`,
  left: flip.left_after === null ? null : durationWords(flip.left_after),
  reason: flip.reason,
  why: flip.why
});

async function printCsv(setting: Setting, kept: string, definitions: string): Promise<void> {
  await withReader(setting, undefined, async (reader) => {
    for await (const part of exported(reader, flipsSource(kept, definitions), 'csv')) await write(part);
  });
}

/** One document, its flips one a line, so that it is never whole in memory. */
async function printJson(answer: WhatIfAnswer, flips: AsyncIterable<Flip[]>): Promise<void> {
  await write(`${JSON.stringify(answer, null, 2).slice(0, -2)},\n  "flips": [`);
  let separator = '\n';
  for await (const some of flips)
    for (const flip of some) {
      await write(`${separator}    ${JSON.stringify(flip)}`);
      separator = ',\n';
    }
  await write('\n  ]\n}\n');
}

async function write(part: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(part)) await once(process.stdout, 'drain');
}
