/** How well letters typed in order fit a text; higher is better. Letters are compared without case and accents. */
export interface Match {
  score: number;
  /** Places of the letters that matched, in order. */
  at: readonly number[];
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('en');
const isBoundary = (text: string, at: number): boolean => at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1] ?? '');

const exact = 1000;
const atStart = 500;
const atWord = 300;
const inside = 150;

/**
 * Fits one word into a text: whole, from the start, from the start of a word, inside, or its letters in order with gaps. Shorter
 * texts go before longer ones of the same kind.
 */
function fitWord(word: string, text: string): Match | undefined {
  const places = (from: number): number[] => Array.from({ length: word.length }, (_, index) => from + index);
  const slack = Math.min(100, text.length) / 10;
  if (word === text) return { score: exact, at: places(0) };
  if (text.startsWith(word)) return { score: atStart - slack, at: places(0) };
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1))
    if (isBoundary(text, from)) return { score: atWord - slack, at: places(from) };
  const found = text.indexOf(word);
  if (found >= 0) return { score: inside - slack, at: places(found) };
  return word.length < 3 ? undefined : fitLetters(word, text);
}

/** Letters in order with gaps, which must begin a word and each be near the one before: `incop` fits `Incidents opened`. */
function fitLetters(word: string, text: string): Match | undefined {
  for (let start = text.indexOf(word[0] ?? ''); start >= 0; start = text.indexOf(word[0] ?? '', start + 1)) {
    if (!isBoundary(text, start)) continue;
    const at = [start];
    let gaps = 0;
    for (const letter of word.slice(1)) {
      const last = at.at(-1) ?? 0;
      const next = text[last + 1] === letter ? last + 1 : nextBoundary(text, letter, last + 1);
      if (next < 0) break;
      if (next > last + 1) gaps += 1;
      at.push(next);
    }
    if (at.length === word.length) return { score: Math.max(1, 100 - gaps * 15 - Math.min(100, text.length) / 10), at };
  }
  return undefined;
}

function nextBoundary(text: string, letter: string, from: number): number {
  for (let at = text.indexOf(letter, from); at >= 0; at = text.indexOf(letter, at + 1)) if (isBoundary(text, at)) return at;
  return -1;
}

/**
 * How well what somebody typed fits a text: every word must fit somewhere, in any order.
 * @returns undefined where it does not fit; a score of 0 for nothing typed
 */
export function fit(typed: string, text: string): Match | undefined {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const own = plain(text);
  const matches = words.map((word) => fitWord(word, own));
  if (matches.some((match) => match === undefined)) return undefined;
  const whole = words.length > 1 ? (fitWord(words.join(' '), own)?.score ?? 0) : 0;
  const score = matches.reduce((sum, match) => sum + (match?.score ?? 0), 0) / Math.max(1, words.length);
  return { score: Math.max(score, whole), at: [...new Set(matches.flatMap((match) => match?.at ?? []))].sort((a, b) => a - b) };
}

/** What can be found: `label` is shown, `more` is searched besides and counts half. */
export interface Findable {
  label: string;
  more?: string;
  /** Added to the score: what is likelier to be meant. */
  weight?: number;
}

/** Those that fit, best first; ties keep their order. */
export function rank<T extends Findable>(typed: string, items: readonly T[], limit: number): T[] {
  return items
    .flatMap((item) => {
      const own = fit(typed, item.label)?.score ?? -1;
      const other = item.more === undefined ? -1 : (fit(typed, `${item.label} ${item.more}`)?.score ?? -1) / 2;
      const score = Math.max(own, other);
      return score < 0 ? [] : [{ item, score: score + (item.weight ?? 0) }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ item }) => item);
}
