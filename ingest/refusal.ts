/** Where in a delivery something stands. */
export interface Place {
  /** Name of the delivery, inside an archive `archive.zip!entry.csv`. */
  file: string;
  /** 1-based physical line. */
  line?: number;
  /** Header of the column, or its position when it has none. */
  column?: string;
}

/**
 * A delivery that cannot be taken: expected bad input, caught once where a delivery lands and turned into a report. Its message
 * names the place, what was found, and the way out.
 */
export class Refusal extends Error {
  readonly place: Place;
  readonly found: string;
  readonly wayOut: string;

  constructor(place: Place, found: string, wayOut: string) {
    super(`${placeText(place)}: ${found}. ${wayOut}`);
    this.name = 'Refusal';
    this.place = place;
    this.found = found;
    this.wayOut = wayOut;
  }
}

export function placeText({ file, line, column }: Place): string {
  const parts = [file];
  if (line !== undefined) parts.push(`line ${line.toLocaleString('en')}`);
  if (column !== undefined) parts.push(`column "${column}"`);
  return parts.join(', ');
}

/** A piece of a value for a message: one line, at most `most` characters, control characters shown. */
export function excerpt(text: string, most = 60): string {
  const plain = text.slice(0, most + 1).replace(/[\u0000-\u001f\u007f]/g, (character) => visible[character] ?? '·');
  return plain.length > most ? `${plain.slice(0, most)}…` : plain;
}

const visible: Record<string, string> = { '\n': '⏎', '\r': '␍', '\t': '⇥', '\0': '␀' };
