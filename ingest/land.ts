import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { Home } from '#warehouse/home.ts';
import { readManifests } from '#warehouse/manifest.ts';
import { clearLeftovers, openScratch } from './landing/commit.ts';
import { landDelivery, type Again, type Landing } from './landing/land-delivery.ts';
import { noRows, type DeliveryReport, type LandingProgress, type LandingReport } from './landing/report.ts';
import { inTurn } from './landing/turn.ts';
import { loadMapping, type Mapping } from './mapping.ts';
import { MappingError } from './mapping-error.ts';
import { meaningOf, type Meaning } from './meaning.ts';
import { defaultLimits, type Limits } from './readers/limits.ts';
import { openDelivery, type Delivery } from './readers/open.ts';
import { plainName } from './readers/plain-name.ts';
import { Refusal } from './refusal.ts';

export type { DeliveryReport, LandingProgress, LandingReport, Rejection, RowCounts } from './landing/report.ts';

export interface LandRequest {
  home: Home;
  /** CSV, plain or as gzip or zip. */
  path: string;
  /** Name of a preset or of a mapping of the home, a path, or a mapping that is loaded already. */
  mapping: string | Mapping | Meaning;
  /** Default `manual`. */
  feed?: string;
  /** Instant from which the warehouse knows these rows. */
  now: Date;
  onProgress?: (progress: LandingProgress) => void;
  limits?: Limits;
  /** How long to wait for another landing to end; default ten minutes. */
  patienceSeconds?: number;
  /** Of the engine; default 1 GB. */
  memoryLimit?: string;
}

/**
 * Lands a delivered file: every table in it becomes one immutable load, or is refused whole with the reason in the report. The same
 * bytes with the same mapping a second time change nothing.
 * @returns one report per table; bad input is a value here, not an error
 * @throws MappingError when the mapping itself cannot be used; errors of the disk. Nothing half-landed is left
 */
export async function landFile(request: LandRequest): Promise<LandingReport> {
  const file = plainName(basename(request.path));
  return takeTurn(request, file, async (landing) => {
    const open = async () => openDelivery(request.path, { scratch: landing.scratch, limits: landing.limits, earlier: beginnings(landing) });
    const opened = await orRefusal(landing, file, open);
    if (!Array.isArray(opened)) return [opened];
    const reports: DeliveryReport[] = [];
    for (const delivery of opened) reports.push(await orRefusal(landing, delivery.file, () => landDelivery(landing, delivery)));
    return reports;
  });
}

/** Lands a text that stands for rows of an earlier delivery; see `retryRejections`. */
export async function landAgain(request: Omit<LandRequest, 'path'>, delivery: Delivery, again: Again): Promise<LandingReport> {
  return takeTurn(request, delivery.file, async (landing) => [
    await orRefusal(landing, delivery.file, () => landDelivery(landing, delivery, again))
  ]);
}

async function takeTurn(
  { home, mapping, feed = 'manual', now, onProgress = () => undefined, limits = defaultLimits, ...request }: Omit<LandRequest, 'path'>,
  file: string,
  work: (landing: Landing) => Promise<DeliveryReport[]>
): Promise<LandingReport> {
  const meaning = toMeaning(mapping, home);
  const onWait = () => onProgress({ stage: 'waiting', file });
  return inTurn(home, request.patienceSeconds ?? 600, onWait, async () => {
    clearLeftovers(home);
    const scratch = openScratch(home);
    onProgress({ stage: 'opening', file });
    try {
      const memoryLimit = request.memoryLimit ?? '1GB';
      return { file, deliveries: await work({ home, meaning, feed, now, limits, scratch, memoryLimit, onProgress }) };
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  });
}

function toMeaning(mapping: LandRequest['mapping'], home: Home): Meaning {
  if (typeof mapping !== 'string') return 'compile' in mapping ? mapping : meaningOf(mapping);
  return meaningOf(loadMapping(mapping, home));
}

const beginnings = ({ home, feed, meaning }: Landing) =>
  readManifests(home.landing).filter((manifest) => manifest.feed === feed && manifest.type === meaning.type);

/** Expected bad input becomes a report; everything else goes on up. */
async function orRefusal<T>({ meaning }: Landing, file: string, work: () => Promise<T>): Promise<T | DeliveryReport> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof MappingError)) throw error;
    const refusal = error instanceof Refusal ? error.message : `${file}: ${error.message}`;
    const { type, name, version } = meaning;
    return {
      file,
      outcome: 'refused',
      type,
      mapping: { name, version },
      rows: noRows,
      warnings: [],
      firstRejections: [],
      refusal,
      unmapped: []
    };
  }
}
