import { pino } from 'pino';

/** Structured lines on standard error: one JSON object each. */
export const log = pino(
  { name: 'dashboard', base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination({ dest: 2, sync: true })
);
