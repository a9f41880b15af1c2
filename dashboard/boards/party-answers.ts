import { count, percent, plural, worked } from '#dashboard/format.ts';
import type { TargetReading } from '#dashboard/lib/target-reading.ts';
import type { SupplierReading } from '#dashboard/lib/supplier-reading.ts';
import { newestMissed, toned, toneOf, type NewestMonths, type Phrase } from './answer-line.ts';
import { gapOf, standingOf, type Missed } from './promised.ts';

export interface PartyReading {
  name: string;
  share: number | null;
  goal: number | null;
  /** Instead of a goal, where targets promise different shares. */
  missed?: (Missed & { href: string }) | undefined;
  completed: number;
  breached: number;
  /** Opens the breaches. */
  href: string;
  /** Opens the share. */
  shareHref: string;
  /** How its newest months went, where that is told. */
  newest?: NewestMonths;
}

/** The newest complete month: how many of those with clocks in it missed a goal. */
export interface AllInMonth {
  words: string;
  missed: number;
  judged: number;
}

/** One target of one customer. */
export interface SingleTarget {
  customer: string;
  target: string;
  share: number;
  goal: number;
  href: string;
}

/**
 * Whose promises are missed, worst first; nobody's when all are kept. The newest complete month and the single targets beside it, since a
 * period and a goal that several targets share may hide them.
 */
export function customersAnswer(parties: readonly PartyReading[], newest?: AllInMonth, targets: readonly SingleTarget[] = []): Phrase[] {
  if (!parties.some(({ share }) => share !== null))
    return [{ text: 'No clock stopped in this period, so there is no attainment to judge.' }];
  const judged = parties.filter((party) => gapOf(party) !== null).sort((a, b) => gapOf(a)! - gapOf(b)!);
  const [worst] = judged;
  if (!worst) return [{ text: 'No target promises a share, so there is no goal to judge by.' }];
  const missed = judged.filter((party) => gapOf(party)! < 0);
  const reading: Phrase[] = [
    { text: `${worst.name} is at ` },
    { text: percent(worst.share, worst.goal), ...toneOf(worst.share, worst.goal), href: worst.shareHref },
    ...(worst.missed
      ? [{ text: ': ' }, { text: worst.missed.words, href: worst.missed.href, ...toned(worst.missed.state) }, { text: ', with ' }]
      : [{ text: ` against ${percent(worst.goal)}, with ` }]),
    { text: plural(worst.breached, 'breach', 'breaches'), href: worst.href },
    { text: ` of ${plural(worst.completed, 'clock')}` },
    ...(worst.newest && gapOf(worst)! >= 0 ? newestMissed({ goal: worst.goal, href: worst.shareHref, ...worst.newest }) : []),
    { text: '.' },
    ...singleWords(targets)
  ];
  if (judged.length === 1) return reading;
  const all: Phrase =
    missed.length === 0
      ? {
          text: `Over the period all ${count(judged.length)} were served as promised${monthWords(newest, true)}. Nearest to a goal over the period: `
        }
      : {
          text: `Over the period a goal was missed for ${count(missed.length)} of ${count(judged.length)}${monthWords(newest, false)}. Furthest below over the period: `,
          tone: 'breached'
        };
  return [all, ...reading];
}

function singleWords(targets: readonly SingleTarget[]): Phrase[] {
  const missed = targets.filter(({ share, goal }) => share < goal).sort((a, b) => a.share - a.goal - (b.share - b.goal));
  const [first] = missed;
  if (!first) return targets.length > 0 ? [{ text: ' No single target of any customer is missed.' }] : [];
  const whose = new Set(missed.map(({ customer }) => customer)).size;
  return [
    { text: ` Single targets are missed for ${plural(whose, 'customer')}: furthest ${first.target} for ${first.customer} with ` },
    { text: percent(first.share, first.goal), tone: 'breached', href: first.href },
    { text: ` against ${percent(first.goal)}.` }
  ];
}

function monthWords(newest: AllInMonth | undefined, isKept: boolean): string {
  if (!newest) return '';
  const isOther = isKept === newest.missed > 0;
  const told = newest.missed === 0 ? 'no goal was missed' : `a goal was missed for ${count(newest.missed)} of ${count(newest.judged)}`;
  return `, ${isOther ? 'but' : 'and'} in ${newest.words}, the newest complete month, ${told}`;
}

/** Which targets have used up what the last month of the period allowed, the furthest over first; nothing without an allowance. */
export function budgetAnswer(targets: readonly TargetReading[]): Phrase[] {
  const months = targets.flatMap(({ name, lines }) =>
    lines.filter(({ span, left }) => span === 'month' && left !== null).map((line) => ({ name, ...line }))
  );
  const told = months.filter(({ completed }) => completed > 0);
  if (told.length === 0) return [];
  const spent = told.filter(({ left }) => left! < 0).sort((a, b) => a.left! - b.left!);
  const [first] = spent;
  const { label } = told[0]!;
  if (!first) return [{ text: `In ${label} no error budget is overspent (${plural(told.length, 'target')}).` }];
  return [
    {
      text: `In ${label} ${count(spent.length)} of ${plural(told.length, 'error budget')} ${spent.length === 1 ? 'is' : 'are'} overspent: ${first.name} with `
    },
    { text: plural(first.breached, 'breach', 'breaches'), href: first.href, tone: 'breached' },
    { text: `, ${first.budget}.` }
  ];
}

/** How the time with a supplier has changed: the newest complete month against the median of those before. */
export function holdChange(holds: readonly (number | null)[]): { now: number; before: number } | null {
  const now = holds.at(-1) ?? null;
  const earlier = holds
    .slice(0, -1)
    .filter((hold) => hold !== null)
    .sort((a, b) => a - b);
  if (now === null || earlier.length < 3) return null;
  return { now, before: earlier[Math.floor((earlier.length - 1) / 2)]! };
}

/** Its share of the time of others' clocks. */
export const supplierShare = ({ name, wallShare, records }: SupplierReading): string =>
  `${percent(wallShare)} of the wall time of SLA clocks went with ${name} named on the record (${plural(records, 'record')}).`;

/** How the time of the contract's clocks has changed; empty where that cannot be told. */
export function supplierTime(reading: SupplierReading): string {
  const change = holdChange(reading.holds);
  if (!change) return '';
  const ratio = change.before > 0 ? change.now / change.before : null;
  const moved =
    ratio === null || (ratio < 1.5 && ratio > 1 / 1.5)
      ? 'about as before'
      : ratio >= 1.5
        ? `${ratio.toFixed(1)} times as long as before`
        : 'shorter than before';
  const whose = reading.label === reading.name ? 'Its' : `Under ${reading.agreement} its`;
  return `${whose} median repair took ${worked(change.now)} of working time in ${reading.newestMonth}, the newest complete month, ${moved} (median month: ${worked(change.before)}).`;
}

/** The supplier furthest below its contract, and what became of its time. */
export function suppliersAnswer(suppliers: readonly SupplierReading[]): Phrase[] {
  if (suppliers.length === 0) return [{ text: 'No record and no contract names a supplier.' }];
  const [worst] = suppliers.filter((supplier) => gapOf(supplier) !== null).sort((a, b) => gapOf(a)! - gapOf(b)!);
  const without = suppliers.filter(({ agreement }) => agreement === null);
  const bare: Phrase[] = without.length ? [{ text: ` ${without.map(({ name }) => name).join(', ')}: no contract to judge by.` }] : [];
  if (!worst) return [{ text: 'No contract of a supplier has a completed clock in this period.' }, ...bare];
  const { name, label, agreement, share, goal, missed } = worst;
  const isMissed = gapOf(worst)! < 0;
  const newest = worst.months.at(-1) ?? null;
  const state = standingOf(worst);
  return [
    { text: name, href: worst.href },
    { text: `${isMissed ? ' misses' : ' keeps'} ${label === name ? 'its contract' : agreement}: ` },
    { text: percent(share, goal), ...toned(state), ...(worst.shareHref ? { href: worst.shareHref } : {}) },
    {
      text: `${missed ? ` over the period (${missed.words})` : ` against ${percent(goal)} over the period`}${newest === null ? '' : `, ${percent(newest, goal)} in ${worst.newestMonth}`}. ${[supplierTime(worst), supplierShare(worst)].filter((words) => words !== '').join(' ')}`
    },
    ...bare
  ];
}
