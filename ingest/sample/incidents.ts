import { arrivalAt } from './arrivals.ts';
import { history } from './incident-history.ts';
import { plan } from './incident-plan.ts';
import type { Incident } from './incident-rows.ts';
import type { Instant } from './instants.ts';
import { Random, streams } from './random.ts';
import { firstStoryStream } from './stories/index.ts';
import type { Story } from './stories/story.ts';
import type { World } from './world.ts';

/** The next incident to open, of the usual stream or of a story. */
export interface Opening {
  at: Instant;
  /** Its place among all incidents, from 0. */
  serial: number;
  story: Story | undefined;
  index: number;
  /** Stream of its draws. */
  stream: number;
}

const firstNumber = 1_000_001;
const drawsOfStories = firstStoryStream + 10_000;

export const incidentNumber = (serial: number): string => 'INC' + String(firstNumber + serial);

interface Source {
  story: Story | undefined;
  stream: number;
  count: number;
  index: number;
  next: Instant;
  at: (index: number) => Instant;
}

function sources(world: World): Source[] {
  const random = new Random(world.options.seed);
  const usual = (index: number) => arrivalAt(world.background, streams.arrival, index, world.backgroundCount, random);
  const all = [
    { story: undefined, stream: streams.incident, count: world.backgroundCount, at: usual },
    ...world.stories.map((story, ordinal) => ({ story, stream: drawsOfStories + ordinal, count: story.count, at: story.at }))
  ];
  return all.filter((source) => source.count > 0).map((source) => ({ ...source, index: 0, next: source.at(0) }));
}

/** All incidents in the order they open: the usual stream and the stories, each ascending by itself, merged by time. */
export function* openings(world: World): Generator<Opening> {
  const open = sources(world);
  for (let serial = 0; open.length > 0; serial++) {
    let first = open[0] as Source;
    for (const source of open) if (source.next < first.next) first = source;
    yield { at: first.next, serial, story: first.story, index: first.index, stream: first.stream };
    first.index++;
    if (first.index < first.count) first.next = first.at(first.index);
    else open.splice(open.indexOf(first), 1);
  }
}

/** Plans and plays one incident and shows it as far as an export at `end` would. Stories are told its number. */
export function incident(world: World, opening: Opening, random: Random, end: Instant): Incident {
  const draws = random.at(opening.stream, opening.index);
  const planned = plan(world, opening.at, opening.story?.plan(opening.index, draws), draws);
  const played = history(planned, world, draws);
  const number = incidentNumber(opening.serial);
  opening.story?.written?.(opening.index, number);
  const visible = played.updates.filter((update) => update.at <= end);
  return { stream: opening.stream, index: opening.index, number, serial: opening.serial, plan: planned, visible, history: played };
}
