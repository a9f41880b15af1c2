import fc from 'fast-check';
import { states } from '#warehouse/contract.ts';
import type { ConditionEntry, ConditionMap } from '#warehouse/service-levels/schema.ts';

/** Words that records and conditions share; some would be read as patterns or as code by an engine that is not careful. */
export const words = {
  team: ['A', 'B', 'C "of" 1\'s'],
  state_source: ['Waiting for vendor', 'Waiting for caller'],
  category: ['network', 'vpn'],
  service: ['mail', 'Web_shop'],
  supplier: ['Acme', "O'Neil & Co"],
  location: ['Oslo', 'Lima'],
  title: ['Certificate expired', '50% slower', '5000 slower', 'VPN_x down', 'VPNyx down']
} as const;

const leaf = (start: string): fc.Arbitrary<ConditionMap> => {
  const instant = (hours: number) => new Date(Date.parse(start) + hours * 3_600_000).toISOString();
  return fc.oneof(
    fc.subarray([...states], { minLength: 1, maxLength: 3 }).map((state) => ({ state })),
    fc.constantFrom<ConditionMap[]>(
      { team: 'A' },
      { team: { not: ['A', null] } },
      { team: { not: 'B' } },
      { team: null },
      { team: ['B', words.team[2]] },
      { priority: { from: 1, to: 2 } },
      { priority: { from: 2 } },
      { priority: { to: 1 } },
      { priority: [1, null] },
      { impact: 1 },
      { urgency: { not: 1 } },
      { assignee: { not: null } },
      { category: ['network', null] },
      { category: 'vpn' },
      { service: { starts_with: 'WEB_' } },
      { service: { not: null } },
      { configuration_item: { contains: '2' } },
      { supplier: { not: null } },
      { supplier: words.supplier[1] },
      { state_source: 'Waiting for vendor' },
      { title: { contains: 'CERT' } },
      { title: { contains: '50%' } },
      { title: { starts_with: 'vpn_' } },
      { location: 'Oslo' },
      { is_major: true },
      { is_major: { not: true } },
      { acknowledged_at: { not: null } },
      { acknowledged_at: null },
      { acknowledged_at: { from: instant(12), to: instant(60) } },
      { first_response_at: { to: instant(30) } }
    )
  );
};

/** Columns and what they must be, also put together by all, any and not. */
export const conditionMap = (start: string): fc.Arbitrary<ConditionMap> =>
  fc.letrec<{ any: ConditionMap; leaf: ConditionMap }>((tie) => ({
    leaf: leaf(start),
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 6, arbitrary: tie('leaf') },
      { weight: 1, arbitrary: fc.tuple(tie('leaf'), tie('leaf')).map(([a, b]) => ({ ...a, ...b })) },
      { weight: 1, arbitrary: fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })) },
      { weight: 1, arbitrary: fc.array(tie('any'), { minLength: 1, maxLength: 2 }).map((all) => ({ all })) },
      { weight: 1, arbitrary: tie('any').map((not) => ({ not })) }
    )
  })).any;

export const condition = (start: string): fc.Arbitrary<ConditionEntry> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom<ConditionEntry[]>('on_hold', ['on_hold'], ['on_hold', 'new'], 'in_progress') },
    { weight: 3, arbitrary: conditionMap(start) }
  );
