/** Letters and digits without those that look alike (0 O I l), so that an id survives being read aloud and typed. */
const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/**
 * Bytes as a number in base 58, most significant digit first, cut to its first `length` digits.
 * @param length at most as many as the bytes fill: 10 for 8 bytes, 43 for 32
 */
export function base58(bytes: Uint8Array, length: number): string {
  let number = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 1n);
  let digits = '';
  while (digits.length < length) {
    digits += alphabet[Number(number % 58n)];
    number /= 58n;
  }
  return digits;
}

/** Whether a text has the form of such an id; nothing else is ever looked up. */
export const isBase58 = (text: string): boolean => /^[1-9A-HJ-NP-Za-km-z]{10,44}$/.test(text);
