import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { diagnose, type Diagnosis } from '#ingest/doctor/diagnose.ts';
import { loadMapping } from '#ingest/mapping.ts';
import type { Setting } from './setting.ts';
import { UsageError } from './setting.ts';

export interface DoctorOptions {
  mapping?: string;
  draft?: string;
  zone?: string;
}

/** Says what a file is and which mapping fits, or drafts one. Loads nothing. */
export async function doctorCommand(setting: Setting, { mapping, draft, zone }: DoctorOptions, [file]: string[]): Promise<void> {
  const { home, terminal } = setting;
  if (draft && existsSync(draft)) throw new UsageError(`doctor --draft: ${draft} is there already, and is not overwritten`);
  const progress = terminal.progress('looking');
  const scratch = join(home.scratch, `doctor-${process.pid}`);
  const found = await diagnose(resolve(file!), {
    scratch,
    isDraftWanted: Boolean(draft),
    mapping: mapping ? loadMapping(mapping, home) : undefined,
    zone,
    onProgress: (share) => progress.update(share)
  }).finally(() => rmSync(scratch, { recursive: true, force: true }));
  progress.done();
  if (terminal.isTable) for (const diagnosis of found) show(terminal, diagnosis, draft);
  else terminal.print(found.map((diagnosis) => ({ ...diagnosis })));
  const text = found.find((diagnosis) => diagnosis.mapping.text)?.mapping.text;
  if (draft && text) writeFileSync(draft, text);
  advise(setting, quoted(file!), found[0], draft && quoted(draft));
}

function show(terminal: Setting['terminal'], diagnosis: Diagnosis, draft: string | undefined): void {
  const { file, encoding, separator, lineEnd, records, recognised, columns, mapping, result, unmapped, warnings } = diagnosis;
  terminal.say(`${file}: ${records.toLocaleString('en')} rows, ${encoding}, separator ${separator}, line end ${lineEnd}`);
  terminal.print(columns.map(column));
  for (const { preset, score, evidence } of recognised.slice(0, 3))
    terminal.say(`${preset} fits ${Math.round(score * 100)} %: ${evidence.join('; ')}`);
  if (result) {
    terminal.say(
      `with ${mapping.isPreset ? mapping.name : 'the drafted mapping'} (${mapping.type}): ${result.accepted.toLocaleString('en')} rows accepted, ${result.rejected.toLocaleString('en')} rejected`
    );
    for (const { column: name, value, reason, count } of result.reasons)
      terminal.warn(
        `${count} ${count === 1 ? 'row' : 'rows'} rejected: ${name} ${count === 1 ? '' : 'such as '}"${value ?? ''}" ${reason}`
      );
    terminal.print(result.preview.map(told));
  }
  if (unmapped.length > 0) terminal.say(`columns not used: ${unmapped.join(', ')}`);
  for (const warning of warnings) terminal.warn(warning);
  if (mapping.text && !draft) terminal.say(`\n${mapping.text}`);
}

const column = ({ header, kind, filled, distinct, least, greatest, dates, nothings }: Diagnosis['columns'][number]) => ({
  column: header,
  kind,
  filled,
  distinct,
  least,
  greatest,
  evidence: dates
    ? `${dates.formats.join(' or ')}${dates.proof ? `, proved by "${dates.proof.value}"${dates.proof.line ? ` in line ${dates.proof.line}` : ''}` : ''}`
    : nothings.map(({ word, count }) => `"${word}" ${count} times for nothing`).join(', ')
});

/** Only what the file tells: a contract has many columns that one export never fills. */
const told = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

/** As a shell wants it. */
const quoted = (path: string): string => (/^[\w./~+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);

function advise({ home, terminal }: Setting, file: string, first: Diagnosis | undefined, draft: string | undefined): void {
  if (!first) return;
  const { mapping } = first;
  const ingest = (name: string): string => `npx plimsoll ingest ${file} --mapping ${name} --home ${quoted(home.root)}`;
  if (mapping.isPreset) terminal.say(`\nnext: ${ingest(mapping.name)}`);
  else if (draft) terminal.say(`\nnext: read ${draft}, correct it, then: ${ingest(draft)}`);
  else terminal.say(`\nnext: npx plimsoll doctor ${file} --draft mapping.yaml, read and correct it, then: ${ingest('mapping.yaml')}`);
}
