import { describe, expect, it, test } from 'vitest';
import {
  agreementsAnswer,
  budgetWords,
  burnWords,
  stretchWords,
  chainAnswer,
  largest,
  policyAnswer,
  slackWords,
  tellingChain
} from '#dashboard/boards/analysis-words.ts';
import { budgetAnswer, customersAnswer, holdChange, suppliersAnswer } from '#dashboard/boards/party-answers.ts';
import { standingDefaults, defaults } from '#dashboard/boards/service-level-pages.ts';
import { summary } from '#dashboard/charts/summary.ts';
import { light } from '#dashboard/charts/theme.ts';
import { worked } from '#dashboard/format.ts';
import type { TargetReading } from '#dashboard/lib/target-reading.ts';
import { errorBudget } from '#warehouse/analysis/error-budget.ts';
import { policies } from '#warehouse/analysis/policies.ts';
import { policyBand } from '#warehouse/analysis/policy-band.ts';
import type { ChainCheck } from '#warehouse/query/analysis/chains.ts';

const text = (phrases: readonly { text: string }[]): string => phrases.map((phrase) => phrase.text).join('');

describe('error budgets in words', () => {
  it('tells what is left, what is over, and when nothing can be told', () => {
    expect(budgetWords(errorBudget({ completed: 167, breached: 45, goal: 0.9 }))).toBe('28.3 over the 16.7 allowed');
    expect(budgetWords(errorBudget({ completed: 1000, breached: 40, goal: 0.9 }))).toBe('60.0 left of 100.0');
    expect(budgetWords(errorBudget({ completed: 5, breached: 1, goal: null }))).toBe('no share is promised');
    expect(burnWords(errorBudget({ completed: 10, breached: 2, goal: 0.9 }))).toMatch(/^too few to tell: 2× \(0\.25–5\.6\)$/);
    expect(burnWords(errorBudget({ completed: 3, breached: 1, goal: 1 }))).toBe('spent: no breach is allowed');
    expect(burnWords(errorBudget({ completed: 0, breached: 0, goal: 0.9 }))).toBe('no clock');
  });
});

describe('the policy band in words', () => {
  const [one, two] = policies as [(typeof policies)[0], (typeof policies)[0]];
  const band = (met: number, other: number, goal: number | null) =>
    policyBand(
      [one, two],
      [
        { met, among: 1000 },
        { met: other, among: 1000 }
      ],
      goal
    );
  it('says whether the colour depends on the choice', () => {
    expect(text(policyAnswer(band(949, 951, 0.95), 'Resolution', () => undefined))).toBe(
      'Resolution is between 94.90 % (every cycle) and 95.10 % (first cycle): below its 95.0 % goal under 1 of 2 policies, not below under the others. The colour depends on the choice.'
    );
    expect(text(policyAnswer(band(990, 970, 0.95), 'Resolution', () => '/x'))).toContain('The colour does not depend on the choice.');
    expect(text(policyAnswer(band(990, 990, null), 'Resolution', () => undefined))).toBe(
      'Resolution is 99.0 % however it is counted; no share is promised to judge it by.'
    );
  });
});

const target = (name: string, share: number, goal: number, recent: 'breached' | 'met' | 'none'): TargetReading => ({
  target_id: name,
  agreement: 'Gold',
  agreement_type: 'SLA',
  name,
  promise: 'incident resolution',
  share,
  goal,
  completed: 100,
  spark: [],
  href: '/records',
  breached: null,
  budget: '5 over the 10 allowed',
  lines: [{ span: '28', label: 'last 28 days', text: '', tone: recent, budget: '', left: null, completed: 9, breached: 3, href: '/late' }]
});

test('a stretch up to now is told from one up to the end of a period that is over', () => {
  const words = (span: 'month' | '28', from: string, to: string) => stretchWords(span, { from, to }, '2026-11-22');
  expect(words('28', '2026-10-26', '2026-11-23')).toBe('last 28 days');
  expect(words('28', '2026-09-03', '2026-10-01')).toBe('28 days to 30 Sept 2026');
  expect(words('month', '2026-11-01', '2026-11-23')).toBe('Nov 2026 to date');
  expect(words('month', '2026-11-01', '2026-12-01')).toBe('Nov 2026 to date');
  expect(words('month', '2026-09-01', '2026-10-01')).toBe('Sept 2026');
  expect(words('month', '2026-09-01', '2026-09-15')).toBe('Sept 2026 to 14 Sept 2026');
});

test('the error budgets of one customer name what is furthest overspent in the month, and no target without a clock in it', () => {
  const month = (name: string, left: number, completed = 9): TargetReading => {
    const own = target(name, 0.9, 0.9, 'none');
    return {
      ...own,
      lines: [{ ...own.lines[0]!, span: 'month', label: 'Nov 2026 to date', left, completed, budget: `${-left} over the 1 allowed` }]
    };
  };
  expect(text(budgetAnswer([month('A', -1), month('B', -3), month('C', 2), month('D', 0, 0)]))).toBe(
    'In Nov 2026 to date 2 of 3 error budgets are overspent: B with 3 breaches, 3 over the 1 allowed.'
  );
  expect(text(budgetAnswer([month('C', 2)]))).toBe('In Nov 2026 to date no error budget is overspent (1 target).');
  expect(budgetAnswer([target('A', 0.9, 0.9, 'none')])).toEqual([]);
});

describe('agreements in words', () => {
  it('names the target furthest below and what burns now', () => {
    expect(text(agreementsAnswer([target('A', 0.85, 0.9, 'none'), target('B', 0.7, 0.9, 'breached'), target('C', 0.99, 0.9, 'met')]))).toBe(
      '2 of 3 targets missed: B (Gold) is furthest below with 70.0 % against 90.0 %, its error budget 5 over the 10 allowed. In the last 28 days B (Gold) spent faster than allowed.'
    );
    expect(text(agreementsAnswer([target('C', 0.9, 0.9, 'met')]))).toMatch(/^All 1 target kept over the period. In the last 28 days none /);
    expect(text(agreementsAnswer([]))).toContain('No target');
  });
});

describe('chains in words', () => {
  const check = (priority: number, failing: number, slack: number): ChainCheck => ({
    target_id: 't',
    agreement: 'Gold',
    target: 'Resolution',
    priority,
    goal: 4,
    calendar: 'office',
    links: [],
    isDeclared: true,
    linkGoals: 3,
    reason: null,
    reading: {
      from: 0,
      to: 1,
      slots: 100,
      failing,
      worst: { openedAt: 0, endsAt: 0, dueAt: 0, slack },
      failingStretches: 1,
      firstFailing: [],
      week: []
    }
  });
  it('tells apart what never fits and what fits at times, and draws the latter', () => {
    const checks = [check(1, 100, -90_000), check(3, 10, -7200), check(4, 5, -3600), check(5, 0, 3600)];
    expect(tellingChain(checks)?.priority).toBe(3);
    expect(text(chainAnswer(checks))).toBe(
      '3 of 4 chains do not fit at every hour: 2 fit at some hours only, 1 at none. The worst of those that fit at times is Resolution P3 on office: at worst 2 h short, too long for 10.0 % of the moments at which a record may be opened.'
    );
    expect(text(chainAnswer([check(5, 0, 3600)]))).toContain('fits at every hour of the year');
    expect(text(chainAnswer([]))).toContain('No SLA target');
    expect([slackWords(-90_000), slackWords(0), slackWords(60)]).toEqual(['25 h short', 'nothing to spare', '1 min to spare']);
  });
});

describe('parties in words', () => {
  const supplier = {
    name: 'North',
    label: 'North',
    missed: undefined,
    href: '/n',
    agreement: 'UC',
    share: 0.7,
    goal: 0.9,
    completed: 100,
    breached: 30,
    breachedHref: '/b',
    shareHref: '/s',
    wallShare: 0.05,
    wall: 9,
    records: 4,
    newestMonth: 'Sept 2026'
  };
  it('tells a supplier that has become slow', () => {
    const said = text(suppliersAnswer([{ ...supplier, holds: [3600, 3600, 7200, 36_000], months: [1, 1, 0.2] }]));
    expect(said).toContain('North misses its contract: 70.0 % against 90.0 % over the period, 20.0 % in Sept 2026.');
    expect(said).toContain(
      '10 h of working time in Sept 2026, the newest complete month, 10.0 times as long as before (median month: 1 h)'
    );
    const phrases = suppliersAnswer([{ ...supplier, holds: [], months: [] }]);
    expect(phrases.find((phrase) => phrase.text === '70.0 %')?.href, 'the share opens the share, not the breaches').toBe('/s');
    expect(holdChange([1, 2, null])).toBeNull();
    expect(text(suppliersAnswer([]))).toContain('No record');
  });
  it('tells the single targets that a mean over targets hides', () => {
    const party = { name: 'A', share: 0.95, goal: 0.9, completed: 50, breached: 9, href: '/b', shareHref: '/s' };
    const single = (target: string, share: number) => ({ customer: 'A', target, share, goal: 0.95, href: `/${target}` });
    const told = customersAnswer([party, { ...party, name: 'B' }], undefined, [single('Response', 0.9), single('Resolution', 0.97)]);
    expect(text(told)).toContain('all 2 were served as promised.');
    expect(text(told)).toContain('Single targets are missed for 1 customer: furthest Response for A with 90.0 % against 95.0 %.');
    expect(told.find(({ href }) => href === '/Response')).toMatchObject({ tone: 'breached' });
    expect(text(customersAnswer([party], undefined, [single('Resolution', 0.97)]))).toContain(
      'No single target of any customer is missed.'
    );
  });
  it('tells the customer furthest below', () => {
    const customer = (name: string, share: number) => ({ name, share, goal: 0.9, completed: 50, breached: 9, href: '/', shareHref: '/s' });
    expect(text(customersAnswer([customer('A', 0.95), customer('B', 0.8)]))).toBe(
      'Over the period a goal was missed for 1 of 2. Furthest below over the period: B is at 80.0 % against 90.0 %, with 9 breaches of 50 clocks.'
    );
    const kept = [customer('A', 0.95), customer('B', 0.91)];
    expect(text(customersAnswer(kept, { words: 'Sept 2026', missed: 2, judged: 2 }))).toMatch(
      /^Over the period all 2 were served as promised, but in Sept 2026, the newest complete month, a goal was missed for 2 of 2\. Nearest to a goal over the period: B is/
    );
    expect(text(customersAnswer(kept, { words: 'Sept 2026', missed: 0, judged: 2 }))).toMatch(
      /^Over the period all 2 were served as promised, and in Sept/
    );
    expect(text(customersAnswer([customer('A', 0.95)]))).toMatch(/^A is at 95\.0 %/);
    const newest = { months: [0.95, 0.89, 0.88], lastMonth: 'Sept 2026', lastHref: '/m' };
    const ending = customersAnswer([{ ...customer('A', 0.905), newest }]);
    expect(text(ending)).toBe(
      'A is at 90.50 % against 90.0 %, with 9 breaches of 50 clocks, but Sept 2026 missed it with 88.0 %, the 2nd complete month in a row.'
    );
    expect(
      ending.filter(({ tone }) => tone).map(({ tone, href }) => [tone, href]),
      'less than a point above is threatened, as on the tile'
    ).toEqual([
      ['risk', '/s'],
      ['breached', '/m']
    ]);
    expect(text(customersAnswer([{ ...customer('A', 0.8), newest }])), 'what missed needs no but').not.toContain('but');
  });
});

it('names a holder only from a quarter on', () => {
  expect(
    text(
      largest(
        [
          { label: 'A', share: 0.6 },
          { label: 'B', share: 0.4 }
        ],
        'it'
      )
    )
  ).toBe('A holds 60.0 % of it. ');
  expect(text(largest([{ label: 'A', share: 0.2 }], 'it'))).toContain('nobody holds a quarter');
});

it('leaves its own filters out once the reader chose', () => {
  expect(standingDefaults({ chosen: {} }, defaults.time).filters.map(({ field }) => field)).toEqual(['agreement_type', 'metric']);
  expect(standingDefaults({ chosen: { agreement: ['Gold'] } }, defaults.time).filters).toEqual([]);
});

it('prints working time in hours from a day on', () => {
  expect([worked(3600), worked(144_000), worked(-486_000), worked(null)]).toEqual(['1 h', '40 h', '−135 h', '—']);
});

it('does not add up shares of several series', () => {
  const table = {
    columns: [{ name: 'm', kind: 'measure' as const, label: 'Attainment', unit: 'share' }],
    rows: [
      { period: '2026-01-01', target: 'A', m: 0.9 },
      { period: '2026-01-01', target: 'B', m: 0.8 }
    ]
  };
  expect(summary(table, { chart: 'line', measures: ['m'], series: 'target' }, { theme: light, grain: 'month', asOf: '2026-03-01' })).toBe(
    'Attainment in Jan 2026: B 80.0 % is lowest; A is highest with 90.0 %.'
  );
});
