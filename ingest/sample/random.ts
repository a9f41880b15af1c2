/** Numbers of the random streams: records of different kinds never share draws. Append only; a new number changes no other stream. */
export const streams = {
  organisation: 1,
  hour: 2,
  arrival: 3,
  incident: 4,
  change: 5,
  problem: 6,
  request: 7,
  event: 8,
  alert: 9,
  identity: 10,
  story: 11
} as const;

function mix(state: number, value: number): number {
  let mixed = Math.imul(state ^ value, 0xcc9e2d51);
  mixed = (mixed << 15) | (mixed >>> 17);
  mixed = Math.imul(mixed, 0x1b873593) + 0xe6546b64;
  mixed ^= mixed >>> 16;
  mixed = Math.imul(mixed, 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

/**
 * sfc32 (Doty-Humphrey), re-seeded for every record by hashing (seed, stream, index): record i can be made without record i − 1, so
 * any part of a sample can be made alone and a longer one begins like a shorter one.
 */
export class Random {
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 1;
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** Rewinds to the start of the draws of one record; answers itself. */
  at(stream: number, index: number): this {
    const first = mix(mix(mix(0x9e3779b9, this.#seed), stream), index);
    this.#a = first;
    this.#b = mix(first, 0x243f6a88);
    this.#c = mix(this.#b, 0x85a308d3);
    this.#counter = 1;
    for (let round = 0; round < 6; round++) this.bits();
    return this;
  }

  /** 32 random bits as a signed integer. */
  bits(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    return sum;
  }

  /** Uniform in [0, 1). */
  next(): number {
    return (this.bits() >>> 0) / 4294967296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Whole number from 0 to `below` − 1. */
  integer(below: number): number {
    return Math.floor(this.next() * below);
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.integer(list.length)] as T;
  }

  /** Index drawn by running sums of weights, as `runningSums` makes them. */
  weighted(sums: readonly number[]): number {
    const mark = this.next() * (sums[sums.length - 1] as number);
    let index = 0;
    while ((sums[index] as number) <= mark) index++;
    return index;
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** Median and spread of the logarithm: service times have a long right tail. */
  logNormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal());
  }
}

export function runningSums(weights: readonly number[]): number[] {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
}

const byteHex = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));
const wordHex = (word: number) =>
  (byteHex[word >>> 24] as string) + byteHex[(word >>> 16) & 255] + byteHex[(word >>> 8) & 255] + byteHex[word & 255];

/** A ServiceNow-like `sys_id`: 32 hexadecimal digits that only depend on seed, table and index. */
export function systemId(seed: number, table: number, index: number): string {
  const first = mix(mix(mix(0x3c6ef372, seed), table), index);
  const second = mix(first, 0x13198a2e);
  const third = mix(second, 0x03707344);
  return wordHex(first) + wordHex(second) + wordHex(third) + wordHex(mix(third, index));
}
