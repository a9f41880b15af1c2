/** What the line at the top of every page says. */
export interface FreshnessReading {
  organisation: string;
  buildId: string;
  zone: string;
  /** ISO instant of the data. */
  asOf: string;
  /** Local date of the data instant. */
  asOfDate: string;
  asOfText: string;
  knownText: string;
  feeds: number;
  lateFeeds: number;
  rejected: number;
  failedChecks: number;
}
