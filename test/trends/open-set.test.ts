import { describe, expect, it } from 'vitest';
import { sharedData } from '../shared-data.ts';
import { openSetScores } from './open-set.ts';

const file = sharedData('short-text/clinc150.json');

describe.skipIf(!file)('grouping of labelled short texts (needs shared/data/short-text)', () => {
  it('reaches the open-set goal on text alone, well above exact text', () => {
    const { families, 'exact text': exact } = openSetScores(file!);
    expect(families.f1).toBeGreaterThanOrEqual(0.65);
    expect(families.f1 - exact.f1).toBeGreaterThan(0.15);
  });
});
