/**
 * Single keys that work on a page. A component offers a key by marking its control with `data-shortcut`: the key presses a button or
 * a link, opens a menu (`summary`), turns or sets a `select`. A key works exactly where such a control is on the page and visible,
 * and the help lists no other. Controls inside the panel that has the focus go before others.
 *
 * | mark | control | what the key does |
 * |---|---|---|
 * | `search` | text field | puts the cursor there; without one the palette opens |
 * | `filter` | field, button or menu | goes there |
 * | `compare` | select | turns to its next choice |
 * | `grain` | select with the values day, week, month, quarter | chooses |
 * | `period` | select whose value is the period of the page, kept in the parameter `period` | the page moves to the period before or after |
 * | `table` | button with `aria-pressed` (table shown) | presses it; outside of a panel, those of the whole page |
 * | `export` | button, link or menu | presses it, or opens it |
 */
export const marks = ['search', 'filter', 'compare', 'grain', 'period', 'table', 'export'] as const;
export type Mark = (typeof marks)[number];

export interface Shortcut {
  key: string;
  /** Where it acts; keys without one work everywhere. */
  mark?: Mark;
  words: string;
  /** Of a `select`: the value that must be among its choices. */
  value?: string;
}

/** Every single key, in the order of the help. */
export const shortcuts: readonly Shortcut[] = [
  { key: '/', words: 'Search' },
  { key: 'f', mark: 'filter', words: 'Filter' },
  { key: 'c', mark: 'compare', words: 'Turn the comparison' },
  { key: 'd', mark: 'grain', value: 'day', words: 'By day' },
  { key: 'w', mark: 'grain', value: 'week', words: 'By week' },
  { key: 'm', mark: 'grain', value: 'month', words: 'By month' },
  { key: 'q', mark: 'grain', value: 'quarter', words: 'By quarter' },
  { key: '[', mark: 'period', words: 'Period before' },
  { key: ']', mark: 'period', words: 'Period after' },
  { key: 't', mark: 'table', words: 'Charts as tables, and back' },
  { key: 'e', mark: 'export', words: 'Export' },
  { key: '?', words: 'These keys' }
];

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  repeat: boolean;
  /** Somebody handled it already. */
  defaultPrevented: boolean;
}

/** Where the keyboard is: never take a letter from somebody who types or chooses. */
export interface KeyPlace {
  tag: string;
  /** Of an `input`. */
  type?: string;
  isEditable: boolean;
  /** ARIA role, for widgets that take letters themselves. */
  role?: string | null;
}

const takesNoLetters = new Set(['button', 'checkbox', 'radio', 'submit', 'reset', 'file', 'image', 'range', 'color']);
const takesLetters = new Set(['textbox', 'searchbox', 'combobox', 'listbox', 'menu', 'menuitem', 'option', 'tree', 'grid', 'application']);

/** Whether letters belong to the thing that has the focus. A closed `select` chooses by letters, too. */
export function isTyping({ tag, type = 'text', isEditable, role }: KeyPlace): boolean {
  if (isEditable || (role && takesLetters.has(role))) return true;
  const name = tag.toLowerCase();
  return name === 'textarea' || name === 'select' || (name === 'input' && !takesNoLetters.has(type.toLowerCase()));
}

/** The shortcut that a press means; none with a modifier, while composing, held down, or while typing. Shift is allowed: it makes `?`. */
export function shortcutOf(press: KeyPress, place: KeyPlace): Shortcut | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing || press.repeat || press.defaultPrevented) return undefined;
  return isTyping(place) ? undefined : shortcuts.find(({ key }) => key === press.key);
}

/** ⌘K or Ctrl+K, wherever the focus is. */
export const opensPalette = ({ key, ctrlKey, metaKey, altKey, isComposing }: KeyPress): boolean =>
  key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !isComposing;

const switchName = 'plimsoll_keys';

/** Whether single keys are on; a person may turn them off (WCAG 2.1.4). Kept in this browser. */
export const areKeysOn = (): boolean => localStorage.getItem(switchName) !== 'off';
export const turnKeys = (on: boolean): void => (on ? localStorage.removeItem(switchName) : localStorage.setItem(switchName, 'off'));

/** Visible controls with a mark, those of the focused panel only where it has some. */
export function controlsOf(mark: Mark, root: ParentNode = document): HTMLElement[] {
  const visible = (inside: ParentNode): HTMLElement[] =>
    [...inside.querySelectorAll<HTMLElement>(`[data-shortcut="${mark}"]`)].filter((element) => element.checkVisibility());
  const panel = document.activeElement?.closest('section.panel, figure');
  const own = panel ? visible(panel) : [];
  return own.length > 0 ? own : visible(root);
}

/** Whether a shortcut would do anything on the page as it is. */
export function works({ mark, value }: Shortcut): boolean {
  if (!mark) return true;
  const [control] = controlsOf(mark);
  if (!control) return false;
  return (
    value === undefined ||
    (control instanceof HTMLSelectElement && [...control.options].some((one) => one.value === value && !one.disabled))
  );
}

/** Puts a `select` to a value as if somebody had chosen it. */
export function choose(control: HTMLElement | undefined, value: string): void {
  if (!(control instanceof HTMLSelectElement) || ![...control.options].some((one) => one.value === value)) return;
  control.value = value;
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Turns a `select` to its next choice, from the last to the first. */
export function turn(control: HTMLElement | undefined): void {
  if (control instanceof HTMLSelectElement && control.options.length > 0)
    choose(control, control.options[(control.selectedIndex + 1) % control.options.length]?.value ?? '');
}

/** Presses a control, or goes there: fields get the cursor, menus open. */
export function press(control: HTMLElement | undefined): void {
  control?.focus();
  if (control instanceof HTMLInputElement) control.select();
  else if (control && !(control instanceof HTMLSelectElement)) control.click();
}

/** All charts to tables, or all back where every one is a table already. A control without `aria-pressed` is pressed when it is alone. */
export function turnTables(found: readonly HTMLElement[]): void {
  const controls = found.filter((control) => control.hasAttribute('aria-pressed'));
  if (controls.length === 0) return press(found[0]);
  const shown = (control: HTMLElement): boolean => control.getAttribute('aria-pressed') === 'true';
  const wanted = !controls.every(shown);
  for (const control of controls) if (shown(control) !== wanted) control.click();
}
