import { untrack } from 'svelte';
import type { Problem } from './panel-state.ts';
import { Recent } from './recent.ts';

/** What a place on the page shows: its answer, the answer before while the next is on its way, or why there is none. */
export interface Slot<T> {
  state: 'loading' | 'stale' | 'ready' | 'error';
  answer?: T;
  problem?: Problem;
}

const mostKept = 150;

/**
 * Answers of a page by place. Each place asks for its address; what nobody waits for any more is stopped, and answers that were
 * there before (going back, taking a filter away again) are shown at once.
 */
export class QuestionBook<T> {
  #slots = $state.raw<Readonly<Record<string, Slot<T>>>>({});
  #asked: Record<string, { address: string; stop: AbortController }> = {};
  #kept = new Recent<T>(mostKept);
  readonly #answerOf: (reply: Response) => Promise<T>;

  /** @param answerOf reads a reply, also one that refuses; throws for a fault */
  constructor(answerOf: (reply: Response) => Promise<T>) {
    this.#answerOf = answerOf;
  }

  /** Fills places with answers that came with the page. */
  seed(addresses: Readonly<Record<string, string>>, answers: Readonly<Record<string, T>>): void {
    for (const [slot, address] of Object.entries(addresses)) if (slot in answers) this.#kept.set(address, answers[slot]!);
    this.#slots = Object.fromEntries(Object.entries(answers).map(([slot, answer]) => [slot, { state: 'ready', answer }]));
  }

  get(slot: string): Slot<T> {
    return this.#slots[slot] ?? { state: 'loading' };
  }

  /** Asks for what each place needs now. */
  want(addresses: Readonly<Record<string, string>>): void {
    const before = untrack(() => this.#slots);
    for (const [slot, { address, stop }] of Object.entries(this.#asked)) {
      if (addresses[slot] === address) continue;
      stop.abort();
      delete this.#asked[slot];
    }
    this.#slots = Object.fromEntries(
      Object.entries(addresses).map(([slot, address]) => {
        const known = this.#kept.get(address);
        if (known !== undefined) return [slot, { state: 'ready', answer: known }];
        if (!(slot in this.#asked)) void this.#ask(slot, address);
        const { answer } = before[slot] ?? {};
        return [slot, answer === undefined ? { state: 'loading' } : { state: 'stale', answer }];
      })
    );
  }

  /** Asks again for a place that failed. */
  retry(slot: string, address: string): void {
    this.#set(slot, { ...this.get(slot), state: 'loading', problem: undefined });
    void this.#ask(slot, address);
  }

  /** Stops everything that is on its way. */
  close(): void {
    for (const { stop } of Object.values(this.#asked)) stop.abort();
    this.#asked = {};
  }

  async #ask(slot: string, address: string): Promise<void> {
    const stop = new AbortController();
    this.#asked[slot] = { address, stop };
    try {
      const answer = await this.#answerOf(await fetch(address, { signal: stop.signal }));
      this.#kept.set(address, answer);
      if (!stop.signal.aborted) this.#set(slot, { state: 'ready', answer });
    } catch (error) {
      const problem = error instanceof QuestionFault ? error.problem : { message: (error as Error).message, isRefusal: false };
      if (!stop.signal.aborted) this.#set(slot, { state: 'error', problem });
    } finally {
      if (this.#asked[slot]?.stop === stop) delete this.#asked[slot];
    }
  }

  #set(slot: string, value: Slot<T>): void {
    if (slot in this.#slots) this.#slots = { ...this.#slots, [slot]: value };
  }
}

/** A fault of the server, with the id of its log line. */
export class QuestionFault extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}
