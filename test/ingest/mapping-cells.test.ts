import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incidentMapping, readCells } from './mapping-fixture.ts';

/** What a cell means, worked out without the engine: `undefined` when it cannot be read. */
type Interpretation = (cell: string) => unknown;

const digits = (least: number, most: number) => fc.integer({ min: least, max: most });
const padded = (number: number, width: number) => String(number).padStart(width, '0');
const loosely = (value: fc.Arbitrary<number>) =>
  fc.tuple(value, fc.boolean()).map(([number, isPadded]) => padded(number, isPadded ? 2 : 1));

/** The driver hands out instants before 1970 rounded to the next millisecond, so cells with fractions stay after it. */
const year = digits(1970, 2199).map(String);
const month = loosely(digits(0, 13));
const day = loosely(digits(0, 32));
const hour = loosely(digits(0, 25));
const minute = digits(0, 60).map((number) => padded(number, 2));
const fraction = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 0, max: 999_999_999 }).map((nanos) => `.${padded(nanos, 9)}`)
);
const offset = fc.constantFrom('', 'Z', '+01:00', '-0530', '+0000', ' +0200', '+13:45');
const junk = fc.oneof(
  fc.constantFrom('', ' ', 'soon', '12', '2026', 'n/a', '0', '-', '2026-02'),
  fc.string({ maxLength: 12 }).map((text) => text.replaceAll('\0', ''))
);
const mostly = (valid: fc.Arbitrary<string>) => fc.oneof({ weight: 6, arbitrary: valid }, { weight: 1, arbitrary: junk });

const instant = (epochMilliseconds: number): Date | undefined =>
  Number.isNaN(epochMilliseconds) ? undefined : new Date(epochMilliseconds);

/** UTC milliseconds of a wall clock in a zone; of two candidates the later, in a gap moved on by it. */
function wall(parts: readonly (string | undefined)[], zone: string): Date | undefined {
  const [y, mo, d, h = 0, mi = 0, s = 0, ms = 0] = parts.map((part) => Number(part ?? 0));
  const isMidnight = h === 24 && mi === 0 && s === 0 && ms === 0;
  try {
    const local = Temporal.PlainDateTime.from(
      { year: y!, month: mo!, day: d!, hour: isMidnight ? 0 : h, minute: mi, second: s, millisecond: ms },
      { overflow: 'reject' }
    ).add({ days: isMidnight ? 1 : 0 });
    return instant(local.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds);
  } catch {
    return undefined;
  }
}

const isoPattern = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,9}))?)?)?( ?)(Z|[+-]\d{2}:?\d{2})?$/;

function readIso(zone: string): Interpretation {
  return (cell) => {
    const found = isoPattern.exec(cell.trim());
    if (!found) return undefined;
    const [, y, mo, d, h, mi, s, nanos = '', , written] = found;
    if (written && h === undefined) return undefined;
    const local = wall([y, mo, d, h, mi, s, nanos.padEnd(3, '0').slice(0, 3)], written ? 'UTC' : zone);
    if (!local || !written || written === 'Z') return local;
    const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})/.exec(written)!;
    return instant(local.getTime() - Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000);
  };
}

const isoText = fc
  .tuple(year, month, day, fc.constantFrom(' ', 'T'), hour, minute, fraction, offset, fc.integer({ min: 0, max: 3 }))
  .map(
    ([y, mo, d, gap, h, mi, nanos, zone, kind]) =>
      [
        `${y}-${mo.padStart(2, '0')}-${d.padStart(2, '0')}`,
        `${y}-${mo}-${d}${gap}${h}:${mi}`,
        `${y}-${mo}-${d}${gap}${h}:${mi}:07${nanos}`,
        `${y}-${mo}-${d}${gap}${h}:${mi}:07${nanos}${zone}`
      ][kind]!
  );

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const pattern =
  (expression: RegExp, read: (groups: string[]) => unknown): Interpretation =>
  (cell) => {
    const found = expression.exec(cell.trim());
    return found ? read([...found]) : undefined;
  };
const below = (text: string | undefined, most: number) => Number(text) <= most;
const noon = (h: string, half: string) => (below(h, 12) && Number(h) > 0 ? String((Number(h) % 12) + (/p/i.test(half) ? 12 : 0)) : '99');

const readers: { name: string; column: string; rule: string; cell: fc.Arbitrary<string>; meaning: Interpretation }[] = [
  { name: 'ISO 8601, in UTC', column: 'resolved_at', rule: '{ from: x, format: iso }', cell: isoText, meaning: readIso('UTC') },
  {
    name: 'ISO 8601, in local time',
    column: 'resolved_at',
    rule: '{ from: x, format: iso, zone: Europe/Berlin }',
    cell: isoText,
    meaning: readIso('Europe/Berlin')
  },
  {
    name: 'day first without leading zeros',
    column: 'resolved_at',
    rule: "{ from: x, format: '%d/%m/%Y %H:%M' }",
    cell: fc.tuple(day, month, year, hour, minute).map(([d, mo, y, h, mi]) => `${d}/${mo}/${y} ${h}:${mi}`),
    meaning: pattern(/^(\d{1,2})\/(\d{1,2})\/(\d{4}) +(\d{1,2}):(\d{1,2})$/, ([, d, mo, y, h, mi]) =>
      below(h, 23) ? wall([y, mo, d, h, mi], 'UTC') : undefined
    )
  },
  {
    name: 'named months and twelve hours, in local time',
    column: 'resolved_at',
    rule: "{ from: x, format: '%d/%b/%y %I:%M %p', zone: America/New_York }",
    cell: fc
      .tuple(
        day,
        fc.constantFrom(...months, 'Mrz'),
        digits(0, 68).map((y) => padded(y, 2)),
        hour,
        minute,
        fc.constantFrom('AM', 'PM', 'pm')
      )
      .map(([d, mo, y, h, mi, half]) => `${d}/${mo}/${y} ${h}:${mi} ${half}`),
    meaning: pattern(/^(\d{1,2})\/([A-Z][a-z]{2})\/(\d{2}) (\d{1,2}):(\d{1,2}) ([AaPp][Mm])$/, ([, d, mo, y, h, mi, half]) =>
      wall([`20${y}`, String(months.indexOf(mo!) + 1), d, noon(h!, half!), mi], 'America/New_York')
    )
  },
  {
    name: 'epoch seconds',
    column: 'resolved_at',
    rule: '{ from: x, format: epoch_seconds }',
    cell: fc.oneof(
      digits(1, 2_000_000_000).map(String),
      fc.integer({ min: -9, max: 0 }).map(String),
      digits(1, 2_000_000_000).map((s) => `${s}.250`)
    ),
    meaning: pattern(/^[+-]?\d{1,11}(\.\d{1,6})?$/, ([text]) => (Number(text) >= 1 ? instant(Math.round(Number(text) * 1000)) : undefined))
  },
  {
    name: 'epoch milliseconds',
    column: 'resolved_at',
    rule: '{ from: x, format: epoch_milliseconds }',
    cell: fc.oneof(
      digits(90_000_000, 2_000_000_000).map((s) => `${s}123`),
      digits(-5, 0).map(String)
    ),
    meaning: pattern(/^[+-]?\d{1,14}$/, ([text]) => (Number(text) >= 1e11 ? instant(Number(text)) : undefined))
  },
  {
    name: 'whole numbers',
    column: 'reassignment_count',
    rule: '{ from: x }',
    cell: fc.oneof(
      digits(0, 999_999).map(String),
      fc.constantFrom('007', '+5', '12.0', '12.7', '1e3', '0x1F', '1_000', '2,183,601', '1,23', ' 8 ', '9.')
    ),
    meaning: (cell) => {
      const text = cell.trim().replace(/\.0*$/, '');
      if (/^\+?\d{1,18}$/.test(text)) return Number(text);
      return /^\+?\d{1,3}(,\d{3}){1,5}$/.test(text) ? Number(text.replaceAll(',', '')) : undefined;
    }
  },
  {
    name: 'whole numbers with a decimal comma',
    column: 'reassignment_count',
    rule: "{ from: x, decimal: ',' }",
    cell: fc.oneof(digits(0, 999_999).map(String), fc.constantFrom('12,0', '12,7', '2.183.601', '1.23', '12.0')),
    meaning: (cell) => {
      const text = cell.trim().replace(/,0*$/, '');
      if (/^\+?\d{1,18}$/.test(text)) return Number(text);
      return /^\+?\d{1,3}(\.\d{3}){1,5}$/.test(text) ? Number(text.replaceAll('.', '')) : undefined;
    }
  },
  {
    name: 'numbers that a text begins with',
    column: 'priority',
    rule: '{ from: x, format: leading_integer }',
    cell: fc
      .tuple(fc.constantFrom('', 'P', 'Sev-', 'Priority '), digits(1, 5), fc.constantFrom('', ' - High', ': low', '.'))
      .map((parts) => parts.join('')),
    meaning: pattern(/^\s*[A-Za-z]*[\s-]*(\d{1,9})(?:\D|$)/, ([, number]) =>
      Number(number) >= 1 && Number(number) <= 5 ? Number(number) : undefined
    )
  },
  {
    name: 'yes and no',
    column: 'is_major',
    rule: '{ from: x }',
    cell: fc.constantFrom('true', 'TRUE', 'false', '1', '0', 'Yes', 'no', 'Ja', ' nein ', 'maybe', '2'),
    meaning: (cell) => {
      const word = cell.trim().toLowerCase();
      if (['true', '1', 'yes', 'ja', 't', 'y', 'on'].includes(word)) return true;
      return ['false', '0', 'no', 'nein', 'f', 'n', 'off'].includes(word) ? false : undefined;
    }
  },
  {
    name: 'words, translated',
    column: 'state',
    rule: "{ from: x, translate: { 'Neu': new, 'Wait - User': on_hold, '6': resolved, Ended: closed } }",
    cell: fc.constantFrom('Neu', 'neu', ' Wait - User', 'WAIT - USER', '6', 'Ended', 'closed', 'In_Progress', 'Gone', '7'),
    meaning: (cell) => {
      const word = cell.trim().toLowerCase();
      const translated = new Map(Object.entries({ neu: 'new', 'wait - user': 'on_hold', '6': 'resolved', ended: 'closed' }));
      return translated.get(word) ?? ['new', 'in_progress', 'on_hold', 'resolved', 'closed', 'cancelled'].find((state) => state === word);
    }
  },
  {
    name: 'text as it is',
    column: 'team',
    rule: "{ from: x, null_values: ['?', 'N/A'] }",
    cell: fc.constantFrom('Group  56', '0012', ' padded ', '?', ' ? ', 'N/A', 'n/a', "O'Neil", '=1+1', '日本'),
    meaning: (cell) => (['?', 'N/A'].includes(cell.replace(/^ +| +$/g, '')) ? null : cell.replace(/^ +| +$/g, ''))
  }
];

/** Instants are judged to the millisecond, within the years that count as service records. */
const isRecordTime = (value: unknown): boolean =>
  !(value instanceof Date) || (value.getTime() >= Date.UTC(1900, 0, 1) && value.getTime() <= Date.UTC(2200, 0, 1));

describe('a cell read by the engine means what an independent reader says', () => {
  test.each(readers)('$name', async ({ column, rule, cell, meaning }) => {
    const mapping = incidentMapping(`  ${column}: ${rule}`);
    await fc.assert(
      fc.asyncProperty(fc.array(mostly(cell), { minLength: 150, maxLength: 150 }), async (cells) => {
        const read = await readCells(mapping, column, cells);
        cells.forEach((text, index) => {
          const nothing = text.replaceAll(' ', '') === '';
          const expected = nothing ? null : meaning(text);
          const isRead = expected !== undefined && isRecordTime(expected);
          const seen = read[index]!;
          expect({ text, isRejected: seen.reason !== null, value: isRead ? seen.value : null }).toEqual({
            text,
            isRejected: !isRead,
            value: isRead ? expected : null
          });
        });
      }),
      { numRuns: 4, endOnFailure: true }
    );
  });
});
