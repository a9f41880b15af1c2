import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, the longest first: begun last, one of them would run alone while the other cores wait. */
const longest = [
  'e2e/walk',
  'e2e/explore',
  'e2e/figures',
  'e2e/records',
  'warehouse/cases',
  'e2e/export',
  'warehouse/publish',
  'warehouse/incremental',
  'ingest/doctor',
  'service-levels/laws',
  'trends/sample',
  'query/receipt-cells'
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
