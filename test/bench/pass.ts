import { seconds, WrongAnswer, type Figure } from './figure.ts';
import { measurePass } from './service-levels.ts';
import type { Setting } from './setting.ts';

/** The service-level pass beside a bare scan of the same intervals and beside a loop with a date library. */
export async function measureServiceLevels({ incidents, isQuick, say }: Setting): Promise<Figure[]> {
  say('service-level pass');
  const times = await measurePass(incidents, isQuick ? 5 : 7);
  if (times.different > 0)
    throw new WrongAnswer(`service levels: ${times.different} of ${times.compared} intervals differ from the date library's`);
  return [
    {
      part: 'service levels',
      what: 'pass ÷ bare scan',
      value: times.pass / times.bareScan,
      unit: '×',
      goal: { atMost: 3 },
      from: `${seconds(times.pass)} ÷ ${seconds(times.bareScan)}; ${times.intervals.toLocaleString('en')} intervals, 3 calendars`
    },
    {
      part: 'service levels',
      what: 'row by row with luxon ÷ pass',
      value: times.rowByRow / times.pass,
      unit: '×',
      goal: { atLeast: 1000 },
      from: `${seconds(times.rowByRow)} from ${((times.rowByRow / times.intervals) * 1000).toFixed(2)} ms each, measured on ${times.compared} intervals`
    },
    {
      part: 'service levels',
      what: 'intervals that differ, to the second',
      value: times.different,
      unit: 'rows',
      goal: { atMost: 0 },
      from: `of the ${times.compared} that both answered`
    }
  ];
}
