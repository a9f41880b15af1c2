import { curve, seasons, type Curve, type Seasons } from './arrivals.ts';
import { sampleCalendars } from './calendars.ts';
import { changeBook, type ChangeBook } from './changes.ts';
import { horizon, spanOf, type SampleOptions, type Span } from './options.ts';
import { teams, type Team } from './organisation.ts';
import { people, type People } from './people.ts';
import { problemBook, type ProblemBook } from './problems.ts';
import { Random } from './random.ts';
import { stories } from './stories/index.ts';
import type { Story } from './stories/story.ts';
import { workingHours, type WorkingHours } from './working-hours.ts';

/** Everything that stays the same while the records of a sample are made. */
export interface World {
  options: SampleOptions;
  span: Span;
  people: People;
  seasons: Seasons;
  /** Arrivals that belong to no story. */
  background: Curve;
  stories: readonly Story[];
  backgroundCount: number;
  hours: (team: string) => WorkingHours;
  calendar: (name: string) => WorkingHours;
  changes: ChangeBook;
  problems: ProblemBook;
  /** Working seconds by which a team is behind at an instant. */
  strain: (team: string, at: number) => number;
  /** Factor on a supplier's time at an instant. */
  supplierPace: (supplier: string, at: number) => number;
}

function influence(told: readonly Story[]): Pick<World, 'strain' | 'supplierPace'> {
  const strains = told.flatMap((story) => (story.strain ? [story.strain] : []));
  const paces = told.flatMap((story) => (story.supplierPace ? [story.supplierPace] : []));
  return {
    strain: (team, at) => strains.reduce((sum, strain) => sum + strain(team, at), 0),
    supplierPace: (supplier, at) => paces.reduce((product, pace) => product * pace(supplier, at), 1)
  };
}

/** Lays out calendars, people, seasons, stories, changes and problems of a sample. */
export function world(options: SampleOptions): World {
  const span = spanOf(options);
  const random = new Random(options.seed);
  const calendars = new Map(
    sampleCalendars.map((calendar) => [calendar.name, workingHours(calendar, span.start - 30 * 86_400, horizon(span))])
  );
  const calendar = (name: string) => calendars.get(name) as WorkingHours;
  const byTeam = new Map(teams.map((team: Team) => [team.name, calendar(team.calendar.name)]));
  const hours = (team: string) => byTeam.get(team) as WorkingHours;
  const volume = seasons(span.start, span.end, random);
  const background = curve(volume, volume.total, span.start, span.end);
  const told = stories({ incidents: options.incidents, span, seasons: volume, random, hours });
  const storied = told.reduce((sum, story) => sum + story.count, 0);
  const stage = { options, span, random, background };
  return {
    options,
    span,
    people: people(random),
    seasons: volume,
    background,
    stories: told,
    backgroundCount: options.incidents - storied,
    hours,
    calendar,
    changes: changeBook(stage),
    problems: problemBook(stage),
    ...influence(told)
  };
}
