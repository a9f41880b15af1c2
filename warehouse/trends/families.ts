import { createHash } from 'node:crypto';
import { termWeights, type Text, type Weights } from './similarity.ts';
import { uniteTexts } from './uniting.ts';

export const facetTypes = ['configuration_item', 'service', 'category'] as const;
export type FacetType = (typeof facetTypes)[number];

/** A distinct text of the build: masked title reduced to terms, or, where there is no title, the coded symptom. */
export interface Key {
  /** Defining text: sorted terms, or the coded triple. Unique. */
  text: string;
  /** Sorted; empty for a coded symptom. */
  terms: readonly string[];
  /** Most frequent wording, for people. */
  template: string;
}

/** Records that share key, item, service and category. */
export interface Cell {
  /** Index into the keys. */
  key: number;
  item: string | null;
  service: string | null;
  category: string | null;
  /** Records, children of one parent counted once. */
  count: number;
  /** When the first was opened, in milliseconds. */
  firstAt: number;
}

export interface Family {
  familyId: string;
  facetType: FacetType;
  /** Empty when the records name none. */
  facet: string;
  template: string;
  label: string;
  /** Its most frequent wordings, as indexes of keys. */
  wordings: number[];
  /** Service of its earliest record. */
  service: string | null;
  /** What at least half of its records say, rarest first, in their most frequent form. */
  terms: string[];
  isCoded: boolean;
}

export interface Assignment {
  families: Family[];
  /** Family of each cell, or -1: what came up only once or twice. */
  familyOf: Int32Array;
  weights: Weights;
}

export const size = {
  /** A family has at least this many records. */
  least: 3,
  /** An item becomes the facet when it holds this share of a text group's records. */
  itemShare: 0.3,
  /** Texts of one facet beyond this many, the rarest, are united only when word for word alike. */
  mostTexts: 5000
} as const;

/**
 * Families: groups of like texts within a service, parted by configuration item where one repeats; then, for what is left or has
 * no service, within the item; then within the category. Coded symptoms are families of their own.
 * @param termsOf turns the name of a facet or item into terms, which then count for nothing within it
 */
export function assignFamilies(cells: readonly Cell[], keys: readonly Key[], termsOf: (name: string) => readonly string[]): Assignment {
  const builder = new Builder(cells, keys, termsOf);
  builder.coded();
  builder.within('service', (cell) => cell.service);
  builder.within('configuration_item', (cell) => cell.item);
  builder.within('category', (cell) => cell.category ?? '');
  return { families: builder.families, familyOf: builder.familyOf, weights: builder.weights };
}

const mostWordings = 8;

class Builder {
  readonly families: Family[] = [];
  readonly familyOf: Int32Array;
  private readonly cells: readonly Cell[];
  private readonly keys: readonly Key[];
  readonly weights: Weights;
  private readonly termsOf: (name: string) => readonly string[];

  constructor(cells: readonly Cell[], keys: readonly Key[], termsOf: (name: string) => readonly string[]) {
    this.cells = cells;
    this.keys = keys;
    this.termsOf = termsOf;
    this.familyOf = new Int32Array(cells.length).fill(-1);
    const counts = new Float64Array(keys.length);
    for (const cell of cells) counts[cell.key]! += cell.count;
    this.weights = termWeights(keys.map(({ terms }, index) => ({ terms, count: counts[index]! })).filter(({ count }) => count > 0));
  }

  coded(): void {
    const groups = this.grouped((cell) => (this.keys[cell.key]!.terms.length === 0 ? String(cell.key) : null));
    for (const members of groups.values()) this.add(members, 'category', this.cells[members[0]!]!.category ?? '');
  }

  within(type: FacetType, facetOf: (cell: Cell) => string | null): void {
    const groups = this.grouped((cell) => (this.keys[cell.key]!.terms.length > 0 ? facetOf(cell) : null));
    for (const [facet, members] of groups) {
      for (const group of this.united(members, this.silentTerms(facet, members))) {
        if (type === 'service') this.addByItem(group, facet);
        else this.add(group, type, facet);
      }
    }
  }

  /** A word of the facet's own name, or of its items' names, tells where, not what. */
  private silentTerms(facet: string, members: readonly number[]): ReadonlySet<string> {
    const items = new Set(members.map((member) => this.cells[member]!.item).filter((item) => item !== null));
    return new Set([facet, ...items].flatMap((name) => this.termsOf(name)));
  }

  /** Cells without a family yet, by a name; groups in order of the name. */
  private grouped(nameOf: (cell: Cell) => string | null): Map<string, number[]> {
    const groups = new Map<string, number[]>();
    this.cells.forEach((cell, index) => {
      const name = this.familyOf[index] === -1 ? nameOf(cell) : null;
      if (name === null) return;
      const members = groups.get(name);
      if (members) members.push(index);
      else groups.set(name, [index]);
    });
    return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  private united(members: readonly number[], silent: ReadonlySet<string>): number[][] {
    const byKey = new Map<number, number[]>();
    for (const member of members) {
      const key = this.cells[member]!.key;
      byKey.set(key, [...(byKey.get(key) ?? []), member]);
    }
    const texts = [...byKey].map(([key, own]) => ({ ...this.keys[key]!, own, count: this.count(own) }));
    texts.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
    const groups = uniteTexts(texts.slice(0, size.mostTexts) satisfies Text[], this.weights, silent);
    return [...groups.map((group) => group.flatMap((index) => texts[index]!.own)), ...texts.slice(size.mostTexts).map(({ own }) => own)];
  }

  /** Parts a group of one service by the items that repeat in it; the rest stays with the service. */
  private addByItem(group: readonly number[], service: string): void {
    const all = this.count(group);
    const items = new Map<string, number[]>();
    for (const member of group) {
      const { item } = this.cells[member]!;
      if (item !== null) items.set(item, [...(items.get(item) ?? []), member]);
    }
    const own = [...items].filter(([, members]) => this.count(members) >= Math.max(size.least, size.itemShare * all));
    for (const [item, members] of own.sort(([a], [b]) => (a < b ? -1 : 1))) this.add(members, 'configuration_item', item);
    this.add(
      group.filter((member) => this.familyOf[member] === -1),
      'service',
      service
    );
  }

  private count(members: readonly number[]): number {
    return members.reduce((sum, member) => sum + this.cells[member]!.count, 0);
  }

  private add(members: readonly number[], facetType: FacetType, facet: string): void {
    if (this.count(members) < size.least) return;
    for (const member of members) this.familyOf[member] = this.families.length;
    this.families.push(this.describe(members, facetType, facet));
  }

  private describe(members: readonly number[], facetType: FacetType, facet: string): Family {
    const first = members.reduce((a, b) => (this.order(a, b) <= 0 ? a : b));
    const counts = new Map<number, number>();
    for (const member of members) {
      const { key, count } = this.cells[member]!;
      counts.set(key, (counts.get(key) ?? 0) + count);
    }
    const core = this.coreTerms(counts);
    const wordings = this.mostFrequent(counts);
    const { template, terms } = this.keys[this.mostTelling(wordings, core)]!;
    return {
      familyId: familyIdOf(facetType, facet, this.keys[this.cells[first]!.key]!.text),
      facetType,
      facet,
      template,
      label: labelOf(template, facet, terms.length === 0),
      wordings,
      service: this.cells[first]!.service,
      terms: this.shown(core, wordings, counts),
      isCoded: terms.length === 0
    };
  }

  private mostFrequent(counts: ReadonlyMap<number, number>): number[] {
    const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (this.keys[a]!.text < this.keys[b]!.text ? -1 : 1));
    return sorted.slice(0, mostWordings).map(([key]) => key);
  }

  /** The wording with most of what the family shares gives the label; among equals the most frequent. */
  private mostTelling(wordings: readonly number[], core: readonly string[]): number {
    const shared = (key: number): number => core.filter((term) => this.keys[key]!.terms.includes(term)).length;
    return wordings.reduce((best, key) => (shared(key) > shared(best) ? key : best));
  }

  /** The text of the earliest record defines the family: later records cannot change its id. */
  private order(a: number, b: number): number {
    const [x, y] = [this.cells[a]!, this.cells[b]!];
    return x.firstAt - y.firstAt || (this.keys[x.key]!.text < this.keys[y.key]!.text ? -1 : 1);
  }

  private coreTerms(counts: ReadonlyMap<number, number>): string[] {
    const sums = new Map<string, number>();
    let all = 0;
    for (const [key, count] of counts) {
      all += count;
      for (const term of this.keys[key]!.terms) sums.set(term, (sums.get(term) ?? 0) + count);
    }
    const weight = (term: string): number => this.weights.get(term) ?? 0;
    return [...sums]
      .filter(([, count]) => count * 2 >= all)
      .map(([term]) => term)
      .sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
  }

  /** A word of the family's most frequent wordings for each term, since a stem is no word. */
  private shown(terms: readonly string[], wordings: readonly number[], counts: ReadonlyMap<number, number>): string[] {
    const words = new Map<string, Map<string, number>>(terms.map((term) => [term, new Map<string, number>()]));
    for (const key of wordings)
      for (const word of this.keys[key]!.template.replace(/<[a-z]+>/g, ' ').match(/[\p{L}\p{N}]+/gu) ?? [])
        for (const term of this.termsOf(word)) {
          const forms = words.get(term);
          forms?.set(word.toLowerCase(), (forms.get(word.toLowerCase()) ?? 0) + counts.get(key)!);
        }
    return terms.map((term) => [...words.get(term)!].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? term);
  }
}

/** Sixteen hexadecimal digits from what defines a family, so that order of arrival and other families cannot move it. */
export const familyIdOf = (facetType: FacetType, facet: string, text: string): string =>
  createHash('sha256')
    .update(JSON.stringify([facetType, facet, text]))
    .digest('hex')
    .slice(0, 16);

/** "VPN certificate expired · vpn-gateway-01"; masked parts become an ellipsis. */
export function labelOf(template: string, facet: string, isCoded: boolean): string {
  const text = isCoded
    ? `${template} (coded symptom)`
    : template
        .replace(/\s*<[a-z]+>\s*/g, ' … ')
        .replace(/\s+/g, ' ')
        .trim();
  return facet === '' || isCoded ? text : `${text} · ${facet}`;
}
