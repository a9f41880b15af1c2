import { describe, expect, it } from 'vitest';
import { policies } from '#warehouse/analysis/policies.ts';
import { policyBand, sideOf } from '#warehouse/analysis/policy-band.ts';

describe('policy band', () => {
  const [one, two, three] = policies as [(typeof policies)[0], (typeof policies)[0], (typeof policies)[0]];
  it('names lowest and highest and whether the policy decides', () => {
    const band = policyBand(
      [one, two, three],
      [
        { met: 94, among: 100 },
        { met: 96, among: 100 },
        { met: 0, among: 0 }
      ],
      0.95
    );
    expect(band.lowest).toMatchObject({ name: one.name, side: 'below' });
    expect(band.highest).toMatchObject({ name: two.name, side: 'above' });
    expect(band.readings[2]).toMatchObject({ share: null, side: null });
    expect(band.isDecidedByPolicy).toBe(true);
    expect(
      policyBand(
        [one, two],
        [
          { met: 97, among: 100 },
          { met: 96, among: 100 }
        ],
        0.95
      ).isDecidedByPolicy
    ).toBe(false);
    expect(
      policyBand(
        [one, two],
        [
          { met: 0, among: 0 },
          { met: 0, among: 0 }
        ],
        0.95
      )
    ).toMatchObject({ lowest: null, highest: null, isDecidedByPolicy: false });
    expect(
      policyBand(
        [one, two],
        [
          { met: 1, among: 2 },
          { met: 2, among: 2 }
        ],
        null
      ).isDecidedByPolicy
    ).toBe(false);
  });
  it('calls a share at its goal at its goal, in whole clocks', () => {
    expect(sideOf(19, 20, 0.95)).toBe('at');
    expect(sideOf(949_999, 1_000_000, 0.95)).toBe('below');
    expect(sideOf(950_001, 1_000_000, 0.95)).toBe('above');
  });
  it('has one entry per policy, each with its formula', () => {
    expect(new Set(policies.map(({ name }) => name)).size).toBe(policies.length);
    for (const { formula } of policies) expect(formula).toContain(' / ');
  });
});
