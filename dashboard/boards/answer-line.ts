import { standing, type Standing } from '#dashboard/charts/theme.ts';
import { count, inUnit, percent, plural } from '#dashboard/format.ts';

/** A piece of a sentence; one with an address is a figure that opens its records. */
export interface Phrase {
  text: string;
  href?: string;
  tone?: 'met' | 'risk' | 'breached';
}

/** What the newest months of a series were. */
export interface NewestMonths {
  /** Attainment of the complete months, oldest first. */
  months: readonly (number | null)[];
  /** Name of the newest of them: `Sept 2026`. */
  lastMonth?: string;
  lastHref?: string;
}

export interface AttainmentReading extends NewestMonths {
  /** `Resolution`, `Response`: as a heading says it. */
  name: string;
  share: number | null;
  goal: number | null;
  /** Instead of a goal, where targets promise different shares. */
  missed?: { text: string; state: Standing; href: string } | undefined;
  completed: number;
  href: string;
}

export interface BreachGroup {
  label: string;
  breached: number;
  href: string;
}

export interface AnswerInput {
  readings: readonly AttainmentReading[];
  /** Largest first; the groups partition all breaches. */
  groups: readonly BreachGroup[];
  /** The teams and the services with most breaches, to name where no finer group is large enough. */
  wider?: readonly BreachGroup[];
  breached: number;
  breachedHref: string;
  atRisk: { value: number; href: string } | null;
  overdue: { value: number; href: string } | null;
}

/** Complete months in a row, newest backwards, that missed the goal. */
export function monthsBelow(months: readonly (number | null)[], goal: number): number {
  let run = 0;
  for (const share of [...months].reverse()) {
    if (share === null || share >= goal) break;
    run += 1;
  }
  return run;
}

/**
 * The answer of the service-level page in words. Rules, in order: each attainment against its goal, with how many months it
 * has been below; the one group that explains at least a quarter of the breaches, else the one team or service; what is about to be missed. No rule
 * says more than its figures do.
 */
export function answerLine(input: AnswerInput): Phrase[] {
  const sentences = [attainments(input.readings), explanation(input), outlook(input)].filter((one) => one.length > 0);
  return sentences.flatMap((sentence, at) => (at === 0 ? sentence : [{ text: ' ' }, ...sentence]));
}

function attainments(readings: readonly AttainmentReading[]): Phrase[] {
  const known = readings.filter((reading) => reading.share !== null && reading.completed > 0);
  if (known.length === 0) return [{ text: 'No clock stopped in this period, so there is no attainment to judge.' }];
  const parts = known.flatMap((reading, at) => [...(at === 0 ? [] : [{ text: '; ' }]), ...attainment(reading, at === 0)]);
  return [...parts, { text: '.' }];
}

/** The same state as on tiles and in tables: what is less than a point above its goal is threatened. */
export function toneOf(share: number | null, goal: number | null): Pick<Phrase, 'tone'> {
  return toned(standing(share, goal));
}

export const toned = (state: Standing): Pick<Phrase, 'tone'> =>
  state === 'met' || state === 'risk' || state === 'breached' ? { tone: state } : {};

/** A good period hides a bad end: what to add where the whole keeps the goal and the newest complete month does not. */
export function newestMissed({
  goal,
  months,
  lastMonth,
  lastHref,
  href
}: Pick<AttainmentReading, 'goal' | 'href'> & NewestMonths): Phrase[] {
  const newest = months.at(-1);
  if (goal === null || newest === null || newest === undefined || newest >= goal) return [];
  const run = monthsBelow(months, goal);
  const streak = run > 1 ? `, the ${ordinal(run)} complete month in a row` : '';
  return [
    { text: `, but ${lastMonth ?? 'the newest complete month'} missed it with ` },
    { text: percent(newest, goal), href: lastHref ?? href, tone: 'breached' },
    ...(streak ? [{ text: streak }] : [])
  ];
}

function attainment(reading: AttainmentReading, isFirst: boolean): Phrase[] {
  const { name, share, goal, months, href } = reading;
  const figure: Phrase = { text: percent(share, goal), href };
  const subject = isFirst ? `${name} ` : `${name.toLowerCase()} `;
  if (reading.missed)
    return [
      { text: subject },
      figure,
      { text: ', ' },
      { text: reading.missed.text, href: reading.missed.href, ...toned(reading.missed.state) }
    ];
  if (goal === null || share === null) return [{ text: subject }, figure, { text: ', without a goal to judge it by' }];
  const run = monthsBelow(months, goal);
  const judged: Phrase = { ...figure, ...toneOf(share, goal) };
  if (share >= goal)
    return [{ text: subject }, judged, { text: `, at or above the ${inUnit(goal, 'share')} goal` }, ...newestMissed(reading)];
  const streak = run > 1 ? ` for the ${ordinal(run)} complete month in a row` : '';
  return [{ text: subject }, judged, { text: `, below the ${inUnit(goal, 'share')} goal${streak}` }];
}

function explanation({ groups, wider = [], breached, breachedHref }: AnswerInput): Phrase[] {
  if (groups.length === 0 || breached === 0) return [];
  const isLarge = (group: BreachGroup): boolean => group.breached >= breached / 4;
  const top = groups.find(isLarge) ?? [...wider].sort((a, b) => b.breached - a.breached).find(isLarge);
  const all: Phrase = { text: plural(breached, 'breach', 'breaches'), href: breachedHref };
  if (breached < 10 || !top)
    return [
      { text: 'The ' },
      all,
      { text: breached < 10 ? ' are too few to explain.' : ' are spread: no team and no service explains a quarter of them.' }
    ];
  return [
    { text: `${top.label} explains ` },
    { text: count(top.breached), href: top.href },
    { text: ' of the ' },
    all,
    { text: ` (${percent(top.breached / breached)}).` }
  ];
}

function outlook({ atRisk, overdue }: AnswerInput): Phrase[] {
  if (!atRisk || !overdue) return [];
  if (atRisk.value === 0 && overdue.value === 0) return [{ text: 'No open clock is at risk or overdue now.' }];
  return [
    { text: 'Now ' },
    { text: count(overdue.value), href: overdue.href, ...(overdue.value > 0 ? { tone: 'breached' as const } : {}) },
    { text: ` open ${overdue.value === 1 ? 'clock is' : 'clocks are'} overdue and ` },
    { text: count(atRisk.value), href: atRisk.href, ...(atRisk.value > 0 ? { tone: 'risk' as const } : {}) },
    { text: ' at risk.' }
  ];
}

const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const ordinalForm = new Intl.PluralRules('en', { type: 'ordinal' });
const ordinal = (value: number): string => `${value}${endings[ordinalForm.select(value)]}`;
