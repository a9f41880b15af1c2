import { bucket, count, day, exact, inUnit, meanInUnit, memberWords, percent, plural, weekday } from '../format.ts';
import { backlogSteps } from './backlog.ts';
import { behaviourOf, signalSentence } from './behaviour.ts';
import { calendarOf } from './calendar.ts';
import { leastPoints } from './limits.ts';
import { markKinds, markWords } from './marks.ts';
import type { ChartContext, Encoding } from './encoding.ts';
import { isCut } from './period.ts';
import { pareto, rankedOf } from './ranking.ts';
import { seriesOf } from './series.ts';
import { labelOf, numberOf, sum, unitOf, type Table } from './table.ts';

/** What a chart says in one sentence: its caption, the text a screen reader hears, and the alt text in reports. */
export function summary(table: Table, encoding: Encoding, context: ChartContext): string {
  if (table.rows.length === 0) return 'No records match.';
  switch (encoding.chart) {
    case 'ranking':
    case 'pareto':
      return encoding.chart === 'ranking' && encoding.order
        ? orderedSentence(table, encoding)
        : rankingSentence(table, encoding.category, encoding.measure);
    case 'heat':
      return heatSentence(table, encoding);
    case 'backlog':
      return backlogSentence(table, encoding, context);
    case 'calendar':
      return calendarSentence(table, encoding, context);
    case 'behaviour':
      return behaviourSentence(table, encoding, context);
    default:
      return seriesSentence(table, encoding, context);
  }
}

type Of<C extends Encoding['chart']> = Extract<Encoding, { chart: C }>;

function seriesSentence(table: Table, encoding: Of<'line' | 'bars'>, context: ChartContext): string {
  const measure = encoding.measures[0] ?? '';
  const unit = unitOf(table, measure);
  const { periods, series } = seriesOf(table, encoding.measures, encoding.series);
  const grain = context.grain ?? 'month';
  const last = periods.findLastIndex((period) => !isCut(period, { ...context, grain }));
  const at = last === -1 ? periods.length - 1 : last;
  if (encoding.series && !['count', 'seconds', 'worked'].includes(unit)) {
    const now = series.map((one) => ({ name: one.name, value: one.values[at] ?? null })).filter(({ value }) => value !== null);
    const [low, high] = [
      now.reduce((a, b) => (b.value! < a.value! ? b : a), now[0]!),
      now.reduce((a, b) => (b.value! > a.value! ? b : a), now[0]!)
    ];
    if (!low || !high) return `${labelOf(table, measure)}: nothing in ${bucket(periods[at] ?? '', grain)}.`;
    const range = low.name === high.name ? '' : `; ${high.name} is highest with ${inUnit(high.value, unit)}`;
    return `${labelOf(table, measure)} in ${bucket(periods[at] ?? '', grain)}: ${low.name} ${inUnit(low.value, unit)}${low.name === high.name ? '' : ' is lowest'}${range}.`;
  }
  if (encoding.series) {
    const total = sum(series.flatMap((one) => one.values));
    const largest = series.reduce((best, one) => (sum(one.values) > sum(best.values) ? one : best));
    return `${labelOf(table, measure)}: ${exact(total, unit)} in all; ${largest.name} is the largest with ${percent(total ? sum(largest.values) / total : null)}.`;
  }
  const target = encoding.chart === 'line' ? (encoding.target ?? context.target) : undefined;
  const value = series[0]?.values[at] ?? null;
  if (value === null) return `${labelOf(table, measure)} has no value in ${bucket(periods[at] ?? '', grain)}.`;
  const before = at > 0 ? (series[0]?.values[at - 1] ?? null) : null;
  const [now, then] = [inUnit(value, unit, target?.value), inUnit(before, unit, target?.value)];
  const move = before === null ? '' : now === then ? ', unchanged' : value > before ? `, up from ${then}` : `, down from ${then}`;
  const against = target ? `; ${value < target.value ? 'below' : 'at or above'} the target of ${inUnit(target.value, unit)}` : '';
  return `${labelOf(table, measure)} was ${now} in ${bucket(periods[at] ?? '', grain)}${move}${against}.`;
}

function rankingSentence(table: Table, category: string, measure: string): string {
  const all = pareto(table, category, measure);
  const [first] = all;
  if (!first) return 'No records match.';
  const most = all.findIndex((one) => one.cumulative >= 0.8) + 1;
  const unit = unitOf(table, measure);
  const name = memberWords(category, first.member);
  if (unit !== 'count') return `${name} leads with ${inUnit(first.value, unit)}.`;
  const level = all.filter((one) => one.value === first.value).length;
  const who = level > 1 ? `${count(level)} are level, ${name} among them,` : `${name} leads`;
  const lead = `${who} with ${count(first.value)} of ${count(sum(all.map((one) => one.value)))} (${percent(first.share)})`;
  return all.length > 3 ? `${lead}; ${count(most)} of ${count(all.length)} make up 80 %.` : `${lead}.`;
}

function orderedSentence(table: Table, encoding: Of<'ranking'>): string {
  const shown = rankedOf(table, encoding);
  const total = sum(shown.map((one) => one.value));
  const most = shown.reduce((best, one) => (one.value > best.value ? one : best));
  if (total === 0) return 'No records match.';
  return `${count(most.value)} of ${count(total)} (${percent(most.value / total)}) are ${most.member}.`;
}

function heatSentence(table: Table, encoding: Of<'heat'>): string {
  const peak = table.rows.reduce((best, row) =>
    (numberOf(row[encoding.measure]) ?? 0) > (numberOf(best[encoding.measure]) ?? 0) ? row : best
  );
  const total = sum(table.rows.map((row) => numberOf(row[encoding.measure])));
  const weekend = sum(table.rows.filter((row) => Number(row[encoding.y]) > 5).map((row) => numberOf(row[encoding.measure])));
  const hour = String(peak[encoding.x]).padStart(2, '0');
  return `The busiest hour is ${weekday(Number(peak[encoding.y]))} ${hour}:00 with ${count(numberOf(peak[encoding.measure]))} of ${count(total)}; ${percent(total ? weekend / total : null)} fall on a weekend.`;
}

function backlogSentence(table: Table, encoding: Of<'backlog'>, context: ChartContext): string {
  const steps = backlogSteps(table, encoding);
  const first = steps.find((step) => step.backlog !== null);
  const last = steps.findLast((step) => step.backlog !== null);
  if (!first || !last) return 'No backlog in this period.';
  const moved = steps.slice(steps.indexOf(first), steps.indexOf(last) + 1);
  const [arrived, left] = [sum(moved.map((step) => step.arrived)), sum(moved.map((step) => step.left))];
  const [opening, closing] = [first.opening!, last.backlog!];
  const move = closing - opening;
  const residual = move - arrived + left;
  const grain = context.grain ?? 'month';
  const signed = move === 0 ? '±0' : `${move > 0 ? '+' : '−'}${count(Math.abs(move))}`;
  const off = steps.filter((step) => step.residual);
  const adds =
    residual === 0 && off.length === 0
      ? 'residual 0: the flows explain every record'
      : `residual ${residual > 0 ? '+' : '−'}${count(Math.abs(residual))}: not explained by the flows, in ${off
          .slice(-3)
          .map((step) => bucket(step.period, grain))
          .join(', ')}`;
  return `From ${count(opening)} to ${count(closing)} open: ${signed}; ${count(arrived)} came in, ${count(left)} left; ${adds}.`;
}

function calendarSentence(table: Table, encoding: Of<'calendar'>, { marks = [] }: ChartContext): string {
  const { days } = calendarOf(table, encoding);
  const peak = days.reduce((best, one) => (one.value > best.value ? one : best), days[0]!);
  const total = sum(days.map(({ value }) => value));
  const marked = markKinds.flatMap((kind) => {
    const there = marks.filter((mark) => mark.kind === kind).length;
    return there ? [`${markWords[kind].symbol} ${plural(there, markWords[kind].one, markWords[kind].many)}`] : [];
  });
  const noted = marked.length ? ` Marked: ${marked.join(', ')}.` : '';
  return `Most on ${day(peak.date)} with ${count(peak.value)} of ${count(total)}; ${meanInUnit(total / days.length, 'count')} a day on average.${noted}`;
}

function behaviourSentence(table: Table, encoding: Of<'behaviour'>, context: ChartContext): string {
  const { periods, unit, now, found, tellsNothing, resets } = behaviourOf(table, encoding, context);
  const grain = context.grain ?? 'week';
  const reset = resets.at(-1);
  const anew = reset ? `New baseline from ${day(reset.from)}: ${reset.reason.replace(/[.\s]+$/, '')}. ` : '';
  if (!now) return `${anew}Too few ${grain}s with a value for natural limits: at least ${leastPoints} are needed.`;
  const [lower, upper] = [now.lower.at(-1), now.upper.at(-1)];
  const how =
    now.by === 'chance'
      ? `, by chance alone ${meanInUnit(lower, unit)} to ${meanInUnit(upper, unit)} in the last ${grain}`
      : `, natural limits ${meanInUnit(lower, unit)} to ${meanInUnit(upper, unit)}`;
  if (tellsNothing) return `${anew}Too few records a ${grain} to tell anything: by chance alone any share could be.`;
  const range = `mean ${meanInUnit(now.mean, unit)}${how}`;
  if (found.length === 0) return `${anew}No signal: ${range}; the ups and downs are ordinary.`;
  const named = found.slice(-2).map((signal) => signalSentence(signal, periods, grain));
  return `${anew}${plural(found.length, 'signal')}: ${named.join('; ')}${found.length > 2 ? ' (newest two named)' : ''}. ${range[0]?.toUpperCase()}${range.slice(1)}.`;
}
