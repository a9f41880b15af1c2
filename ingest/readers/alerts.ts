import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import Papa from 'papaparse';
import { excerpt, Refusal } from '../refusal.ts';
import { Fingerprint, type Beginning } from './fingerprint.ts';
import type { Limits } from './limits.ts';

/** A webhook call of Alertmanager (version 4), as far as it is read. */
interface Payload {
  receiver?: string;
  groupKey?: string;
  externalURL?: string;
  alerts: Alert[];
}

interface Alert {
  status?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  startsAt?: string;
  endsAt?: string;
  generatorURL?: string;
  fingerprint?: string;
}

/** Columns that every table of alerts has; `labels.<name>` and `annotations.<name>` follow, as many as the file knows. */
const fixed = ['fingerprint', 'status', 'startsAt', 'endsAt', 'changedAt', 'receiver', 'groupKey', 'generatorURL'] as const;
const mostNames = 200;

/** Whether a text seems to hold webhook calls of Alertmanager, one JSON object a line. */
export const holdsAlerts = (head: string): boolean =>
  /^\uFEFF?\s*\{/.test(head) && /"alerts"\s*:\s*\[/.test(head) && /"startsAt"|"groupKey"/.test(head);

/**
 * Writes webhook calls as a table: one row per alert of each call, so that an alert sent again is a row again (alike, and merged when it
 * lands) and its end is another version of it. `changedAt` is when the alert took the state the row tells: its start while it fires,
 * its end once it is resolved.
 * @returns fingerprint of the text as delivered
 * @throws Refusal naming the line that is no webhook call
 */
export async function writeAlertTable(
  path: string,
  to: string,
  file: string,
  limits: Limits,
  earlier: readonly Beginning[]
): Promise<Fingerprint> {
  const names = { labels: new Set<string>(), annotations: new Set<string>() };
  for await (const { alerts } of payloads(path, file, limits)) {
    for (const alert of alerts) {
      for (const part of ['labels', 'annotations'] as const)
        for (const name of Object.keys(alert[part] ?? {})) if (names[part].size < mostNames) names[part].add(name);
    }
  }
  const labels = [...names.labels].sort();
  const annotations = [...names.annotations].sort();
  const out = createWriteStream(to);
  const write = async (row: readonly string[]) => {
    if (!out.write(`${Papa.unparse([row as string[]], { newline: '\n' })}\n`)) await once(out, 'drain');
  };
  await write([...fixed, ...labels.map((name) => `labels.${name}`), ...annotations.map((name) => `annotations.${name}`)]);
  const fingerprint = new Fingerprint(earlier);
  for await (const payload of payloads(path, file, limits, fingerprint)) {
    for (const alert of payload.alerts)
      await write([
        ...fixedCells(payload, alert),
        ...labels.map((name) => alert.labels?.[name] ?? ''),
        ...annotations.map((name) => alert.annotations?.[name] ?? '')
      ]);
  }
  out.end();
  await once(out, 'close');
  return fingerprint;
}

function fixedCells({ receiver = '', groupKey = '' }: Payload, alert: Alert): string[] {
  const { fingerprint = '', status = '', startsAt = '', endsAt = '', generatorURL = '' } = alert;
  return [fingerprint, status, startsAt, endsAt, status === 'resolved' ? endsAt : startsAt, receiver, groupKey, generatorURL];
}

async function* payloads(path: string, file: string, limits: Limits, fingerprint?: Fingerprint): AsyncGenerator<Payload> {
  const input = createReadStream(path);
  if (fingerprint) input.on('data', (chunk) => fingerprint.update(chunk as Buffer));
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    line++;
    if (text.length > limits.recordBytes)
      throw new Refusal({ file, line }, `a line of ${text.length.toLocaleString('en')} characters`, 'A webhook call is one line of JSON.');
    const plain = text.replace(/^\uFEFF/, '').trim();
    if (plain !== '') yield payloadOf(plain, file, line);
  }
}

function payloadOf(text: string, file: string, line: number): Payload {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (error) {
    throw new Refusal(
      { file, line },
      `this line is no JSON (${excerpt((error as Error).message)})`,
      'The file was probably cut, or a call spreads over several lines: one call a line. Nothing was loaded.'
    );
  }
  if (!found || typeof found !== 'object' || !Array.isArray((found as Payload).alerts))
    throw new Refusal(
      { file, line },
      `this line is no webhook call of Alertmanager: "alerts" is missing (${excerpt(text)})`,
      'Write the calls as they came, one a line.'
    );
  return found as Payload;
}
