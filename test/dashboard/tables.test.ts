import { describe, expect, it } from 'vitest';
import { besideButton } from '#dashboard/lib/menu-place.ts';
import { breaking, unitsTogether, type TableColumn } from '#dashboard/lib/table-column.ts';

describe('a menu', () => {
  const menu = { width: 340, height: 200 };
  const button = (left: number, top: number) => ({ left, right: left + 80, top, bottom: top + 30 });

  it('begins with its button where it has room, else ends with it', () => {
    const room = { left: 184, right: 1280, bottom: 900 };
    expect(besideButton(button(230, 100), menu, room)).toEqual({ left: 230, top: 134 });
    expect(besideButton(button(1150, 100), menu, room)).toEqual({ left: 890, top: 134 });
  });

  it('opens above its button at the foot of the window', () => {
    expect(besideButton(button(300, 860), menu, { left: 0, right: 1280, bottom: 900 }).top).toBe(656);
  });

  it('stays within the room wherever its button is', () => {
    for (const [left, right] of [
      [0, 390],
      [184, 768],
      [208, 1256],
      [208, 1416]
    ] as const)
      for (let at = left; at <= right - 80; at += 7)
        for (let top = 0; top <= 870; top += 29) {
          const place = besideButton(button(at, top), menu, { left, right, bottom: 900 });
          const isWithin =
            place.left >= left + 8 && place.left + menu.width <= right - 8 && place.top >= 8 && place.top + menu.height <= 892;
          if (!isWithin) throw new Error(`the menu of a button at ${at}, ${top} stands at ${place.left}, ${place.top}`);
        }
  });
});

it('long texts give way before columns leave; figures, numbers of records and short names stay whole', () => {
  const told = (value: string | number, column: Partial<TableColumn> = {}) =>
    breaking({ name: 'it', label: 'It', unit: 'text', ...column }, [{ it: 'a' }, { it: value }]);
  expect(told('INC0012345')).toBe('keeps-whole');
  expect(told('Enterprise Applications')).toBe('breaks-words');
  expect(told('VPN drops each Monday morning at the change of shifts')).toBe('breaks-lines');
  expect(told(123_456_789_012, { unit: 'count' })).toBe('keeps-whole');
  expect(told('2026-10-31T17:53:00Z', { unit: 'instant', zone: 'Europe/Berlin' })).toBe('breaks-units');
});

it('a duration breaks between its units, an instant between day and time, neither within one', () => {
  expect(unitsTogether('30 Sept 2026, 04:31').split(' ')).toEqual(['30\u00a0Sept\u00a02026,', '04:31']);
  expect(unitsTogether('21 h 46 min').split(' ')).toEqual(['21\u00a0h', '46\u00a0min']);
  expect(breaking({ name: 'it', label: 'It', unit: 'worked' }, [])).toBe('breaks-units');
});
