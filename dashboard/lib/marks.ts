import type { Attachment } from 'svelte/attachments';

/** What an arrow key does: rows down, columns right. */
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0]
};

/** Row and column of a mark: of its cell in a table, else its place in the list, which both kinds of arrows walk. */
interface Place {
  mark: HTMLElement;
  row: number;
  column: number;
}

function placesOf(root: HTMLElement): Place[] {
  return [...root.querySelectorAll<HTMLElement>('[data-mark]')].map((mark, at) => {
    const cell = mark.closest<HTMLTableCellElement>('td, th');
    return { mark, row: cell?.closest('tr')?.rowIndex ?? at, column: cell?.cellIndex ?? -1 };
  });
}

/** The mark that an arrow leads to: the next in the line, past gaps; in a list up and left, down and right are the same. */
export function nextPlace<P extends { row: number; column: number }>(places: readonly P[], from: P, key: string): P | undefined {
  const step = steps[key];
  if (!step) return undefined;
  const [down, right] = step;
  const at = places.indexOf(from);
  if (from.column < 0) return places[at + down + right];
  const inLine = places.filter((one) => (down ? one.column === from.column : one.row === from.row));
  return inLine[inLine.indexOf(from) + down + right];
}

/**
 * Keyboard cursor of a figure whose marks are elements with `data-mark`, links or cells: one stop of the tabulator, arrow
 * keys go from mark to mark, Home and End to the ends, Enter follows a link. Focus moves with the cursor, so screen readers
 * read each mark with its row and column.
 */
export const marks: Attachment<HTMLElement> = (root) => {
  const choose = (chosen: HTMLElement | undefined): void => {
    for (const { mark } of placesOf(root)) mark.tabIndex = mark === chosen ? 0 : -1;
  };
  const enter = (): void => choose(root.querySelector<HTMLElement>('[data-mark][tabindex="0"]') ?? placesOf(root)[0]?.mark);
  const steer = (event: KeyboardEvent): void => {
    const places = placesOf(root);
    const here = places.find(({ mark }) => mark === event.target);
    if (!here || event.altKey || event.ctrlKey || event.metaKey) return;
    const ends: Record<string, Place | undefined> = { Home: places[0], End: places.at(-1) };
    const next = ends[event.key] ?? nextPlace(places, here, event.key);
    if (!next) return;
    event.preventDefault();
    choose(next.mark);
    next.mark.focus();
  };
  const changed = new MutationObserver(enter);
  changed.observe(root, { childList: true, subtree: true });
  root.addEventListener('keydown', steer);
  enter();
  return () => {
    changed.disconnect();
    root.removeEventListener('keydown', steer);
  };
};
