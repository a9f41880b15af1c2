import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignFamilies, type Cell } from '#warehouse/trends/families.ts';
import { TitleReader } from '#warehouse/trends/keys.ts';

interface Said {
  title: string;
  item?: string;
  service?: string;
  count?: number;
}

/** Families of titles as sets of titles, with label and facet; one title is one cell. */
function familiesOf(said: readonly Said[]) {
  const reader = new TitleReader();
  const read = said.map(({ title, count = 1 }) => reader.read(title, count).template);
  const { keys, keyOf } = reader.keys();
  const cells = said.map(({ item = null, service = null, count = 1, title }, index): Cell => ({
    key: keyOf[read[index]!]!,
    item,
    service,
    category: null,
    count,
    firstAt: title.length
  }));
  const { families, familyOf } = assignFamilies(cells, keys, (name) => reader.termsOf(name));
  return families.map((family, number) => ({
    ...family,
    titles: said.filter((_, index) => familyOf[index] === number).map(({ title }) => title)
  }));
}

/** Thirty unlike faults, so that terms weigh what they weigh in real life: "error" next to nothing. */
const noise = Array.from({ length: 30 }, (_, index): Said => ({
  title: `gadget${'abcdefghijklmnopqrstuvwxyzäöüß'[index]}x error`,
  service: 'Workshop',
  count: 5
}));
const vpn: Said[] = [
  { title: 'VPN certificate expired' },
  { title: 'Cannot connect, vpn cert invalid' },
  { title: 'certificate error AnyConnect' },
  { title: 'VPN-Zertifikat ist abgelaufen' },
  { title: 'The certificates of the VPN have expired again' }
];

describe('families', () => {
  it('unites one cause told in many words on one item', () => {
    const said = [...noise, ...vpn.map((each) => ({ ...each, item: 'vpn-gateway-01', service: 'Remote Access' }))];
    const family = familiesOf(said).find(({ titles }) => titles.includes('VPN certificate expired'))!;
    expect(family.titles).toEqual(vpn.map(({ title }) => title));
    expect(family.facetType).toBe('configuration_item');
    expect(family.label).toMatch(/certificate.* · vpn-gateway-01$/i);
    expect(family.terms).toContain('certificate');
  });

  it('does not unite across services, nor unlike faults of one service', () => {
    const said = [
      ...noise,
      { title: 'Certificate expired', service: 'Web Shop', count: 4 },
      { title: 'Certificate expired', service: 'Remote Access', count: 4 },
      { title: 'Tunnel drops every ten minutes', service: 'Remote Access', count: 4 }
    ];
    const families = familiesOf(said).filter(({ facet }) => facet !== 'Workshop');
    expect(families.map(({ label }) => label).sort()).toEqual([
      'Certificate expired · Remote Access',
      'Certificate expired · Web Shop',
      'Tunnel drops every ten minutes · Remote Access'
    ]);
    expect(new Set(families.map(({ familyId }) => familyId)).size).toBe(3);
  });

  it('parts a fault by item where items repeat, and leaves what is spread with the service', () => {
    const disk = (item: string, count: number): Said => ({ title: 'Disk full', item, service: 'Storage', count });
    const parted = familiesOf([...noise, disk('db-01', 10), disk('db-02', 9), disk('db-03', 1), disk('db-04', 1), disk('db-05', 1)]);
    expect(
      parted
        .filter(({ facet }) => facet !== 'Workshop')
        .map(({ label }) => label)
        .sort()
    ).toEqual(['Disk full · Storage', 'Disk full · db-01', 'Disk full · db-02']);
    const spread = familiesOf([...noise, ...Array.from({ length: 12 }, (_, index) => disk(`db-${index}`, 3))]);
    expect(spread.filter(({ facet }) => facet !== 'Workshop').map(({ label }) => label)).toEqual(['Disk full · Storage']);
  });

  it('leaves what came up only once or twice without a family', () => {
    expect(familiesOf([{ title: 'Odd smell in room', service: 'Office', count: 2 }])).toEqual([]);
  });

  it('is the same whatever the order of records', () => {
    const said = [
      ...noise,
      ...vpn.map((each) => ({ ...each, service: 'Remote Access' })),
      { title: 'Certificate warning', service: 'Remote Access', count: 3 }
    ];
    const shape = (list: readonly Said[]) =>
      familiesOf(list)
        .map(({ familyId, label, titles }) => ({ familyId, label, titles: [...titles].sort() }))
        .sort((a, b) => (a.familyId < b.familyId ? -1 : 1));
    const expected = shape(said);
    fc.assert(
      fc.property(fc.shuffledSubarray(said, { minLength: said.length }), (order) => {
        expect(shape(order)).toEqual(expected);
      }),
      { numRuns: 30 }
    );
  });
});
