import { bucket, count, day, percent, plural, spanName, worked } from '#dashboard/format.ts';
import type { ErrorBudget } from '#warehouse/analysis/error-budget.ts';
import type { PolicyBand, PolicyReading } from '#warehouse/analysis/policy-band.ts';
import type { ChainCheck } from '#warehouse/query/analysis/chains.ts';
import type { BudgetSpan } from '#warehouse/query/analysis/budgets.ts';
import type { TargetReading } from '#dashboard/lib/target-reading.ts';
import type { Phrase } from './answer-line.ts';
import { addDays, type DateSpan } from './span.ts';

const tenths = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const twoDigits = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 2 });

/** `1.6×`: how many times as fast as the goal allows. */
export const times = (rate: number): string => `${twoDigits.format(rate)}×`;

/** One end of an interval; beside 1, at which nothing can be told, with a digit more. */
const bound = (rate: number): string => (rate !== 1 && twoDigits.format(rate) === '1' ? rate.toFixed(2) : twoDigits.format(rate));

/** What is left of a budget, in clocks: `28.3 breaches over`, `230.0 left of 829.0`. */
export function budgetWords({ allowed, left, completed }: ErrorBudget): string {
  if (allowed === null || left === null) return 'no share is promised';
  if (completed === 0) return 'no clock stopped';
  return left < 0
    ? `${tenths.format(-left)} over the ${tenths.format(allowed)} allowed`
    : `${tenths.format(left)} left of ${tenths.format(allowed)}`;
}

/** A burn rate with what it says: “too few to tell” is an answer. */
export function burnWords({ burn, interval, verdict, allowed, breached }: ErrorBudget): string {
  if (verdict === 'unjudged') return 'nothing to judge by';
  if (verdict === 'empty') return 'no clock';
  if (allowed === 0) return breached > 0 ? 'spent: no breach is allowed' : 'within: no breach';
  const range = interval && burn !== null ? `${times(burn)} (${bound(interval.low)}–${bound(interval.high)})` : '';
  return { too_few: `too few to tell: ${range}`, faster: `overspending: ${range}`, within: `within: ${range}` }[verdict];
}

export const burnTone = ({ verdict }: ErrorBudget): 'met' | 'breached' | 'none' =>
  verdict === 'faster' ? 'breached' : verdict === 'within' ? 'met' : 'none';

/** A stretch that budgets are told of by name: `Nov 2026 to date`, `last 28 days`; of a period that is over, `28 days to 30 Sept 2026`. */
export function stretchWords(span: BudgetSpan, { from, to }: DateSpan, asOfDate: string): string {
  const isOver = to <= asOfDate;
  if (span === 'month' && isOver) return spanName({ from, to }) ?? `${bucket(from, 'month')} to ${day(addDays(to, -1))}`;
  if (span === 'month') return `${bucket(from, 'month')} to date`;
  return isOver ? `${span} days to ${day(addDays(to, -1))}` : `last ${span} days`;
}

const sideWords = { below: 'below', at: 'exactly at', above: 'above' } as const;
const sideTone = { below: 'breached', at: 'met', above: 'met' } as const;

/** Whether red or green depends on how one counts, in sentences; every figure in them is one of the band. */
export function policyAnswer(band: PolicyBand, name: string, href: (reading: PolicyReading) => string | undefined): Phrase[] {
  const { goal, lowest, highest, readings, isDecidedByPolicy } = band;
  if (!lowest || !highest) return [{ text: `No clock of ${name} stopped in this period, so there is nothing to count.` }];
  const figure = (reading: PolicyReading): Phrase => {
    const link = href(reading);
    return {
      text: percent(reading.share, goal),
      ...(link ? { href: link } : {}),
      ...(reading.side ? { tone: sideTone[reading.side] } : {})
    };
  };
  const range: Phrase[] =
    lowest.share === highest.share
      ? [{ text: `${name} is ` }, figure(lowest), { text: ' however it is counted' }]
      : [
          { text: `${name} is between ` },
          figure(lowest),
          { text: ` (${lowest.label.toLowerCase()}) and ` },
          figure(highest),
          { text: ` (${highest.label.toLowerCase()})` }
        ];
  if (goal === null) return [...range, { text: '; no share is promised to judge it by.' }];
  const known = readings.filter(({ share }) => share !== null);
  const below = known.filter(({ side }) => side === 'below');
  if (!isDecidedByPolicy) {
    const side = lowest.side ?? 'above';
    return [
      ...range,
      { text: `: ${sideWords[side]} its ${percent(goal)} goal under every policy. The colour does not depend on the choice.` }
    ];
  }
  return [
    ...range,
    {
      text: `: below its ${percent(goal)} goal under ${count(below.length)} of ${plural(known.length, 'policy', 'policies')}, not below under the others. `
    },
    { text: 'The colour depends on the choice.', tone: 'risk' }
  ];
}

/** Who holds the most of something, in a sentence: only what is at least a quarter is named. */
export function largest(parts: readonly { label: string; share: number }[], what: string): Phrase[] {
  const top = [...parts].sort((a, b) => b.share - a.share)[0];
  if (!top || top.share === 0) return [];
  if (top.share < 0.25)
    return [{ text: `${what} is spread: nobody holds a quarter of it; the most is ${percent(top.share)} with ${top.label}. ` }];
  return [{ text: `${top.label} holds ${percent(top.share)} of ${what}. ` }];
}

/** A slack in words: `5 h to spare`, `10 h too late`; both in the SLA's working time. */
export const slackWords = (seconds: number): string =>
  seconds < 0 ? `${worked(-seconds)} short` : seconds === 0 ? 'nothing to spare' : `${worked(seconds)} to spare`;

/** What is kept and missed over all targets, what is furthest below, and what burns now. */
export function agreementsAnswer(targets: readonly TargetReading[]): Phrase[] {
  const judged = targets.filter(({ share, goal }) => share !== null && goal !== null);
  if (judged.length === 0) return [{ text: 'No target that promises a share has a completed clock in this period.' }];
  const missed = judged.filter(({ share, goal }) => share! < goal!).sort((a, b) => a.share! - a.goal! - (b.share! - b.goal!));
  const burning = judged.filter(({ lines }) => lines.find(({ span }) => span === '28')?.tone === 'breached');
  const [worst] = missed;
  const named = (one: TargetReading): string => `${one.name} (${one.agreement})`;
  const kept: Phrase[] = worst
    ? [
        { text: `${count(missed.length)} of ${plural(judged.length, 'target')} missed: ${named(worst)} is furthest below with ` },
        { text: percent(worst.share, worst.goal), ...(worst.href ? { href: worst.href } : {}), tone: 'breached' },
        { text: ` against ${percent(worst.goal)}, its error budget ${worst.budget}. ` }
      ]
    : [{ text: `All ${plural(judged.length, 'target')} kept over the period. ` }];
  const recent = judged[0]!.lines.find(({ span }) => span === '28')?.label ?? 'last 28 days';
  if (burning.length === 0)
    return [...kept, { text: `In the ${recent} none spends its budget faster than allowed, as far as the clocks can tell.` }];
  return [
    ...kept,
    { text: `In the ${recent} ` },
    ...joined(burning.map((one) => burnPhrase(one, named(one)))),
    { text: ' spent faster than allowed.' }
  ];
}

function burnPhrase(one: TargetReading, name: string): Phrase {
  const line = one.lines.find(({ span }) => span === '28');
  return { text: name, ...(line ? { href: line.href } : {}), tone: 'breached' };
}

/** `a, b and c`. */
const joined = (parts: readonly Phrase[]): Phrase[] =>
  parts.flatMap((part, at) => (at === 0 ? [part] : [{ text: at === parts.length - 1 ? ' and ' : ', ' }, part]));

/** Do the underpinning promises fit inside the SLA at every hour: the worst of all, and how much of the year fails. */
export function chainAnswer(checks: readonly ChainCheck[]): Phrase[] {
  const read = checks.filter(({ reading }) => reading !== null);
  if (read.length === 0) return [{ text: 'No SLA target has OLAs or UCs whose goals can be laid end to end.' }];
  const failing = read.filter(({ reading }) => reading!.failing > 0);
  if (failing.length === 0) {
    const tight = [...read].sort((a, b) => a.reading!.worst.slack - b.reading!.worst.slack)[0]!;
    return [
      {
        text: `Every one of the ${plural(read.length, 'chain')} fits at every hour of the year. The tightest is ${chainName(tight)} with ${slackWords(tight.reading!.worst.slack)}.`
      }
    ];
  }
  const never = failing.filter(({ reading }) => reading!.failing === reading!.slots);
  const sometimes = failing.filter((check) => !never.includes(check));
  const worst = tellingChain(checks)!;
  const { failing: slots, slots: all, worst: at } = worst.reading!;
  const parts = [
    ...(sometimes.length ? [`${count(sometimes.length)} fit at some hours only`] : []),
    ...(never.length ? [`${count(never.length)} at none`] : [])
  ];
  return [
    { text: `${count(failing.length)} of ${plural(read.length, 'chain')} do not fit at every hour`, tone: 'breached' },
    { text: `: ${parts.join(', ')}. ` },
    {
      text: `${sometimes.length ? 'The worst of those that fit at times is' : 'The worst is'} ${chainName(worst)}: at worst ${slackWords(at.slack)}, too long for ${percent(slots / all)} of the moments at which a record may be opened.`
    }
  ];
}

/** The chain that tells most: the worst of those that fit at some hours only, else the worst of all. */
export function tellingChain(checks: readonly ChainCheck[]): ChainCheck | undefined {
  const read = checks.filter(({ reading }) => reading !== null).sort((a, b) => a.reading!.worst.slack - b.reading!.worst.slack);
  return read.find(({ reading }) => reading!.failing > 0 && reading!.failing < reading!.slots) ?? read[0];
}

export const chainName = ({ target, priority, calendar }: Pick<ChainCheck, 'target' | 'priority' | 'calendar'>): string =>
  `${target}${priority === null ? '' : ` P${priority}`} on ${calendar}`;
