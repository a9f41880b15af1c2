import { createHash } from 'node:crypto';

/** Size and hash of an earlier delivery; when a longer one begins with the same bytes, it is the same export, continued. */
export interface Beginning {
  bytes: number;
  sha256: string;
}

/** SHA-256 over a stream of bytes that notices on the way when it passes the whole of an earlier delivery. */
export class Fingerprint {
  private readonly hash = createHash('sha256');
  private readonly awaited: Beginning[];
  /** Bytes seen. */
  bytes = 0;
  /** Hashes of earlier deliveries with which these bytes begin, shortest first. */
  readonly beginsWith: string[] = [];

  constructor(earlier: readonly Beginning[] = []) {
    this.awaited = [...earlier].sort((a, b) => a.bytes - b.bytes);
  }

  update(chunk: Uint8Array): void {
    let from = 0;
    for (let next = this.awaited[0]; next && next.bytes <= this.bytes + chunk.length - from; next = this.awaited[0]) {
      const to = from + next.bytes - this.bytes;
      this.take(chunk.subarray(from, to));
      from = to;
      if (this.hash.copy().digest('hex') === next.sha256) this.beginsWith.push(next.sha256);
      this.awaited.shift();
    }
    this.take(chunk.subarray(from));
  }

  private take(piece: Uint8Array): void {
    if (piece.length === 0) return;
    this.hash.update(piece);
    this.bytes += piece.length;
  }

  /** Hexadecimal; ends the stream. */
  digest(): string {
    return this.hash.digest('hex');
  }
}
