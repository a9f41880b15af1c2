import { readFileSync } from 'node:fs';
import { assignFamilies } from '#warehouse/trends/families.ts';
import { TitleReader } from '#warehouse/trends/keys.ts';
import { random } from './simulation.ts';

export interface Score {
  precision: number;
  recall: number;
  f1: number;
}
interface Labelled {
  text: string;
  label: string;
}

/**
 * Grouping where the number of groups is unknown and 27 % of the texts are one-offs: intents of CLINC150 are issues, split in two
 * halves, with sizes 100 · rank^−½; texts out of scope are one-offs. Text only, as if all were of one service.
 * @returns B-cubed scores, mean over the halves, of the families and of exact text (same terms) alone
 */
export function openSetScores(file: string): Record<'families' | 'exact text', Score> {
  const halves = readHalves(file);
  return { families: mean(halves.map((half) => score(half, familiesOf))), 'exact text': mean(halves.map((half) => score(half, keysOf))) };
}

function readHalves(file: string): Labelled[][] {
  const sets = JSON.parse(readFileSync(file, 'utf8')) as Record<string, [text: string, intent: string][]>;
  const byIntent = new Map<string, string[]>();
  for (const [text, intent] of Object.values(sets).flat()) byIntent.set(intent, [...(byIntent.get(intent) ?? []), text]);
  const oneOffs = shuffled(byIntent.get('oos') ?? [], 4);
  byIntent.delete('oos');
  const intents = shuffled([...byIntent.keys()].sort(), 3);
  return [0, 1].map((half) => {
    const issues = intents.slice(half * 75, half * 75 + 75).flatMap((label, rank) =>
      byIntent
        .get(label)!
        .slice(0, Math.round(100 / Math.sqrt(rank + 1)))
        .map((text) => ({ text, label }))
    );
    const count = Math.round((issues.length * 0.27) / 0.73);
    const singles = oneOffs.slice(half * 600, half * 600 + count).map((text, index) => ({ text, label: `one-off ${index}` }));
    return [...issues, ...singles];
  });
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const next = random(seed);
  return list
    .map((item) => ({ item, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function read(texts: readonly Labelled[]) {
  const reader = new TitleReader();
  const templates = texts.map(({ text }) => reader.read(text, 1).template);
  const { keys, keyOf } = reader.keys();
  return { reader, keys, own: templates.map((template) => keyOf[template]!) };
}

const keysOf = (texts: readonly Labelled[]): string[] => read(texts).own.map(String);

function familiesOf(texts: readonly Labelled[]): string[] {
  const { reader, keys, own } = read(texts);
  const cells = own.map((key, index) => ({ key, item: null, service: null, category: null, count: 1, firstAt: index }));
  const { familyOf } = assignFamilies(cells, keys, (name) => reader.termsOf(name));
  return Array.from(familyOf, (family, index) => (family < 0 ? `single ${index}` : `family ${family}`));
}

/** B-cubed (Bagga and Baldwin 1998): per text, how much of its group is of its issue, and how much of its issue is in its group. */
function score(texts: readonly Labelled[], group: (texts: readonly Labelled[]) => string[]): Score {
  const groups = group(texts);
  const count = (names: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts;
  };
  const pairs = count(texts.map(({ label }, index) => `${groups[index]}\n${label}`));
  const [inGroup, inIssue] = [count(groups), count(texts.map(({ label }) => label))];
  let precision = 0;
  let recall = 0;
  for (const [pair, both] of pairs) {
    const [name, label] = pair.split('\n') as [string, string];
    precision += both ** 2 / inGroup.get(name)! / texts.length;
    recall += both ** 2 / inIssue.get(label)! / texts.length;
  }
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

function mean(scores: readonly Score[]): Score {
  const of = (name: keyof Score): number => scores.reduce((sum, each) => sum + each[name], 0) / scores.length;
  return { precision: of('precision'), recall: of('recall'), f1: of('f1') };
}
