import { mkdir } from 'node:fs/promises';
import { arrivalAt, curve, seasons } from './arrivals.ts';
import { fileNames } from './headers.ts';
import { incident, incidentNumber, openings, type Opening } from './incidents.ts';
import { day, iso, parseInstant, type Instant } from './instants.ts';
import { resolveOptions, type SampleOptions, type SampleProgress } from './options.ts';
import { Random, streams } from './random.ts';
import { Sheets, stride } from './sheets.ts';
import { addIncident } from './write-incidents.ts';
import { world as layOut, type World } from './world.ts';

export interface DeltaOptions {
  folder: string;
  /** The options of the sample that was delivered before. */
  of: Partial<SampleOptions>;
  /** Incidents in the delivery as a share of the sample's; 0.01 by default. */
  share?: number;
  /** Instant of the delivery, after the sample's end; three days later by default. */
  at?: string;
  onProgress?: (progress: SampleProgress) => void;
}

export interface Delta {
  at: string;
  changed: number;
  opened: number;
  /** Rows of `incident.csv` and `incident_audit_log.csv`, headers not counted. */
  rows: Record<string, number>;
}

/** How far back an incident may have been opened that still changes; older ones are passed over unplayed. */
const lookBackDays = 45;
/** Stream of the openings after the end. */
const streamOfNew = 500;

/** Where the world goes on after its end: the same seasons, told until the delivery. */
function* newOpenings(world: World, until: Instant, count: number): Generator<Opening> {
  const random = new Random(world.options.seed);
  const { end } = world.span;
  const further = seasons(Math.floor(end / 3600) * 3600, until, random);
  const opens = curve(further, further.total, end, until);
  for (let index = 0; index < count; index++) {
    const at = arrivalAt(opens, streamOfNew, index, count, random);
    yield {
      at: Math.max(at, end + 1),
      serial: world.options.incidents + index,
      story: undefined,
      index,
      stream: streams.incident + streamOfNew
    };
  }
}

/** Told ones that a later delivery shows changed; a story still hears the numbers of those that are passed over. */
function* changing(world: World, since: Instant): Generator<Opening> {
  for (const opening of openings(world)) {
    if (opening.at > since) yield opening;
    else opening.story?.written?.(opening.index, incidentNumber(opening.serial));
  }
}

/**
 * Writes what the next delivery after a sample would hold: `incident.csv` with the incidents that changed since and new ones, as they
 * stand then, and `incident_audit_log.csv` with the updates since. Changed ones fill up to six tenths, new ones the rest.
 */
export async function writeDelta({ folder, of, share = 0.01, at, onProgress }: DeltaOptions): Promise<Delta> {
  const options = resolveOptions(of);
  const world = layOut(options);
  const { end } = world.span;
  const until = at === undefined ? end + 3 * day : parseInstant(at);
  if (until <= end) throw new RangeError(`The delivery must be later than the sample's end ${options.end}, not ${iso(until)}`);
  const total = Math.max(1, Math.round(options.incidents * share));
  const random = new Random(options.seed);
  await mkdir(folder, { recursive: true });
  const sheets = await Sheets.create(folder, { incident: fileNames.incident, 'incident-audit-log': fileNames['incident-audit-log'] });
  let done = 0;
  const add = async (opening: Opening, since: Instant): Promise<void> => {
    const one = incident(world, opening, random, until);
    if ((one.visible[one.visible.length - 1]?.at ?? 0) <= since) return;
    addIncident(world, sheets, one, until, until, random, since);
    done++;
    if (done % stride === 0) {
      await sheets.drain();
      onProgress?.({ step: 'delta', done, total });
    }
  };
  try {
    for (const opening of changing(world, end - lookBackDays * day)) if (done < total * 0.6) await add(opening, end);
    const changed = done;
    for (const opening of newOpenings(world, until, total - changed)) await add(opening, 0);
    onProgress?.({ step: 'delta', done, total });
    return { at: iso(until), changed, opened: done - changed, rows: sheets.rows };
  } finally {
    await sheets.close();
  }
}
