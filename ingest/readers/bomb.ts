import { Transform, type TransformCallback } from 'node:stream';
import { Refusal } from '../refusal.ts';
import { sizeText, type Limits } from './limits.ts';

/** Bytes that came out of an archive so far, over all its entries. */
export interface Unpacked {
  bytes: number;
}

/** Lets unpacked bytes through until there are too many of them, in all or for what was packed. */
export class BombGuard extends Transform {
  private readonly file: string;
  private readonly packed: number;
  private readonly limits: Limits;
  private readonly unpacked: Unpacked;
  private here = 0;

  constructor(file: string, packed: number, limits: Limits, unpacked: Unpacked = { bytes: 0 }) {
    super();
    this.file = file;
    this.packed = packed;
    this.limits = limits;
    this.unpacked = unpacked;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.unpacked.bytes += chunk.length;
    this.here += chunk.length;
    const { unpackedBytes, ratio, ratioFromBytes } = this.limits;
    if (this.unpacked.bytes > unpackedBytes) {
      done(this.refuse(`it unpacks to more than ${sizeText(unpackedBytes)}`));
    } else if (this.here > ratioFromBytes && this.here > ratio * this.packed) {
      done(this.refuse(`${sizeText(this.packed)} unpack to more than ${ratio} times as much, as in a zip bomb`));
    } else done(null, chunk);
  }

  private refuse(found: string): Refusal {
    return new Refusal({ file: this.file }, found, 'Nothing of it was loaded. If it is an honest export, deliver the CSV unpacked.');
  }
}
