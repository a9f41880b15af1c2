/** What one place on the page has to do before it can be read. It never rejects. */
type Work = () => Promise<void>;

/** A little before it is scrolled into view. */
const margin = '160px 0px';
const waiting = new Map<Element, Work>();
let underWay = 0;
let isIdling = false;
let watcher: IntersectionObserver | undefined;

/**
 * Does the work of a place when it comes into view; places out of view take their turns, from the top, while the browser has
 * nothing else to do. So what is seen is there first, and all else before it is scrolled to or printed.
 * @returns gives the turn back, if it has not come yet
 */
export function inTurn(element: Element, work: Work): () => void {
  watcher ??= new IntersectionObserver(look, { rootMargin: margin });
  waiting.set(element, work);
  watcher.observe(element);
  return () => {
    if (waiting.get(element) === work) leave(element);
  };
}

function leave(element: Element): void {
  waiting.delete(element);
  watcher?.unobserve(element);
}

function look(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) if (isIntersecting) begin(target);
  idle();
}

function begin(element: Element): void {
  const work = waiting.get(element);
  if (!work) return;
  leave(element);
  underWay += 1;
  void work().finally(() => {
    underWay -= 1;
    idle();
  });
}

/** One at a time, and none while something else is under way. */
function idle(): void {
  if (isIdling || underWay > 0 || waiting.size === 0) return;
  isIdling = true;
  whenIdle(() => {
    isIdling = false;
    const [next] = waiting.keys();
    if (next && underWay === 0) begin(next);
  });
}

/** Not every browser says when it is idle. */
const whenIdle = (work: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 500 });
  else setTimeout(work, 50);
};
