import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { adoptText, AdoptionError } from '#warehouse/service-levels/adopt.ts';

const own = `# Our promises.
agreements:
  # Gold was agreed with Sales in March.
  - name: Gold # the best
    type: SLA
    party: Sales
    targets:
      - { name: Resolution, record_type: incident, metric: resolution, goals: { 1: 4h, default: 8h } } # as signed
  - { name: Silver, type: SLA, targets: [{ name: T, record_type: request, metric: fulfilment, goals: { default: 3h } }] }

  # Nobody knows why.
  - name: Bronze
    type: OLA
    version: 3
    targets:
      - name: T
        record_type: incident
        metric: response
        goals: { default: 1h }   # odd   spacing
# the end
`;
const changed = own.replace('1: 4h', '1: 2h').replace('default: 3h', 'default: 5h').replace('default: 1h', 'default: 30m');
const said = (text: string, from = '2026-04-01') => adoptText('agreements', own, text, from);
const told = (text: string) => (parse(text) as { agreements: { name: string }[] }).agreements;

describe('adopting', () => {
  test('the same changes nothing, to the byte', () => {
    const { text, adoptions } = said(own);
    expect(text).toBe(own);
    expect(adoptions.map(({ what }) => what)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    const reordered = stringify({ agreements: [...told(own)].reverse() });
    expect(said(reordered).text).toBe(own);
  });
  test('what differs gets a version of its own; comments and layout stay', () => {
    const { text, adoptions } = said(changed);
    expect(adoptions.map(({ name, what }) => `${name} ${what}`)).toEqual(['Gold replaced', 'Silver replaced', 'Bronze replaced']);
    expect(text).toBe(`# Our promises.
agreements:
  # Gold was agreed with Sales in March.
  - name: Gold # the best
    valid_to: 2026-03-31
    type: SLA
    party: Sales
    targets:
      - { name: Resolution, record_type: incident, metric: resolution, goals: { 1: 4h, default: 8h } } # as signed
  - name: Gold # the best
    valid_from: 2026-04-01
    type: SLA
    party: Sales
    targets:
      - { name: Resolution, record_type: incident, metric: resolution, goals: { 1: 2h, default: 8h } } # as signed
  - { name: Silver, valid_to: 2026-03-31, type: SLA, targets: [{ name: T, record_type: request, metric: fulfilment, goals: { default: 3h } }] }
  - { name: Silver, valid_from: 2026-04-01, type: SLA, targets: [{ name: T, record_type: request, metric: fulfilment, goals: { default: 5h } }] }

  # Nobody knows why.
  - name: Bronze
    valid_to: 2026-03-31
    type: OLA
    version: 3
    targets:
      - name: T
        record_type: incident
        metric: response
        goals: { default: 1h }   # odd   spacing
  # Nobody knows why.
  - name: Bronze
    valid_from: 2026-04-01
    type: OLA
    version: 4
    targets:
      - name: T
        record_type: incident
        metric: response
        goals: { default: 30m }   # odd   spacing
# the end
`);
  });
  test('twice from two days gives three versions; the same again gives none', () => {
    const first = said(changed).text;
    const again = adoptText('agreements', first, changed, '2026-05-01');
    expect(again.text).toBe(first);
    const second = adoptText('agreements', first, changed.replace('1: 2h', '1: 1h'), '2026-06-01');
    const gold = told(second.text).filter(({ name }) => name === 'Gold') as { valid_from?: string; valid_to?: string }[];
    expect(gold.map(({ valid_from: from, valid_to: to }) => [from, to])).toEqual([
      [undefined, '2026-03-31'],
      ['2026-04-01', '2026-05-31'],
      ['2026-06-01', undefined]
    ]);
    expect(second.adoptions.map(({ what }) => what)).toEqual(['replaced', 'unchanged', 'unchanged']);
  });
  test('a copy of the versions of the home with one edit counts as it is in force', () => {
    const first = said(changed).text;
    const edited = first.replace('goals: { default: 30m }', 'goals: { default: 20m }');
    const { adoptions } = adoptText('agreements', first, edited, '2026-07-01');
    expect(adoptions.map(({ name, what }) => `${name} ${what}`)).toEqual(['Gold unchanged', 'Silver unchanged', 'Bronze replaced']);
  });
  test('what is missing ends, what is new begins', () => {
    const [gold, silver] = told(own);
    const { text, adoptions } = said(stringify({ agreements: [gold, { ...silver, name: 'Platinum' }] }));
    expect(adoptions.map(({ name, what }) => `${name} ${what}`)).toEqual([
      'Gold unchanged',
      'Silver ended',
      'Bronze ended',
      'Platinum added'
    ]);
    expect(
      told(text).map((entry) => [entry.name, (entry as { valid_from?: string }).valid_from, (entry as { valid_to?: string }).valid_to])
    ).toEqual([
      ['Gold', undefined, undefined],
      ['Silver', undefined, '2026-03-31'],
      ['Bronze', undefined, '2026-03-31'],
      ['Platinum', '2026-04-01', undefined]
    ]);
  });
  test('a home without the file, or with an empty list', () => {
    for (const empty of [undefined, 'agreements: [] # none yet\n']) {
      const { text } = adoptText('agreements', empty, own, '2026-04-01');
      expect(told(text).map((entry) => [entry.name, (entry as { valid_from?: string }).valid_from])).toEqual([
        ['Gold', '2026-04-01'],
        ['Silver', '2026-04-01'],
        ['Bronze', '2026-04-01']
      ]);
    }
  });
  test('a version that begins later, or that day, is in the way', () => {
    const later = own.replace('    party: Sales', '    valid_from: 2026-04-01');
    expect(() => adoptText('agreements', later, changed, '2026-04-01')).toThrow(AdoptionError);
    expect(() => adoptText('agreements', later, changed, '2026-03-01')).toThrow('has a version from 2026-04-01 on');
    expect(() => adoptText('agreements', own, later, '2026-03-01')).toThrow('begins on 2026-04-01, after 2026-03-01');
  });
  test('aliases of the other file are written out; aliases as entries are refused', () => {
    const aliased = changed
      .replace('goals: { 1: 2h, default: 8h }', 'goals: &g { 1: 2h, default: 8h }')
      .replace('goals: { default: 5h }', 'goals: *g');
    const { text } = said(aliased);
    expect(told(text).filter(({ name }) => name === 'Silver')[1]).toMatchObject({ targets: [{ goals: { '1': '2h', default: '8h' } }] });
    expect(() => said('x: &a { name: Gold }\nagreements: [*a]\n')).toThrow('alias');
  });
  test('any layout: what it says afterwards is what was meant', () => {
    const name = fc.constantFrom('A', 'B', 'C');
    const entry = fc.record({ name, type: fc.constant('SLA'), note: fc.constantFrom('x', 'y: z', '# no comment', 'two\nlines', '- dash') });
    const entries = fc.uniqueArray(entry, { selector: (each) => each.name, minLength: 1, maxLength: 3 });
    const layout = fc.record({
      indentSeq: fc.boolean(),
      collectionStyle: fc.constantFrom('block', 'flow', 'any'),
      lineWidth: fc.constantFrom(0, 20)
    });
    fc.assert(
      fc.property(entries, entries, layout, layout, (before, after, one, other) => {
        const yaml = (list: object[], options: object) => stringify({ agreements: list }, options);
        const { text } = adoptText('agreements', yaml(before, one), yaml(after, other), '2026-04-01');
        const on = (date: string) =>
          (told(text) as { name: string; type: string; note: string; valid_from?: string; valid_to?: string }[])
            .filter(({ valid_from: from = '', valid_to: to = '9999' }) => from <= date && to >= date)
            .map(({ name: own, type, note }) => ({ name: own, type, note }))
            .sort((a, b) => (a.name < b.name ? -1 : 1));
        const sorted = (list: { name: string }[]) => [...list].sort((a, b) => (a.name < b.name ? -1 : 1));
        expect(on('2026-03-31')).toEqual(sorted(before));
        expect(on('2026-04-01')).toEqual(sorted(after));
      }),
      { numRuns: 300 }
    );
  });
});
