import { glossary } from './glossary.ts';
import { stopWords } from './stop-words.ts';

const marks = /\p{M}+/gu;
const letters = /[\p{L}\p{N}]+/gu;
const placeholders = /<(?:url|mail|guid|ip|date|id|hex|number|host|quoted)>/g;
/** "Wi-Fi" and "e-mail" are one word. */
const compounds = /\b(wi|e)-(fi|mail)/gi;
const endings = ['ation', 'ition', 'ness', 'ment', 'ung', 'ing', 'ion', 'ure', 'ed', 'en', 'er', 'em', 'ly'];
const doubled = /([bdgmnpt])\1$/;

/** Lower case, without accents; `ß` becomes `ss`. */
export const fold = (text: string): string => {
  const lower = text.toLowerCase();
  return /^[\x00-\x7f]*$/.test(lower) ? lower : lower.replaceAll('ß', 'ss').normalize('NFKD').replace(marks, '');
};

/**
 * Light stemmer for English and German: plural, then one ending, then a final e or y; at least four letters stay. It only has
 * to make the forms of one word meet (expired, expires, expiry, expiration → expir), so a stem is never shown to anyone.
 */
export function stem(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word;
  let root = word;
  if (root.endsWith('ies') || root.endsWith('ied')) root = `${root.slice(0, -3)}y`;
  else if (root.endsWith('s') && !/(?:ss|us|is)$/.test(root)) root = root.slice(0, -1);
  const ending = endings.find((suffix) => root.endsWith(suffix) && root.length - suffix.length >= 4);
  if (ending) root = root.slice(0, -ending.length).replace(doubled, '$1');
  return /[ey]$/.test(root) && root.length >= 5 ? root.slice(0, -1) : root;
}

/**
 * Terms of a masked title: folded, without stop words and placeholders, stemmed, each once, sorted. A title made of stop
 * words only keeps them all, so that "does not work" is still a text.
 */
export class TermReader {
  private readonly known = new Map<string, readonly string[]>();

  read(template: string): string[] {
    const words = fold(template.replace(placeholders, ' ').replace(compounds, '$1$2').replace(/['’]/g, '')).match(letters) ?? [];
    const telling = words.flatMap((word) => this.terms(word));
    return [...new Set(telling.length > 0 ? telling : words.map(stem))].sort();
  }

  private terms(word: string): readonly string[] {
    let terms = this.known.get(word);
    if (!terms) {
      terms = stopWords.has(word) || word.length < 2 ? [] : (glossary.get(word) ?? word).split(' ').map(stem);
      this.known.set(word, terms);
    }
    return terms;
  }
}
