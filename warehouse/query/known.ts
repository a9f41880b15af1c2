import { firstKnownAt, knownAt, knownFile, type Known } from '../known.ts';
import type { Home } from '../home.ts';
import { BusyError } from './admission.ts';
import { QueryError } from './error.ts';

/** What was known then is being built; ask again shortly. */
export class BuildingError extends BusyError {
  constructor(asked: string) {
    super(`what was known on ${asked} is being built; ask again in half a minute`);
    this.name = 'BuildingError';
  }
}

/** Has a build as known once made, in a process that may write; tells how that stands. */
export type KnownMaker = (known: Known) => 'building' | { failed: string };

const registry = Symbol.for('plimsoll.known');
const holder = globalThis as { [registry]?: KnownMaker };

/** Says who makes builds as known once in this process; however many copies of this module there are, there is one. */
export const setKnownMaker = (maker: KnownMaker): void => void (holder[registry] = maker);

/** The instant that `asKnownOn` means: of a date, its end in a zone. ISO 8601 UTC. @throws QueryError when it is none */
export function knownInstant(asked: string, zone: string): string {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(asked)) {
      const next = Temporal.PlainDate.from(asked, { overflow: 'reject' }).add({ days: 1 }).toZonedDateTime(zone).toInstant();
      return next.subtract({ milliseconds: 1 }).toString();
    }
    return Temporal.Instant.from(asked).toString({ smallestUnit: 'millisecond' });
  } catch {
    throw new QueryError('asKnownOn', asked, `${asked} is no date and no instant; write 2026-03-31 or 2026-03-31T12:00:00Z`);
  }
}

/**
 * The file that tells what was known then, or `current` when that is all that is known now.
 * @throws QueryError when nothing had landed by then, or nobody makes the build here; BuildingError while it is being made
 */
export function fileKnownOn(home: Home, asked: string, zone: string): string | 'current' {
  const known = knownAt(home, knownInstant(asked, zone));
  if (!known) {
    const first = firstKnownAt(home);
    throw new QueryError('asKnownOn', asked, `nothing had landed by ${asked}${first ? `; the first delivery landed at ${first}` : ''}`);
  }
  if (known.isCurrent) return 'current';
  const file = knownFile(home, known);
  if (file) return file;
  const making = holder[registry]?.(known) ?? { failed: 'it has not been built' };
  if (making === 'building') throw new BuildingError(asked);
  throw new QueryError('asKnownOn', asked, `what was known on ${asked} cannot be told: ${making.failed}; run: plimsoll known ${asked}`);
}
