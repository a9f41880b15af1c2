/** Least slack by weekday (Monday first) and hour, in seconds; below 0 the chain is too long. */
export interface SlackGrid {
  cells: (number | null)[][];
  /** At most 0, and at least 0: the ends of the scale. */
  least: number;
  most: number;
}
