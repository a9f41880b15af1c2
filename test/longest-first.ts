import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, the longest first: begun last, one of them would run alone while the other cores wait. */
const longest = [
  'e2e/walk',
  'query/catalogue-sample',
  'query/answer',
  'warehouse/publish',
  'e2e/explore',
  'query/receipt-cells',
  'warehouse/incremental',
  'service-levels/laws',
  'warehouse/cases',
  'trends/sample',
  'warehouse/two-machines'
];

const rank = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
  return at < 0 ? longest.length : at;
};

/** The longest files first, the rest as the runner would have them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
