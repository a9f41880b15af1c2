/** More questions than can be taken on; ask again shortly. */
export class BusyError extends Error {
  constructor(message = 'too many queries at once; try again in a moment') {
    super(message);
    this.name = 'BusyError';
  }
}

/** Lets so many in at once; the rest wait in order, and too many waiting are refused at once. */
export class Admission {
  private readonly places: number;
  private readonly longest: number;
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(places: number, longest: number) {
    this.places = places;
    this.longest = longest;
  }

  /** Waits for a place; resolves to what gives it back (safe to call twice). @throws BusyError, or the signal's reason */
  async enter(signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    if (this.inside < this.places) this.inside++;
    else await this.wait(signal);
    let isOut = false;
    return () => {
      if (isOut) return;
      isOut = true;
      const next = this.waiting.shift();
      if (next) next();
      else this.inside--;
    };
  }

  private wait(signal?: AbortSignal): Promise<void> {
    if (this.waiting.length >= this.longest) throw new BusyError();
    return new Promise((resolve, reject) => {
      const enter = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        this.waiting.splice(this.waiting.indexOf(enter), 1);
        reject(signal?.reason as Error);
      };
      this.waiting.push(enter);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }
}
