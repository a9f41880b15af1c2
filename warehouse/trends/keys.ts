import { findAbbreviations } from './abbreviations.ts';
import type { Key } from './families.ts';
import { maskText } from './mask.ts';
import { termFrequency } from './similarity.ts';
import { TermReader } from './terms.ts';

interface Template {
  text: string;
  terms: readonly string[];
  count: number;
}

/**
 * Reads distinct titles once and says which of them are the same text: the same terms after masking, stemming and writing out
 * short forms. Memory grows with the number of distinct masked titles, not of records.
 */
export class TitleReader {
  private readonly reader = new TermReader();
  private long: ReadonlyMap<string, string> = new Map();
  private readonly templates: Template[] = [];
  private readonly known = new Map<string, number>();

  /**
   * @param count records with this title
   * @returns number of the masked title, and the first host-like name in it, folded
   */
  read(title: string, count: number): { template: number; host: string | undefined } {
    const { template, entities } = maskText(title);
    let index = this.known.get(template);
    if (index === undefined) {
      index = this.templates.length;
      this.known.set(template, index);
      this.templates.push({ text: template, terms: this.reader.read(template), count: 0 });
    }
    this.templates[index]!.count += count;
    return { template: index, host: entities.find(({ kind }) => kind === 'host')?.text.toLowerCase() };
  }

  /**
   * Distinct keys in order of their text, and the key of each masked title (-1: nothing but masked parts). The wording of a key
   * is its most frequent masked title, the shorter of equals.
   */
  keys(): { keys: Key[]; keyOf: Int32Array } {
    this.long = findAbbreviations(termFrequency(this.templates));
    const groups = new Map<string, { terms: readonly string[]; templates: number[] }>();
    this.templates.forEach(({ terms }, index) => {
      if (terms.length === 0) return;
      const full = this.written(terms);
      const text = full.join(' ');
      const group = groups.get(text);
      if (group) group.templates.push(index);
      else groups.set(text, { terms: full, templates: [index] });
    });
    const keyOf = new Int32Array(this.templates.length).fill(-1);
    const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
    const keys = sorted.map(([text, { terms, templates }], key) => {
      for (const index of templates) keyOf[index] = key;
      const wordings = templates.map((index) => this.templates[index]!);
      const [most] = wordings.sort((a, b) => b.count - a.count || a.text.length - b.text.length || (a.text < b.text ? -1 : 1));
      return { text, terms, template: most!.text };
    });
    return { keys, keyOf };
  }

  /** Terms of any other text (a facet's name, a masked title), with the short forms found by `keys` written out. */
  termsOf(text: string): readonly string[] {
    return this.written(this.reader.read(text));
  }

  private written(terms: readonly string[]): readonly string[] {
    return terms.some((term) => this.long.has(term)) ? [...new Set(terms.map((term) => this.long.get(term) ?? term))].sort() : terms;
  }
}
