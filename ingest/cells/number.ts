import type { Reader } from './cell.ts';
import { firstOf } from './cell.ts';

const groupMark = { '.': ',', ',': '.' } as const;

/**
 * Whole numbers: `12`, `+12`, `12.0`, `2,183,601`; never `12.7`, which the engine would round, nor `1e3`, `0x1F`, `1_000`.
 * @param decimal decimal mark; the other one groups thousands
 */
export function integerReader(decimal: '.' | ','): Reader {
  const group = groupMark[decimal];
  return {
    as: 'a whole number',
    sql: (cell) => `CASE
      WHEN CAST(TRY_CAST(${cell} AS BIGINT) AS VARCHAR) = ${cell} THEN TRY_CAST(${cell} AS BIGINT)
      WHEN regexp_full_match(trim(${cell}), '[+-]?[0-9]{1,18}([${decimal}]0*)?') THEN TRY_CAST(split_part(trim(${cell}), '${decimal}', 1) AS BIGINT)
      WHEN regexp_full_match(trim(${cell}), '[+-]?[0-9]{1,3}([${group}][0-9]{3}){1,5}([${decimal}]0*)?')
        THEN TRY_CAST(replace(split_part(trim(${cell}), '${decimal}', 1), '${group}', '') AS BIGINT) END`
  };
}

/** `2 - High`, `P2`, `Sev-2`, `2`: the number that the text begins with, after letters at most. */
export const leadingInteger: Reader = {
  as: 'a text that begins with a whole number',
  sql: (cell) => `TRY_CAST(regexp_extract(${cell}, '^\\s*[A-Za-z]*[\\s-]*([0-9]{1,9})(?:[^0-9]|$)', 1) AS BIGINT)`
};

/** Numbers: `3871.69`, `1e-3`, `2,183,601.5`; with decimal `,` those of `3871,691111` and `2.183.601,5`. */
export function numberReader(decimal: '.' | ',', factor = 1): Reader {
  const group = groupMark[decimal];
  const scaled = factor === 1 ? '' : ` * ${factor}`;
  return {
    as: `a number with decimal ${decimal === '.' ? 'point' : 'comma'}`,
    sql: (cell) => `CASE
      WHEN regexp_full_match(trim(${cell}), '[+-]?[0-9]+([${decimal}][0-9]*)?([eE][+-]?[0-9]{1,2})?')
        THEN TRY_CAST(replace(trim(${cell}), ',', '.') AS DOUBLE)${scaled}
      WHEN regexp_full_match(trim(${cell}), '[+-]?[0-9]{1,3}([${group}][0-9]{3})+([${decimal}][0-9]*)?')
        THEN TRY_CAST(replace(replace(trim(${cell}), '${group}', ''), ',', '.') AS DOUBLE)${scaled} END`
  };
}

const units = [
  ['w', 'w(?:eeks?)?', 604_800],
  ['d', 'd(?:ays?)?', 86_400],
  ['h', 'h(?:ours?|rs?)?', 3_600],
  ['m', 'm(?:in(?:ute)?s?)?', 60],
  ['s', 's(?:ec(?:ond)?s?)?', 1]
] as const;

/**
 * Durations in seconds, however they are written: seconds as a number, `25 Days 6 Hours 33 Minutes`, `1w 2d 4h`, ISO 8601 `PT4H` and
 * `P1DT30M` (no months or years), `HH:MM` and `HH:MM:SS` beyond 24 h and negative, and `1970-01-26 06:33:21`, an epoch date that
 * stands for a duration.
 */
export const durationReader: Reader = {
  as: 'a duration',
  sql: (cell) => firstOf([numberReader('.').sql(cell), clockDuration(cell), epochDuration(cell), wordDuration(`lower(trim(${cell}))`)])
};

const clockDuration = (cell: string): string =>
  `CASE WHEN regexp_full_match(trim(${cell}), '-?[0-9]{1,7}:[0-5][0-9](:[0-5][0-9])?') THEN
    (CASE WHEN trim(${cell}) LIKE '-%' THEN -1 ELSE 1 END) * (
      abs(TRY_CAST(split_part(trim(${cell}), ':', 1) AS DOUBLE)) * 3600 + TRY_CAST(split_part(${cell}, ':', 2) AS DOUBLE) * 60
      + coalesce(TRY_CAST(split_part(${cell}, ':', 3) AS DOUBLE), 0)) END`;

const epochDuration = (cell: string): string =>
  `CASE WHEN regexp_full_match(trim(${cell}), '19[0-9]{2}-[0-9]{2}-[0-9]{2}[ T][0-9:.]+Z?')
    THEN CAST(epoch(TRY_CAST(rtrim(trim(${cell}), 'Z') AS TIMESTAMP)) AS DOUBLE) END`;

function wordDuration(cell: string): string {
  const words = units.map(([, pattern]) => `(?:[0-9]+(?:[.][0-9]+)? *${pattern}[ ,]*)?`).join('');
  const [week, day, hour, minute, second] = units.map(([letter]) => `(?:[0-9]+(?:[.][0-9]+)?${letter})?`);
  const iso = `p${week}${day}(?:t${hour}${minute}${second})?`;
  const terms = units.map(
    ([, pattern, seconds]) =>
      `coalesce(TRY_CAST(regexp_extract(${cell}, '([0-9]+(?:[.][0-9]+)?) *${pattern}(?:[^a-z]|t|$)', 1) AS DOUBLE), 0) * ${seconds}`
  );
  return `CASE WHEN regexp_full_match(${cell}, '-?(?:${words}|${iso})') AND regexp_matches(${cell}, '[0-9]')
    THEN (CASE WHEN ${cell} LIKE '-%' THEN -1 ELSE 1 END) * (${terms.join(' + ')}) END`;
}
