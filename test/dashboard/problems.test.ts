import { describe, expect, it } from 'vitest';
import { candidateLine, candidateReading, weeklyOf } from '#dashboard/boards/candidate.ts';
import { problemAnswer, type ProblemAnswerInput } from '#dashboard/boards/problem-answer.ts';
import { recurrenceVerdict, tellVerdicts, worstFirst } from '#dashboard/boards/recurrence.ts';
import { steppedAxis } from '#dashboard/charts/axis.ts';
import { funnel } from '#dashboard/charts/funnel.ts';
import { atMost } from '#dashboard/charts/limits.ts';
import { light } from '#dashboard/charts/theme.ts';
import { weeks, weeksSentence } from '#dashboard/charts/weeks.ts';
import { hours, meanInUnit, probability } from '#dashboard/format.ts';
import { problemCell, recurrenceCell } from '#dashboard/lib/problem-columns.ts';
import { weeksOf } from '#dashboard/lib/server/family.ts';

const column = (name: string) => ({ name, label: name, unit: 'text' });

describe('problem answer', () => {
  const input: ProblemAnswerInput = {
    today: '31 Oct 2026',
    alerts: { value: 0, href: '#c' },
    watches: { value: 0, href: '#c' },
    candidates: { value: 0, href: '#c' },
    recurring: { value: 0, href: '#c' },
    costly: { value: 0, href: '#c' },
    inHand: 0,
    rising: undefined,
    steady: undefined,
    open: { value: 0, href: '/o' },
    knownErrors: { value: 0, href: '/k' },
    oldest: undefined,
    lost: undefined
  };
  const text = (more: Partial<ProblemAnswerInput>): string =>
    problemAnswer({ ...input, ...more })
      .map((phrase) => phrase.text)
      .join('');
  it('says so when nothing is wrong', () => {
    expect(text({})).toBe(
      'No family of incidents rises by itself: up to 31 Oct 2026, none has more in its newest 1 to 91 days than its own half year before ' +
        'lets expect. A rise that many families share shows in the weekly totals of Incidents. No problem is open.'
    );
  });
  it('names what rises, what comes back, what is in work and where the hours go', () => {
    expect(
      text({
        alerts: { value: 2, href: '#c' },
        watches: { value: 1, href: '#c' },
        rising: { label: 'VPN', href: '/f', observed: 42, expected: 15.2 },
        candidates: { value: 6, href: '#c' },
        recurring: { value: 1, href: '#c' },
        costly: { value: 2, href: '#c' },
        inHand: 2,
        steady: { label: 'Printer', href: '/g' },
        open: { value: 3, href: '/o' },
        knownErrors: { value: 1, href: '/k' },
        oldest: { seconds: 10 * 86_400, href: '/p' },
        lost: { seconds: 36_000, unexplained: 9_000, href: '#p' }
      })
    ).toBe(
      'Family by family, the newest days up to 31 Oct 2026 against its own half year before: 2 families raise an alert, 1 is on watch; first VPN, 42 against 15 expected. Of 6 candidates, 3 rise, 1 keeps coming back without an open problem, first Printer, and 2 only stand out by what they cost; 2 of all belong to an open problem. ' +
        '3 problems are open, 1 of them a known error; the oldest for 10 d. Families without a known error hold 25.0 % of the 10 hours lost in families (until resolved, in working time where a clock counts it, for each person affected).'
    );
  });
});

describe('candidate', () => {
  const query = { measures: ['incident.opened'], period: { from: '2026-05-03', to: '2026-11-01' } };
  const evidence = {
    numbers: [
      { name: 'incidents', value: 32, query },
      { name: 'lost_seconds', value: 507_766, query },
      { name: 'expected', value: 2.45 }
    ],
    test: { kind: 'level', days: 14, against: 'volume', p: 0.0004, q: 0.02, poolSize: 706, ratioLow: 1.3 },
    impact: { seconds: 101_361, incidents: 4.92, basisDays: 182, meanSeconds: 20_589 }
  };
  const reading = candidateReading({
    family_id: 'f1',
    label: 'VPN',
    rank: 1,
    level: 'alert',
    kind: 'signal',
    weekly: '0 3 1',
    usual: 1.2,
    known_error_id: 'PRB2',
    evidence: JSON.stringify(evidence)
  });
  it('reads its parts and opens its records', () => {
    expect(reading).toMatchObject({ level: 'alert', kind: 'above expectation', weekly: [0, 3, 1], href: '/problems/f1' });
    expect(reading.impact).toEqual({
      text: '28 h',
      parts: '4.9 incidents × 5.7 h (its mean, drawn towards that of all families), from the last 182 days'
    });
    expect(reading.records).toContain('period=2026-05-03..2026-11-01');
    expect(reading.figures.map(({ label, text }) => `${label} ${text}`)).toEqual(['Incidents 32', 'Time lost 141 h']);
    expect(reading.test.map(({ text }) => text)).toEqual([
      '2.45',
      '1.3',
      '0.02',
      '< 0.001',
      '706',
      'level shift',
      '14 d',
      'its share of all incidents'
    ]);
    expect(reading.test.find(({ label }) => label.startsWith('q,'))?.meaning).toContain('false alarms');
    expect([reading.stretch, reading.tested]).toEqual(['3 May 2026 to 31 Oct 2026', '']);
    expect(reading.linked).toEqual({ label: 'known error', id: 'PRB2', href: '/records/problem/PRB2' });
  });
  it('names the step of the ranking that the warehouse puts it in', () => {
    const step = (level: string, kind: string, more: object) =>
      candidateLine({ family_id: 'f', rank: 1, level, kind, evidence: JSON.stringify(more) }).step;
    expect(step('alert', 'signal', { reasons: ['pareto'] })).toBe('Alert, or comes back in waves');
    expect(step('none', 'recurring', { reasons: ['recurring'], waves: { count: 4, everyDays: 60 } })).toBe('Alert, or comes back in waves');
    expect(step('watch', 'signal', { reasons: ['recurring'] })).toBe('On watch');
    expect(step('none', 'recurring', { reasons: ['recurring', 'pareto'] })).toBe('Keeps coming back');
    expect(step('none', 'pareto', { reasons: ['pareto'], waves: { count: 4, everyDays: 60 } })).toBe('Costs most');
  });

  it('says of what does not rise that it is no alert, and where its rank comes from', () => {
    const told = (more: object, kind: string) =>
      candidateReading({ family_id: 'f1', rank: 1, level: 'none', kind, evidence: JSON.stringify({ ...evidence, ...more }) });
    const waving = told({ reasons: ['recurring'], waves: { count: 4, everyDays: 63 } }, 'recurring');
    expect([waving.kind, waving.noRise]).toEqual([
      'comes back in waves',
      'The tests found no rise, so this is no trend alert. The rank comes from recurrence: 32 incidents in 0 separate weeks of the last 26, and 4 waves within 39 weeks, about every 63 days.'
    ]);
    expect(waving.test.map(({ label }) => label)).not.toContain('q, false alarms among such');
    expect(told({ reasons: ['recurring'] }, 'recurring').kind).toBe('keeps coming back');
    const costly = told({ reasons: ['pareto'], waves: { count: 4, everyDays: 63 }, test: undefined }, 'pareto');
    expect([costly.kind, costly.noRise]).toEqual([
      'costs most',
      'There was too little to test for a rise. The rank comes from cost: 0 % of the time lost in families.'
    ]);
    expect(reading.noRise).toBe('');
  });
  it('has no weeks where there was too little to test', () => expect(weeklyOf(null)).toEqual([]));
});

describe('whether the end of a problem lasted', () => {
  it.each([
    [20, 4, 90, 'kept'],
    [20, 0, 28, 'kept'],
    [20, 15, 90, 'not clear'],
    [3, 0, 90, 'not clear'],
    [20, 20, 90, 'not kept'],
    [20, 10, 30, 'not kept'],
    [0, 1, 90, 'not kept'],
    [0, 0, 90, 'not clear'],
    [20, 0, 27, 'too early']
  ] as const)('%i before, %i in the %i days after: %s', (before, after, days, verdict) =>
    expect(recurrenceVerdict({ before, after, days })).toBe(verdict)
  );
  it('lists what was not kept first, and keeps the order within', () =>
    expect(
      worstFirst([
        { id: 1, verdict: 'kept' },
        { id: 2, verdict: 'not kept' },
        { id: 3, verdict: 'too early' },
        { id: 4, verdict: 'not kept' },
        { id: 5, verdict: 'not clear' }
      ]).map(({ id }) => id)
    ).toEqual([2, 4, 5, 3, 1]));
  it('is told in one sentence', () =>
    expect(tellVerdicts([{ verdict: 'kept' }, { verdict: 'kept' }, { verdict: 'too early' }])).toBe(
      'Of 3 families whose problem was resolved: 0 not kept, 0 not clear, 1 too early, 2 kept.'
    ));
  it('calls luck “kept” in no more than one of twenty cases', () => {
    for (const size of [5, 12, 40, 200])
      for (const days of [28, 60, 90]) {
        const share = days / (90 + days);
        const most = [...Array(size + 1).keys()].findLast((after) => recurrenceVerdict({ before: size - after, after, days }) === 'kept');
        if (most !== undefined) expect(atMost(most, share, size)).toBeLessThanOrEqual(0.05);
      }
    expect(atMost(2, 0.5, 4)).toBeCloseTo(11 / 16, 12);
  });
});

describe('weeks of a family', () => {
  const rows = weeksOf(
    [
      { week: '2026-10-12', record_count: 2, expected: 1.2, upper: 4 },
      { week: '2026-10-19', record_count: 6, expected: 1.2, upper: 4 }
    ],
    [
      { start_date: '2026-10-18', outcome: 'successful', change_type: 'normal' },
      { start_date: '2026-10-19', outcome: 'failed', change_type: 'normal' },
      { start_date: '2026-10-26', outcome: null, change_type: 'emergency' }
    ]
  );
  it('puts each change into the week in which it started', () => {
    expect(rows.map(({ changes, troubled }) => [changes, troubled])).toEqual([
      [1, 0],
      [1, 1]
    ]);
  });
  it('says which weeks exceed the bound, and draws them apart', () => {
    expect(weeksSentence(rows)).toBe(
      '8 incidents in 2 weeks, 1.2 expected a week now; 1 above the upper end of what is expected, the last in the week of 19 Oct (W43).'
    );
    const [bars] = weeks(rows, light).series as { data: unknown[] }[];
    expect(bars?.data).toEqual([2, { value: 6, itemStyle: { color: light.breached } }]);
  });
});

describe('funnel', () => {
  const table = { columns: [], rows: [{ a: 100, b: 25, c: 10, d: null }] };
  it('tells each step of the first and what it takes away', () => {
    expect(funnel(table, ['a', 'b', 'c']).map(({ ofFirst, ofBefore, left }) => [ofFirst, ofBefore, left])).toEqual([
      [1, null, 0],
      [0.25, 0.25, 75],
      [0.1, 0.4, 15]
    ]);
  });
  it('ends where a step is not known', () => expect(funnel(table, ['a', 'd', 'c'])).toHaveLength(1));
});

describe('links of the problem tables', () => {
  it('open the incidents of a problem and of either side of its end', () => {
    expect(problemCell({ record_id: 'PRB1', incident_count: 3 }, column('incident_count'))).toContain('filter=problem');
    const row = { family_id: 'f1', problem_id: 'PRB1', resolved_date: '2026-03-26' };
    expect(recurrenceCell(row, column('before_count'))).toContain('2025-12-26..2026-03-26');
    expect(recurrenceCell(row, column('after_count'))).toContain('2026-03-27..2026-06-25');
  });
});

describe('numbers', () => {
  it('limits of counts have one decimal, sums of working time are hours', () => {
    expect([meanInUnit(163.372, 'count'), meanInUnit(0.934, 'share'), hours(507_766), hours(5_400), probability(0.0312)]).toEqual([
      '163.4',
      '93.4 %',
      '141 h',
      '1.5 h',
      '0.031'
    ]);
  });
  it('an axis of a share that never moves has two ends', () => {
    const { min, max } = steppedAxis([1, 1, 1], 'share', false);
    expect(max).toBe(1);
    expect(min).toBeLessThan(1);
  });
});
