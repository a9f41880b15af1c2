import type { Row } from '#dashboard/charts/table.ts';

/** Records that came back to a team which had given them away; `total` of them, `rows` the worst. */
export interface PingPongReading {
  rows: Row[];
  total: number;
  /** Address of the hand-overs that gave them back. */
  href: string;
  /** Why nothing can be told. */
  refusal?: string;
}
