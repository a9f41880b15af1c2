import fc from 'fast-check';

/** The same draws in every run; `PLIMSOLL_SEED` gives others. */
export const seed = Number(process.env.PLIMSOLL_SEED ?? 20_261_122);

/** `PLIMSOLL_SHARE=3/8`: the third of eight parts, which together are the whole; absent means all. */
const asked = process.env.PLIMSOLL_SHARE ?? '1/1';
const [, part, of] = (/^([1-9]\d*)\/([1-9]\d*)$/.exec(asked) ?? []).map(Number) as [number, number, number];
if (!part || part > of) throw new Error(`PLIMSOLL_SHARE is ${asked}; write the part and how many there are, for example 3/8`);

/** How many parts there are. */
export const parts = of;

/** Printed by every suite: what to set to run the same again. */
export const again = `PLIMSOLL_SEED=${seed} PLIMSOLL_SHARE=${part}/${of}`;

/** This run's part of a list, dealt out in an order of chance; never none. */
export function shareOf<T>(all: readonly T[]): T[] {
  const shuffled = fc.sample(fc.shuffledSubarray([...all], { minLength: all.length }), { numRuns: 1, seed })[0]!;
  return all.length < of ? [shuffled[(part - 1) % all.length]!] : shuffled.filter((_, index) => index % of === part - 1);
}

/** Prints how far a suite is, at every tenth of the way. */
export function progressOf(name: string, whole: number): (done: number) => void {
  const began = Date.now();
  let told = 0;
  return (done) => {
    if (Math.floor((done * 10) / whole) <= told) return;
    told = Math.floor((done * 10) / whole);
    process.stdout.write(`${name} (${again}): ${done} of ${whole} in ${Math.round((Date.now() - began) / 1000)} s\n`);
  };
}

/** Does all of a list, two at a time as a small machine has cores. */
export async function sideBySide<T>(all: readonly T[], work: (one: T) => Promise<void>, say: (done: number) => void): Promise<void> {
  let at = 0;
  let done = 0;
  const worker = async (): Promise<void> => {
    while (at < all.length) {
      await work(all[at++]!);
      say((done += 1));
    }
  };
  await Promise.all([worker(), worker()]);
}
