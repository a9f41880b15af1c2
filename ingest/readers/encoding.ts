import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Refusal } from '../refusal.ts';
import { Fingerprint, type Beginning } from './fingerprint.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-1';

export interface EncodingGuess {
  encoding: Encoding;
  hasBom: boolean;
  /** Why, in a sentence; absent when it is plain UTF-8 and there is nothing to say. */
  evidence?: string;
}

/**
 * Tells the encoding from the beginning of a file: byte order mark, zero bytes at every other place (UTF-16), strict UTF-8, else
 * the Windows code page, or its subset ISO-8859-1 when no byte 80–9F stands there. UTF-8 with some damage is still UTF-8.
 * @param isWhole the head is the whole file, so a character cut at its end is an error
 * @throws Refusal for UTF-32 and for files that are no text
 */
export function detectEncoding(head: Uint8Array, isWhole: boolean, file: string): EncodingGuess {
  const [a, b, c, d] = head;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    throw new Refusal({ file }, 'the text is UTF-32, which is not read', 'Export it again as UTF-8.');
  }
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', hasBom: true };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', hasBom: true, evidence: 'UTF-16 (little-endian) by its byte order mark' };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', hasBom: true, evidence: 'UTF-16 (big-endian) by its byte order mark' };
  const zeros = [0, 0];
  for (let index = 0; index < head.length; index++) if (head[index] === 0) zeros[index & 1]!++;
  const half = head.length / 2;
  if (zeros[1]! > half * 0.4 && zeros[0]! < half * 0.1) {
    return { encoding: 'utf-16le', hasBom: false, evidence: 'UTF-16 (little-endian): every second byte is zero' };
  }
  if (zeros[0]! > half * 0.4 && zeros[1]! < half * 0.1) {
    return { encoding: 'utf-16be', hasBom: false, evidence: 'UTF-16 (big-endian): every first byte of two is zero' };
  }
  if (zeros[0]! + zeros[1]! > head.length * 0.1) {
    throw new Refusal({ file }, 'the file is no text: it is full of zero bytes', 'Export it as CSV.');
  }
  const text = isWhole ? head : head.subarray(0, head.length - cutTail(head));
  return isUtf8(text) || isDamagedUtf8(text) ? { encoding: 'utf-8', hasBom: false } : singleByte(text);
}

/** Windows-1252 or ISO-8859-1, with the first byte that is not UTF-8 as evidence. */
export function singleByte(bytes: Uint8Array): EncodingGuess {
  const position = invalidOffsets(bytes, 1)[0] ?? 0;
  const encoding = bytes.some((byte) => byte >= 0x80 && byte <= 0x9f) ? 'windows-1252' : 'iso-8859-1';
  const around = new TextDecoder('windows-1252').decode(bytes.subarray(Math.max(0, position - 12), position + 12)).replace(/\s+/g, ' ');
  const evidence = `not UTF-8 (byte ${bytes[position]!.toString(16).toUpperCase()} in “${around}”), read as ${encoding}`;
  return { encoding, hasBom: false, evidence };
}

/** Bytes at the end that begin a UTF-8 character without ending it: 0–3. */
export function cutTail(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

/** Positions of bytes at which the text stops being UTF-8, at most `most`. */
export function invalidOffsets(bytes: Uint8Array, most: number): number[] {
  const found: number[] = [];
  for (let at = 0; at < bytes.length && found.length < most;) {
    const length = characterLength(bytes, at);
    if (length === 0) found.push(at);
    at += length || 1;
  }
  return found;
}

/** Length of the UTF-8 character at `at`, 0 when there is none. */
function characterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  return first >= 0xc2 && isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}

/** Whether a text that is not UTF-8 throughout is still UTF-8 with damage, and not another encoding. */
export const isDamagedUtf8 = (bytes: Uint8Array): boolean => {
  let valid = 0;
  let invalid = 0;
  for (let at = 0; at < bytes.length;) {
    const length = characterLength(bytes, at);
    if (length > 1) valid++;
    if (length === 0) invalid++;
    at += length || 1;
  }
  return valid > invalid;
};

export { isAscii, isUtf8 };

/** Reads a file in another encoding and writes it as UTF-8 without byte order mark; hashes the bytes as delivered. */
export async function transcode(
  from: string,
  to: string,
  guess: EncodingGuess,
  earlier: readonly Beginning[],
  file: string
): Promise<Fingerprint> {
  const fingerprint = new Fingerprint(earlier);
  const decoder = new TextDecoder(guess.encoding === 'iso-8859-1' ? 'windows-1252' : guess.encoding, { fatal: true });
  const target = await open(to, 'w');
  try {
    for await (const chunk of createReadStream(from, { highWaterMark: 1 << 20 }) as AsyncIterable<Uint8Array>) {
      fingerprint.update(chunk);
      await target.write(decodePiece(decoder, chunk, file, fingerprint.bytes));
    }
    await target.write(decodePiece(decoder, undefined, file, fingerprint.bytes));
  } finally {
    await target.close();
  }
  return fingerprint;
}

function decodePiece(decoder: TextDecoder, chunk: Uint8Array | undefined, file: string, until: number): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new Refusal(
      { file },
      `the text is not whole ${decoder.encoding.toUpperCase()}: damaged before byte ${until.toLocaleString('en')}`,
      'The file was cut or mixed from several encodings: fetch it again, or export it as UTF-8.'
    );
  }
}
