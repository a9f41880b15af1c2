import { pattern, type Pattern } from '../pattern.ts';

/** One way in which a service fails: what its incidents have in common, said in many words. */
export interface Fault {
  id: string;
  service: string;
  category: string;
  subcategory: string;
  /** Relative volume within its service. */
  weight: number;
  /** Median working hours to resolve. */
  hours: number;
  /** Probability that the first contact settles it. */
  easy: number;
  wordings: readonly Pattern[];
  /** Set aside for a story: the usual stream of incidents does not draw it. */
  isPlanted: boolean;
}

type Row = [id: string, category: string, subcategory: string, weight: number, hours: number, easy: number, ...wordings: string[]];

/** Faults of a service, the most frequent first. */
export const faultsOf = (service: string, rows: Row[]): Fault[] =>
  rows.map(([id, category, subcategory, weight, hours, easy, ...wordings]) => ({
    id,
    service,
    category,
    subcategory,
    weight,
    hours,
    easy,
    wordings: wordings.map(pattern),
    isPlanted: false
  }));

/** A fault that only a story draws. */
export const plantedFault = (service: string, row: Row): Fault => ({ ...(faultsOf(service, [row])[0] as Fault), isPlanted: true });
