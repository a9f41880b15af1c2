const leastLetters = 4;
const mostLetters = 6;
const dominance = 0.8;

/**
 * Finds short forms that people use for a longer word ("cert" for "certificate"): a word of 4 to 6 letters that is rarer than
 * one longer word beginning with it, where that longer word makes up at least 80 % of everything that begins so. "serv", which
 * may be server or service, stays alone.
 * @param frequency records per term
 * @returns short term → long term
 */
export function findAbbreviations(frequency: ReadonlyMap<string, number>): Map<string, string> {
  const terms = [...frequency.keys()].filter((term) => /^\p{L}+$/u.test(term)).sort();
  const found = new Map<string, string>();
  terms.forEach((short, index) => {
    if (short.length < leastLetters || short.length > mostLetters) return;
    let all = 0;
    let best = '';
    for (let at = index + 1; at < terms.length && terms[at]!.startsWith(short); at++) {
      const long = terms[at]!;
      if (long.length < short.length + 2) continue;
      all += frequency.get(long)!;
      if (frequency.get(long)! > (frequency.get(best) ?? 0)) best = long;
    }
    const most = frequency.get(best) ?? 0;
    if (most > frequency.get(short)! && most >= dominance * all) found.set(short, best);
  });
  return found;
}
