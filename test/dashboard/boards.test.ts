import { describe, expect, it } from 'vitest';
import { answerLine, monthsBelow, type AnswerInput } from '#dashboard/boards/answer-line.ts';
import { promisedOf } from '#dashboard/boards/promised.ts';
import { cardReading, changeOf } from '#dashboard/boards/cards.ts';
import { boards } from '#dashboard/boards/index.ts';
import { readScope, scoped, writeScope } from '#dashboard/boards/scope.ts';
import type { Row } from '#dashboard/charts/table.ts';
import { filled } from '#dashboard/lib/server/fitted.ts';
import { dimensions } from '#warehouse/metrics/dimension.ts';
import { catalogue, measures } from '#warehouse/metrics/catalogue.ts';
import { findMeasure } from '#warehouse/metrics/percentile.ts';

const board = { filters: ['team', 'priority'] };

describe('scope in the URL', () => {
  it('writes only what was chosen', () => {
    expect(writeScope(readScope(new URLSearchParams(), board), board).toString()).toBe('');
    expect(writeScope(readScope(new URLSearchParams('period=last-12-months&grain=month&compare='), board), board).toString()).toBe('');
  });
  it('reads back what it writes', () => {
    const text = 'period=year-to-date&grain=week&compare=previous_period&team=Network&team=Desk%2C+second&priority=1';
    const scope = readScope(new URLSearchParams(text), board);
    expect(writeScope(scope, board).toString()).toBe(text);
    expect(scope.chosen.team).toEqual(['Network', 'Desk, second']);
  });
  it('falls back where a parameter is broken, and says so', () => {
    const scope = readScope(new URLSearchParams('period=yesterday&grain=eon&colour=red'), board);
    expect(scope).toEqual({
      period: { last: 12, unit: 'month' },
      grain: 'month',
      compare: undefined,
      chosen: {},
      unread: ['the period “yesterday”, showing last 12 months', 'the grain “eon”, showing by month']
    });
  });
  it('takes own dates over the named period', () => {
    expect(readScope(new URLSearchParams('period=all&from=2026-01-01&to=2026-02-01'), board).period).toEqual({
      from: '2026-01-01',
      to: '2026-02-01'
    });
  });
  it('narrows a panel by what was chosen, beside its own filters', () => {
    const scope = readScope(new URLSearchParams('team=Network&grain=week&compare=previous_period'), board);
    expect(scoped({ measures: ['m'], grain: 'scope', filters: [{ field: 'metric', op: 'in', values: ['response'] }] }, scope)).toEqual({
      measures: ['m'],
      grain: 'week',
      period: { last: 12, unit: 'month' },
      filters: [
        { field: 'metric', op: 'in', values: ['response'] },
        { field: 'team', op: 'in', values: ['Network'] }
      ]
    });
  });
});

describe('boards', () => {
  const isKnown = (name: string): boolean => findMeasure(name, catalogue) !== undefined;
  const dimensionNames = new Set(dimensions.map((dimension) => dimension.name));
  it.each(Object.values(boards))('$name speaks the words of the catalogue', (one) => {
    for (const card of one.cards) for (const name of [card.measure, card.second]) if (name) expect(isKnown(name), name).toBe(true);
    for (const panel of one.panels) {
      for (const name of panel.query.measures) expect(isKnown(name), name).toBe(true);
      for (const name of panel.query.dimensions ?? []) expect(dimensionNames).toContain(name);
    }
    for (const { measure, size = measure } of one.answer?.watched ?? [])
      expect([measure, size].filter((name) => !isKnown(name))).toEqual([]);
    for (const name of one.filters) expect(dimensionNames).toContain(name);
    const ids = [...one.panels.map((panel) => panel.id), ...one.cards.map((card) => `card-${card.id}`)];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('answer line', () => {
  const reading = { name: 'Resolution SLA', share: 0.934, goal: 0.95, completed: 1000, months: [0.97, 0.94, 0.93], href: '/records?a' };
  const input: AnswerInput = {
    readings: [reading],
    groups: [{ label: 'P2 Network', breached: 61, href: '/b' }],
    breached: 100,
    breachedHref: '/c',
    atRisk: { value: 4, href: '/d' },
    overdue: { value: 1, href: '/e' }
  };
  const text = (more: Partial<AnswerInput>): string =>
    answerLine({ ...input, ...more })
      .map((phrase) => phrase.text)
      .join('');
  it('says level, streak, explanation and outlook', () => {
    expect(text({})).toBe(
      'Resolution SLA 93.4 %, below the 95.0 % goal for the 2nd complete month in a row. P2 Network explains 61 of the 100 breaches (61.0 %). Now 1 open clock is overdue and 4 at risk.'
    );
  });
  it('does not hide a newest month below the goal behind a good year', () => {
    expect(text({ readings: [{ ...reading, share: 0.96, lastMonth: 'Sept 2026' }] })).toContain(
      'Resolution SLA 96.0 %, at or above the 95.0 % goal, but Sept 2026 missed it with 93.0 %, the 2nd complete month in a row.'
    );
  });
  it('does not claim an explanation for spread or few breaches', () => {
    expect(text({ groups: [{ label: 'P2 Network', breached: 10, href: '/b' }] })).toContain('are spread');
    const wider = [
      { label: 'Network', breached: 34, href: '/t' },
      { label: 'Remote access', breached: 40, href: '/s' }
    ];
    expect(text({ wider, groups: [{ label: 'P2 Network', breached: 10, href: '/b' }] })).toContain(
      'Remote access explains 40 of the 100 breaches (40.0 %)'
    );
    expect(text({ breached: 4, groups: [{ label: 'P2 Network', breached: 4, href: '/b' }] })).toContain('too few to explain');
  });
  it('judges nothing without clocks', () =>
    expect(text({ readings: [], groups: [], breached: 0, atRisk: null, overdue: null })).toContain('no attainment to judge'));
  it('makes every number a link', () => {
    for (const phrase of answerLine(input)) if (/^\d/.test(phrase.text)) expect(phrase.href, phrase.text).toBeTruthy();
  });
  it('counts the run of missed months backwards', () => expect(monthsBelow([0.9, 0.96, 0.94, 0.93], 0.95)).toBe(2));
});

describe('cards', () => {
  it('calls unchanged what rounds to no change', () => {
    expect(changeOf(0.92001, 0.92, 'share', 'up', 'against before')).toMatchObject({ arrow: '→', text: 'unchanged', tone: 'none' });
  });

  const words = () => ({ label: 'Attainment', meaning: '', unit: 'share', direction: 'up' as const });
  const base = {
    card: { id: 'a', title: 'A', measure: 'm', goal: true },
    size: 'n',
    series: [],
    words,
    goal: 0.95,
    comparison: 'against before',
    href: (measure: string) => `/${measure}`
  };
  it('say better or worse in words', () => {
    const reading = cardReading({ ...base, total: { m: 0.94, 'm:compare': 0.96, n: 100 } });
    expect(reading.change).toMatchObject({
      arrow: '▼',
      text: '−2.0 pp',
      words: 'worse, ',
      tone: 'breached',
      beside: [{ text: 'against before', href: '/m:compare', title: '96.0 %' }]
    });
    expect(reading.state).toBe('breached');
  });
  it('follow the targets that missed their own goals where those differ, never a mean of them', () => {
    const targets = [
      { name: 'P1', share: 0.97, goal: 0.98 },
      { name: 'P2', share: 0.99, goal: 0.9 },
      { name: 'without', share: 0.1, goal: null }
    ];
    const { goal, missed } = promisedOf(targets);
    expect([goal, missed]).toEqual([
      null,
      { names: ['P1'], judged: 2, words: '1 of 2 targets missed its goal', state: 'breached', gap: expect.closeTo(-0.01) as number }
    ]);
    expect(promisedOf(targets.slice(1))).toEqual({ goal: 0.9, missed: undefined });
    expect(promisedOf([])).toEqual({ goal: null, missed: undefined });
    const told = { text: missed!.words, state: missed!.state, href: '/service-levels?target=P1#targets' };
    const reading = cardReading({ ...base, goal, missed: told, total: { m: 0.985, n: 100 } });
    expect([reading.state, reading.goal, reading.missed]).toEqual(['breached', null, told]);
    const line = answerLine({
      ...{ groups: [], breached: 0, breachedHref: '', atRisk: null, overdue: null },
      readings: [{ name: 'Resolution', share: 0.985, goal, missed: told, completed: 100, months: [], href: '/r' }]
    });
    expect(line.map(({ text }) => text).join('')).toBe('Resolution 98.5 %, 1 of 2 targets missed its goal.');
    expect(line.find(({ href }) => href === told.href)?.tone).toBe('breached');
  });
  it('judge nothing by few records', () => {
    expect(cardReading({ ...base, total: { m: 0.5, n: 4 } })).toMatchObject({ state: 'none', hasFew: true });
  });

  const months = [
    { period: '2026-07-01', m: 0.97, n: 100 },
    { period: '2026-08-01', m: 0.96, n: 100 },
    { period: '2026-09-01', m: 0.9, n: 100 }
  ];
  const course = {
    ...base,
    series: months,
    seriesQuery: { measures: ['m'], grain: 'month' as const },
    bucketHref: ({ period }: Row) => `/bucket/${period}`
  };
  it('tell a change of the figure itself only against as long a time before, and otherwise why there is none', () => {
    const reading = cardReading({ ...course, total: { m: 0.96, n: 300 } });
    expect(reading.change).toBeUndefined();
    expect(reading.noChange).toBe('no record has it in the time before (against before)');
    const why = 'not compared: data begin 1 May 2025';
    expect(cardReading({ ...course, total: { m: 0.96, n: 300 }, noComparison: why }).noChange).toBe(why);
    const compared = cardReading({ ...course, total: { m: 0.96, 'm:compare': 0.9, n: 300 } });
    expect([compared.change?.text, compared.recent]).toEqual(['+6.0 pp', undefined]);
    expect(reading.recent).toMatchObject({
      text: '−6.0 pp',
      words: 'worse, ',
      beside: [
        { text: 'Sept 2026', href: '/bucket/2026-09-01', title: '90.0 %' },
        { text: ' against ' },
        { text: 'Aug 2026', href: '/bucket/2026-08-01', title: '96.0 %' }
      ]
    });
    expect(reading).toMatchObject({ state: 'met', newest: { state: 'breached', text: 'Sept 2026 missed it with 90.0 %' } });
  });
  it('say nothing of a newest month over few records, or of one that stands like the whole', () => {
    const few = cardReading({ ...course, series: [...months.slice(0, 2), { ...months[2], n: 3 }], total: { m: 0.96, n: 300 } });
    expect([few.recent, few.newest]).toEqual([undefined, undefined]);
    expect(cardReading({ ...course, series: months.slice(0, 2), total: { m: 0.96, n: 200 } }).newest).toBeUndefined();
  });
});

describe('a board fitted to what is there', () => {
  it('leave no hole where a panel is missing', () => {
    const spans = (...all: number[]) => filled(all.map((span) => ({ span }))).map(({ span }) => span);
    expect(spans(6, 6, 6)).toEqual([6, 6, 12]);
    expect(spans(4, 4, 6, 6)).toEqual([6, 6, 6, 6]);
    expect(spans(7, 12, 5, 4)).toEqual([12, 12, 7, 5]);
    expect(spans(12, 4, 4, 4)).toEqual([12, 4, 4, 4]);
  });
  it('show something of every process of the catalogue', () => {
    const shown = new Set(
      JSON.stringify(boards)
        .match(/"[a-z_]+\.[a-z0-9_]+"/g)
        ?.map((name) => name.slice(1).split('.')[0])
    );
    const processes = new Set(measures.map(({ process }) => process));
    expect([...processes].filter((process) => !shown.has(process))).toEqual([]);
  });
});
