import { count, duration, percent, plural } from '#dashboard/format.ts';
import type { Phrase } from './answer-line.ts';

interface Figure {
  value: number;
  href: string;
}

/** A family named in the sentence. */
interface Named {
  label: string;
  href: string;
  observed?: number;
  expected?: number | null;
}

export interface ProblemAnswerInput {
  /** Day of the data instant in words: up to when families are tested, whatever period the page shows. */
  today: string;
  alerts: Figure;
  watches: Figure;
  /** All candidates: those that rise, those that keep coming back, those that only cost most. */
  candidates: Figure;
  /** Candidates that keep coming back with no open problem, signals left aside. */
  recurring: Figure;
  /** Candidates for their cost alone, and how many of all candidates belong to an open problem. */
  costly: Figure;
  inHand: number;
  /** First of those that alert or are on watch, and first of the rest. */
  rising: Named | undefined;
  steady: Named | undefined;
  open: Figure;
  knownErrors: Figure;
  oldest: { seconds: number; href: string } | undefined;
  /** Seconds lost in families, and those in families that no known error explains. */
  lost: { seconds: number; unexplained: number; href: string } | undefined;
}

/** The answer of the problems page in words: what rises, what keeps coming back, what is in work, where the hours go. */
export function problemAnswer(input: ProblemAnswerInput): Phrase[] {
  const sentences = [rising(input), listed(input), inWork(input), hours(input)].filter((one) => one.length > 0);
  return sentences.flatMap((sentence, at) => (at === 0 ? sentence : [{ text: ' ' }, ...sentence]));
}

const linked = ({ value, href }: Figure, words: string, tone?: Phrase['tone']): Phrase => ({
  text: words,
  ...(value > 0 ? { href } : {}),
  ...(tone && value > 0 ? { tone } : {})
});

function rising({ today, alerts, watches, rising: first }: ProblemAnswerInput): Phrase[] {
  if (alerts.value + watches.value === 0)
    return [
      {
        text: `No family of incidents rises by itself: up to ${today}, none has more in its newest 1 to 91 days than its own half year before `
      },
      { text: 'lets expect. A rise that many families share shows in the weekly totals of ' },
      { text: 'Incidents', href: '/incidents#behaviour-opened' },
      { text: '.' }
    ];
  const parts: Phrase[] = [
    { text: `Family by family, the newest days up to ${today} against its own half year before: ` },
    linked(alerts, alerts.value === 0 ? 'no family' : plural(alerts.value, 'family', 'families'), 'breached'),
    { text: alerts.value === 1 || alerts.value === 0 ? ' raises an alert' : ' raise an alert' },
    { text: ', ' },
    linked(watches, count(watches.value), 'risk'),
    { text: watches.value === 1 ? ' is on watch' : ' are on watch' }
  ];
  if (first?.observed === undefined) return [...parts, { text: '.' }];
  const against = first.expected === null || first.expected === undefined ? '' : ` against ${tidy(first.expected)} expected`;
  return [...parts, { text: '; first ' }, { text: first.label, href: first.href }, { text: `, ${count(first.observed)}${against}.` }];
}

/** What the list of candidates is made of; its parts add up to what it holds. */
function listed({ candidates, alerts, watches, recurring: again, costly, inHand, steady }: ProblemAnswerInput): Phrase[] {
  if (again.value + costly.value === 0) return [];
  const rise = alerts.value + watches.value;
  const first: Phrase[] = steady ? [{ text: ', first ' }, { text: steady.label, href: steady.href }] : [];
  const parts: Phrase[][] = [
    ...(rise > 0 ? [[{ text: `${count(rise)} ${rise === 1 ? 'rises' : 'rise'}` }]] : []),
    ...(again.value > 0
      ? [
          [
            linked(again, count(again.value)),
            { text: ` ${again.value === 1 ? 'keeps' : 'keep'} coming back without an open problem` },
            ...first
          ]
        ]
      : []),
    ...(costly.value > 0
      ? [
          [
            linked(costly, count(costly.value)),
            { text: ` only ${costly.value === 1 ? 'stands' : 'stand'} out by what ${costly.value === 1 ? 'it costs' : 'they cost'}` }
          ]
        ]
      : [])
  ];
  const worked = inHand === 0 ? '' : `; ${count(inHand)} of all ${inHand === 1 ? 'belongs' : 'belong'} to an open problem`;
  return [
    { text: 'Of ' },
    linked(candidates, plural(candidates.value, 'candidate')),
    { text: ', ' },
    ...parts.flatMap((part, at) => (at === 0 ? part : [{ text: at === parts.length - 1 ? ', and ' : ', ' }, ...part])),
    { text: `${worked}.` }
  ];
}

function inWork({ open, knownErrors, oldest }: ProblemAnswerInput): Phrase[] {
  if (open.value === 0) return [{ text: 'No problem is open.' }];
  const parts: Phrase[] = [
    linked(open, plural(open.value, 'problem')),
    { text: open.value === 1 ? ' is open, ' : ' are open, ' },
    linked(knownErrors, count(knownErrors.value)),
    { text: knownErrors.value === 1 ? ' of them a known error' : ' of them known errors' }
  ];
  return oldest
    ? [...parts, { text: '; the oldest for ' }, { text: duration(oldest.seconds), href: oldest.href }, { text: '.' }]
    : [...parts, { text: '.' }];
}

function hours({ lost }: ProblemAnswerInput): Phrase[] {
  if (!lost || lost.seconds <= 0) return [];
  return [
    { text: 'Families without a known error hold ' },
    { text: percent(lost.unexplained / lost.seconds), href: lost.href },
    {
      text: ` of the ${count(lost.seconds / 3600)} hours lost in families (until resolved, in working time where a clock counts it, for each person affected).`
    }
  ];
}

const tidy = (value: number): string => (value >= 10 ? count(value) : String(Math.round(value * 10) / 10));
