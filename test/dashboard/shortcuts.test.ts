import { describe, expect, it } from 'vitest';
import { isTyping, opensPalette, shortcutOf, shortcuts, type KeyPress, type KeyPlace } from '#dashboard/lib/shortcuts.ts';

const body: KeyPlace = { tag: 'BODY', isEditable: false };
const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  repeat: false,
  defaultPrevented: false,
  ...more
});

describe('single keys', () => {
  it('are those of the design, each once', () =>
    expect(shortcuts.map(({ key }) => key)).toEqual(['/', 'f', 'c', 'd', 'w', 'm', 'q', '[', ']', 't', 'e', '?']));

  it.each(shortcuts)('$key is taken from the page', (shortcut) => expect(shortcutOf(press(shortcut.key), body)).toBe(shortcut));

  it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }, { repeat: true }, { defaultPrevented: true }])(
    'are left alone with %j',
    (more) => expect(shortcutOf(press('f', more), body)).toBeUndefined()
  );

  it.each([
    { tag: 'INPUT', isEditable: false },
    { tag: 'input', type: 'search', isEditable: false },
    { tag: 'INPUT', type: 'date', isEditable: false },
    { tag: 'TEXTAREA', isEditable: false },
    { tag: 'SELECT', isEditable: false },
    { tag: 'DIV', isEditable: true },
    { tag: 'DIV', isEditable: false, role: 'combobox' }
  ])('are left to %j', (place) => expect([isTyping(place), shortcutOf(press('f'), place)]).toEqual([true, undefined]));

  it.each([
    { tag: 'BUTTON', isEditable: false },
    { tag: 'INPUT', type: 'checkbox', isEditable: false },
    { tag: 'A', isEditable: false },
    { tag: 'DIV', isEditable: false, role: 'group' }
  ])('are taken from %j', (place) => expect(shortcutOf(press('t'), place)?.mark).toBe('table'));
});

describe('the palette', () => {
  it.each([{ ctrlKey: true }, { metaKey: true }])('opens with K and %j', (more) => expect(opensPalette(press('k', more))).toBe(true));
  it('does not open with K alone, or with Alt', () =>
    expect([opensPalette(press('k')), opensPalette(press('k', { ctrlKey: true, altKey: true }))]).toEqual([false, false]));
});
