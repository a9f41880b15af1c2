import type { Phrase } from '#dashboard/boards/answer-line.ts';
import type { PolicyReading } from '#warehouse/analysis/policy-band.ts';

export interface PolicyLine extends PolicyReading {
  /** Records of the numerator and of the denominator, where a measure of the catalogue counts exactly these. */
  metHref: string | null;
  amongHref: string | null;
}

export interface PolicyView {
  id: string;
  name: string;
  goal: number | null;
  phrases: Phrase[];
  lines: PolicyLine[];
  isDecidedByPolicy: boolean;
}
