import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterOfForm, filterWords, opsOf, placed, stance, toggled, withoutOwn } from '#dashboard/boards/explore-filters.ts';
import { boardsOf, pivotDownload, pivotMeasures, pivotQuestions, questionsOf, trendQuestion } from '#dashboard/boards/explore-questions.ts';
import {
  changed,
  exploreUrl,
  most,
  readExplore,
  whyNotBy,
  writeExplore,
  type ExploreFacts,
  type ExploreState
} from '#dashboard/boards/explore.ts';
import { pivotOf, pivotRows } from '#dashboard/boards/pivot.ts';
import { grains, type Filter } from '#warehouse/query/query.ts';
import { tableOf } from './fixture.ts';

const measure = (name: string, more: object = {}) => ({
  name,
  process: 'incident',
  label: `Label of ${name}`,
  meaning: '',
  unit: 'count',
  direction: 'none' as const,
  isNow: false,
  adds: true,
  slice: 0,
  ...more
});
const facts: ExploreFacts = {
  measures: [
    measure('incident.opened'),
    measure('incident.resolved'),
    measure('incident.open', { isNow: true }),
    measure('incident.resolve_seconds', { unit: 'seconds', adds: false, size: 'incident.resolve_seconds_n' }),
    measure('contact.opened', { slice: 1 }),
    measure('incident.major', { reason: 'not available from this source, because the column is_major is empty' })
  ],
  dimensions: [
    { name: 'team', label: 'Team', meaning: '', type: 'text' },
    { name: 'service', label: 'Service', meaning: '', type: 'text' },
    { name: 'priority', label: 'Priority', meaning: '', type: 'integer' },
    { name: 'category', label: 'Category', meaning: '', type: 'text' },
    { name: 'location', label: 'Location', meaning: '', type: 'text' },
    { name: 'is_major', label: 'Major', meaning: '', type: 'boolean' },
    { name: 'queue', label: 'Queue', meaning: '', type: 'text' }
  ],
  slices: [
    { known: ['team', 'service', 'priority', 'category', 'location'], blank: ['is_major'] },
    { known: ['queue', 'team'], blank: [] }
  ],
  dataFrom: '2025-01-01',
  today: '2026-03-18',
  zone: 'UTC'
};
const read = (search: string) => readExplore(new URLSearchParams(search), facts);
const plain = read('').state;

describe('the state of Explore', () => {
  it('begins with what says most, and writes nothing of it', () => {
    expect(plain).toMatchObject({
      measures: ['incident.opened', 'incident.resolved'],
      focus: 'incident.opened',
      by: ['service', 'team', 'priority', 'category'],
      rows: ['service']
    });
    expect(writeExplore(plain, facts)).toBe('');
  });

  const names = fc.constantFrom('team', 'service', 'priority', 'category', 'location', 'queue');
  const words = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '' && text.isWellFormed());
  const filter: fc.Arbitrary<Filter> = fc.oneof(
    fc.record({
      field: names,
      op: fc.constantFrom('in' as const, 'not_in' as const),
      values: fc.array(words, { minLength: 1, maxLength: 4 })
    }),
    fc.record({ field: names, op: fc.constantFrom('contains' as const, 'starts_with' as const), values: fc.tuple(words) }),
    fc.record({ field: names, op: fc.constantFrom('between' as const), values: fc.tuple(words, words) }),
    fc.record({ field: names, op: fc.constantFrom('null' as const, 'not_null' as const) })
  );
  const some = (limit: number) => fc.uniqueArray(names, { maxLength: limit });
  const states: fc.Arbitrary<ExploreState> = fc
    .record({
      measures: fc.uniqueArray(fc.constantFrom(...facts.measures.map(({ name }) => name)), { minLength: 1, maxLength: 5 }),
      grain: fc.constantFrom(...grains),
      period: fc.constantFrom(
        { last: 12, unit: 'month' as const },
        { all: true as const },
        { from: '2025-01-05', to: '2025-02-05' },
        { toDate: 'week' as const }
      ),
      compare: fc.constantFrom(undefined, 'previous_period' as const, 'same_period_last_year' as const),
      filters: fc.array(filter, { maxLength: 4 }),
      by: some(5),
      rows: some(3),
      more: fc.constantFrom(undefined, 'team'),
      columns: fc.constantFrom<string[]>([], ['period'], ['priority']),
      order: fc.constantFrom(undefined, '-opened_at', 'team'),
      show: fc.constantFrom([], ['title', 'record_id']),
      page: fc.integer({ min: 1, max: 99 }),
      at: fc.nat()
    })
    .map(({ at, ...state }) => {
      const focus = state.measures[at % state.measures.length]!;
      return {
        ...state,
        focus,
        sort: at % 2 ? `-${focus}` : 'name',
        columns: state.columns.filter((name) => !(state.rows as string[]).includes(name))
      };
    });

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(states, (state) => {
        const { state: again, notes } = read(writeExplore(state, facts));
        expect(notes).toEqual([]);
        expect(again).toEqual(state);
      })
    );
  });

  it('takes any address, and says what it cannot show', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('measures', 'by', 'filter', 'page', 'rows', 'sort', 'period', 'focus', 'x'), fc.string())),
        (pairs) => {
          const { state } = readExplore(new URLSearchParams(pairs), facts);
          expect(state.measures).toContain(state.focus);
          expect(state.page).toBeGreaterThan(0);
        }
      )
    );
    expect(read('measures=incident.opend,incident.opened&by=taem,team&filter=nope:in:x&filter=team&period=soon').notes).toEqual([
      'There is no measure called incident.opend; shown without.',
      expect.stringMatching(/^Cannot read the period “soon”/),
      'There is no dimension called taem; shown without.',
      'There is no dimension called nope; shown without its filter.',
      expect.stringMatching(/^cannot read the filter team/)
    ]);
    expect(read(`by=${'team,'.repeat(3)}`).state.by).toEqual(['team']);
    expect(read(`filter=${'team:in:a&filter='.repeat(40)}team:in:b`).state.filters).toHaveLength(most.filters);
  });

  it('follows another focus with what was at its default', () => {
    const state = read('measures=incident.opened,contact.opened&page=3&order=-opened_at').state;
    expect(changed(state, { focus: 'contact.opened' }, facts)).toMatchObject({
      by: ['team', 'queue'],
      rows: ['team'],
      page: 1,
      order: undefined,
      sort: '-contact.opened'
    });
    expect(changed({ ...state, by: ['location'] }, { focus: 'contact.opened' }, facts).by).toEqual(['location']);
    expect(exploreUrl(plain, { measures: ['incident.open'] }, facts)).toBe('/explore?measures=incident.open');
  });
});

describe('filters', () => {
  const filters = (...texts: string[]) => read(texts.map((text) => `filter=${encodeURIComponent(text)}`).join('&')).state.filters;

  it('take a member in and out again', () => {
    const one = toggled([], 'team', 'A', 'in');
    expect(one).toEqual([{ field: 'team', op: 'in', values: ['A'] }]);
    const two = toggled(one, 'team', 'B', 'in');
    expect([stance(two, 'team', 'B'), stance(two, 'team', 'C')]).toEqual(['in', undefined]);
    expect(toggled(toggled(two, 'team', 'B', 'in'), 'team', 'A', 'in')).toEqual([]);
    expect(toggled(two, 'team', 'B', 'not_in')).toEqual([...one, { field: 'team', op: 'not_in', values: ['B'] }]);
  });

  it('know that none is a member', () => {
    const none = toggled(filters('team:in:A', 'service:in:X'), 'team', null, 'in');
    expect(none).toEqual([...filters('service:in:X'), { field: 'team', op: 'null' }]);
    expect(stance(none, 'team', null)).toBe('in');
    expect(toggled(none, 'team', 'A', 'in')).toEqual(filters('service:in:X', 'team:in:A'));
    expect(toggled(none, 'team', null, 'not_in')).toEqual(filters('service:in:X', 'team:not_null'));
    expect(toggled(none, 'team', null, 'in')).toEqual(filters('service:in:X'));
  });

  it('leave a leaderboard the members it may still choose', () =>
    expect(withoutOwn(filters('team:in:A', 'team:not_in:B', 'team:contains:x', 'service:in:X'), 'team')).toEqual(
      filters('team:not_in:B', 'team:contains:x', 'service:in:X')
    ));

  it.each([
    [
      { field: 'team', op: 'in', values: ['A\nB', ' '] },
      { field: 'team', op: 'in', values: ['A', 'B'] }
    ],
    [
      { field: 'priority', op: 'between', values: ['1', '3'] },
      { field: 'priority', op: 'between', values: ['1', '3'] }
    ],
    [
      { field: 'team', op: 'null', values: ['ignored'] },
      { field: 'team', op: 'null' }
    ],
    [{ field: 'team', op: 'between', values: ['a', 'b'] }, '“Team” has no such condition.'],
    [{ field: 'priority', op: 'at_least', values: ['high'] }, '“Priority” is a number, high is none.'],
    [{ field: 'priority', op: 'between', values: ['1'] }, 'Give the first and the last value.'],
    [{ field: 'team', op: 'in', values: [] }, 'Give a value.'],
    [{ field: '__proto__', op: 'in', values: ['x'] }, 'Choose what to filter by.'],
    [{ field: 'team', op: 'toString', values: ['x'] }, '“Team” has no such condition.']
  ])('come from a form: %j', (form, expected) => expect(filterOfForm(form, facts.dimensions)).toEqual(expected));

  it('are said in words, and take the place of what was edited', () => {
    expect(filterWords(filters('team:in:A,B,C,D')[0]!, 'Team')).toBe('Team is A or B or 2 more');
    expect(filterWords(filters('priority:between:1,3')[0]!, 'Priority')).toBe('Priority is between P1 and P3');
    const [first, second] = filters('team:in:A', 'service:in:X');
    expect(placed([first!, second!], { field: 'team', op: 'not_null' }, first)).toEqual([{ field: 'team', op: 'not_null' }, second]);
    expect(facts.dimensions.map((dimension) => opsOf(dimension).length)).toEqual([8, 8, 8, 8, 8, 4, 8]);
  });
});

describe('questions', () => {
  it('never slice a measure by what it does not know', () => {
    const state = read('measures=contact.opened&by=team,location,queue').state;
    expect(boardsOf(state, facts)).toEqual(['team', 'queue']);
    expect(whyNotBy(facts, 'contact.opened', 'location')).toBe('“Label of contact.opened” does not know it');
    expect(whyNotBy(facts, 'incident.opened', 'is_major')).toBe('empty in this source');
    for (const query of Object.values(questionsOf(state, facts))) expect(query.dimensions ?? []).not.toContain('location');
  });

  it('leave out of the pivot what cannot be in it, with the reason', () => {
    const state = read('measures=incident.opened,incident.open,contact.opened,incident.major&rows=location&columns=period').state;
    expect(pivotMeasures(state, facts)).toEqual({
      measures: ['incident.opened'],
      leftOut: [
        'Label of incident.open (measured once, at the data instant)',
        'Label of contact.opened (location: “Label of contact.opened” does not know it)',
        'Label of incident.major (not available from this source, because the column is_major is empty)'
      ]
    });
    expect(pivotQuestions(state, facts)).toMatchObject({
      cells: { dimensions: ['location'], grain: 'month' },
      columns: { grain: 'month' }
    });
  });

  it('ask over how many records a duration is, beside it', () => {
    const questions = questionsOf(read('measures=incident.resolve_seconds,incident.opened&by=team&rows=team').state, facts);
    expect(questions['by team']).toMatchObject({
      measures: ['incident.resolve_seconds', 'incident.resolve_seconds_n'],
      sort: [{ by: 'incident.resolve_seconds', descending: true }]
    });
    expect(questions['pivot cells']?.measures).toEqual(['incident.resolve_seconds', 'incident.opened', 'incident.resolve_seconds_n']);
    expect(questions['total incident.resolve_seconds']?.measures).toEqual(['incident.resolve_seconds', 'incident.resolve_seconds_n']);
    expect(trendQuestion(read('').state, 'incident.resolve_seconds', facts).measures).toContain('incident.resolve_seconds_n');
  });

  it('ask for the total of a dimension without its own members', () => {
    const questions = questionsOf(read('filter=team:in:A&filter=service:in:X&by=team').state, facts);
    expect(questions['by team']?.filters).toEqual([{ field: 'service', op: 'in', values: ['X'] }]);
    expect(questions['sum team']?.filters).toEqual([{ field: 'service', op: 'in', values: ['X'] }]);
    expect(questions['total incident.opened']?.filters).toHaveLength(2);
  });
});

describe('a pivot', () => {
  const answers = {
    cells: tableOf([
      { team: 'A', priority: 1, share: 1 },
      { team: 'A', priority: 2, share: 0.5 },
      { team: null, priority: 2, share: 0 }
    ]),
    rows: tableOf([
      { team: 'A', share: 0.6 },
      { team: null, share: 0 }
    ]),
    columns: tableOf([
      { priority: 1, share: 1 },
      { priority: 2, share: 0.3 }
    ]),
    all: tableOf([{ share: 0.4 }])
  };
  const state = { rows: ['team'], columns: ['priority'], sort: '-share' };

  it('shows totals as they were counted, never its cells added up', () => {
    const pivot = pivotOf(answers, state, { rows: 10, columns: 10 });
    expect(pivot.columns).toEqual([1, 2]);
    expect(pivot.rows.map(({ total }) => total?.share)).toEqual([0.6, 0]);
    expect(pivot.totals.map((row) => row?.share)).toEqual([1, 0.3]);
    expect(pivot.grand?.share).toBe(0.4);
    expect(pivot.rows[1]?.cells.map((cell) => cell?.share)).toEqual([undefined, 0]);
  });

  it('goes by name or by a measure, and counts what is not shown', () => {
    expect(pivotOf(answers, { ...state, sort: 'share' }, { rows: 10, columns: 10 }).rows.map(({ members }) => members.team)).toEqual([
      null,
      'A'
    ]);
    expect(pivotOf(answers, { ...state, sort: 'name' }, { rows: 1, columns: 1 })).toMatchObject({
      moreRows: 1,
      moreColumns: 1,
      columns: [1]
    });
    expect(pivotOf(answers, { ...state, columns: [] }, { rows: 9, columns: 9 })).toMatchObject({
      columns: [null],
      totals: [{ share: 0.4 }]
    });
  });

  it('is exported as it is laid out: rows in the order of the page, columns by member, then totals', () => {
    const up = { ...state, sort: 'share' };
    const { columns, rows } = pivotRows(pivotOf(answers, up, { rows: 9, columns: 9 }), up, {
      measures: [{ name: 'share', label: 'Share', unit: 'share' }]
    });
    expect(columns.map(({ name }) => name)).toEqual(['team', 'Share, 1', 'Share, 2', 'Share']);
    expect(columns.map(({ label }) => label)).toEqual(['team', 'Share, 1', 'Share, 2', 'Share']);
    expect(rows).toEqual([
      { team: null, 'Share, 1': null, 'Share, 2': 0, Share: 0 },
      { team: 'A', 'Share, 1': 1, 'Share, 2': 0.5, Share: 0.6 },
      expect.objectContaining({ team: 'All' })
    ]);
    expect(rows.at(-1)!.Share).toBe(answers.all.rows[0]!.share);
  });

  it('is exported with how many each figure is over, beside it', () => {
    const sized = { ...answers, all: tableOf([{ share: 0.4, share_n: 10 }]), rows: tableOf([{ team: 'A', share: 0.6, share_n: 5 }]) };
    const { columns, rows } = pivotRows(
      pivotOf(sized, { ...state, columns: [] }, { rows: 9, columns: 9 }),
      { ...state, columns: [] },
      {
        measures: [{ name: 'share', label: 'Share', unit: 'share', size: 'share_n' }]
      },
      ['share']
    );
    expect(columns.map(({ name, unit }) => [name, unit])).toEqual([
      ['team', 'text'],
      ['Share', 'share'],
      ['Share, n', 'count']
    ]);
    expect(rows).toEqual([{ team: 'A', Share: 0.6, 'Share, n': 5 }]);
  });

  it('downloads all cells in the order of the page where cells can tell it', () => {
    const sortOf = (search: string) => pivotDownload(read(`measures=incident.opened&rows=team${search}`).state, facts)?.sort;
    expect(sortOf('')).toEqual([{ by: 'incident.opened', descending: true }]);
    expect(sortOf('&sort=name')).toEqual([{ by: 'team', descending: false }]);
    expect(sortOf('&sort=-name&columns=period')).toEqual([{ by: 'team', descending: true }]);
    expect(sortOf('&columns=period')).toBeUndefined();
  });
});
