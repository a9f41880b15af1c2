/** What a delivery may be at most. Everything beyond is refused with the limit in the message. */
export interface Limits {
  /** One cell. Longer ones are unclosed quotes or attachments. */
  fieldBytes: number;
  /** One record. */
  recordBytes: number;
  /** An archive, unpacked, all entries together. */
  unpackedBytes: number;
  /** Unpacked to packed bytes, counted once `ratioFromBytes` have come out. */
  ratio: number;
  ratioFromBytes: number;
  /** Entries in one archive. */
  entries: number;
  /** Rows of another shape than the header before the whole delivery counts as misread. */
  misshapenRows: number;
}

const MiB = 1 << 20;

export const defaultLimits: Limits = {
  fieldBytes: 4 * MiB,
  recordBytes: 16 * MiB,
  unpackedBytes: 20e9,
  ratio: 200,
  ratioFromBytes: 100e6,
  entries: 1000,
  misshapenRows: 100_000
};

export function sizeText(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1000 ** power).toLocaleString('en', { maximumFractionDigits: power === 0 ? 0 : 1 })} ${units[power]}`;
}
