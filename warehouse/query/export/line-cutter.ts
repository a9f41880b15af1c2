const lineFeed = 10;

/** A stream of lines, taken so many at a time. */
export class LineCutter {
  private readonly source: AsyncIterator<Uint8Array>;
  private rest: Uint8Array = new Uint8Array(0);
  /** Lines taken so far. */
  taken = 0;

  constructor(lines: AsyncIterable<Uint8Array>) {
    this.source = lines[Symbol.asyncIterator]();
  }

  /** Bytes of at most so many lines; after `bytes` of them it stops at the next line's end. */
  async *take(lines: number, bytes: number): AsyncGenerator<Uint8Array> {
    let [left, length] = [lines, 0];
    let isWhole = false;
    try {
      while (left > 0 && (length < bytes || !this.isLineStart) && (await this.hasMore())) {
        const end = endOf(this.rest, length < bytes ? left : 1);
        const part = this.rest.subarray(0, end.at);
        this.rest = this.rest.subarray(end.at);
        this.isLineStart = part.at(-1) === lineFeed;
        left -= end.lines;
        length += part.length;
        this.taken += end.lines;
        yield part;
      }
      isWhole = true;
    } finally {
      if (!isWhole) await this.source.return?.();
    }
  }

  /** Whether there is a line left. */
  async hasMore(): Promise<boolean> {
    while (this.rest.length === 0) {
      const { done, value } = await this.source.next();
      if (done) return false;
      this.rest = value;
    }
    return true;
  }

  private isLineStart = true;
}

/** How far the first `lines` lines of some bytes go, and how many there are. */
function endOf(bytes: Uint8Array, lines: number): { at: number; lines: number } {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) {
    count++;
    if (count === lines) return { at: at + 1, lines: count };
  }
  return { at: bytes.length, lines: count };
}
