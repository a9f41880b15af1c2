import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  stringify,
  visit,
  type Document,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq
} from 'yaml';

/**
 * Changes entries of a definitions file where they stand and leaves every other byte, comments and layout among them, as it was.
 * Each function takes and gives the text of a file whose only key holds a list of maps.
 */
interface Placed {
  document: Document;
  list: YAMLSeq;
  items: YAMLMap[];
}

function locate(text: string, key: string): Placed {
  const document = parseDocument(text);
  const list = document.get(key);
  if (document.errors.length > 0 || !isSeq(list)) throw new Error(`there is no list "${key}"`);
  return { document, list, items: list.items.map(ownMap) };
}

function itemAt(text: string, key: string, index: number): YAMLMap {
  const item = locate(text, key).items[index];
  if (!item) throw new Error(`there is no entry ${index} in "${key}"`);
  return item;
}

function ownMap(item: unknown): YAMLMap {
  if (isMap(item)) return item;
  throw new Error('an entry that is written as an alias cannot be changed in place: write it out');
}

const pairOf = (item: YAMLMap, key: string): Pair<Scalar, Scalar> | undefined =>
  item.items.find((pair) => isScalar(pair.key) && pair.key.value === key) as Pair<Scalar, Scalar> | undefined;
const start = ({ range }: { range?: [number, number, number] | null }): number => range![0];
const end = ({ range }: { range?: [number, number, number] | null }): number => range![1];
const splice = (text: string, from: number, to: number, put: string): string => text.slice(0, from) + put + text.slice(to);
const lineEnd = (text: string, at: number): number => (text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at));
const columnOf = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);

/** Sets one plain value of the entry at an index; a new key comes below its name. */
export function setValue(text: string, key: string, index: number, field: string, value: string): string {
  const item = itemAt(text, key, index);
  const name = pairOf(item, 'name');
  if (!name?.value) throw new Error(`there is no entry ${index} with a name`);
  const present = pairOf(item, field)?.value;
  if (present) return splice(text, start(present), end(present), value);
  if (item.flow) return splice(text, end(name.value), end(name.value), `, ${field}: ${value}`);
  const at = lineEnd(text, Math.max(end(name.value) - 1, start(name.value)));
  return splice(text, at, at, `\n${' '.repeat(columnOf(text, start(name.key)))}${field}: ${value}`);
}

/** Takes a key of the entry at an index away, with its line where it has one of its own. */
export function dropValue(text: string, key: string, index: number, field: string): string {
  const item = itemAt(text, key, index);
  const pair = pairOf(item, field);
  if (!pair?.value) return text;
  if (item.flow)
    return splice(text, start(pair.key), end(pair.value), '')
      .replace(/,(\s*,)/, '$1')
      .replace(/\{(\s*),\s*/, '{$1')
      .replace(/,(\s*\})/, '$1');
  const before = text.lastIndexOf('\n', start(pair.key)) + 1;
  if (text.slice(before, start(pair.key)).trim() === '') return splice(text, before, lineEnd(text, end(pair.value)) + 1, '');
  const next = item.items[item.items.indexOf(pair as never) + 1] as Pair<Scalar> | undefined;
  if (!next) throw new Error(`${field} is all that the entry says`);
  return splice(text, start(pair.key), start(next.key), '');
}

/**
 * Copies an entry of another file, with the comments inside it and right above, behind the entry at an index.
 * @param after index of the entry that it follows; −1 for the front of an empty list
 */
export function insertEntry(text: string, key: string, after: number, from: string, index: number): string {
  const { list, items } = locate(text, key);
  const before = items[after];
  const plain = (locate(from, key).document.toJS() as Record<string, unknown[]>)[key]?.[index];
  if (list.flow && items.length === 0)
    return splice(text, start(list), end(list), `\n  ${entryLines(from, key, index, plain).join('\n  ')}`);
  if (list.flow) {
    const at = before ? end(before) : start(list) + 1;
    return splice(text, at, at, `${before ? ', ' : ''}${JSON.stringify(plain)}`);
  }
  if (!before) throw new Error(`"${key}" is empty: write [] there`);
  const dash = text.lastIndexOf('-', start(before));
  const indent = ' '.repeat(columnOf(text, dash));
  const at = lineEnd(text, lastContent(text, end(before)));
  return splice(
    text,
    at,
    at,
    `\n${entryLines(from, key, index, plain)
      .map((line) => (line === '' ? line : indent + line))
      .join('\n')}`
  );
}

const lastContent = (text: string, at: number): number => text.slice(0, at).trimEnd().length - 1;

/** An entry as lines of a block list without indentation. Aliases point into their own file, so an entry with some is written anew. */
function entryLines(text: string, key: string, index: number, plain: unknown): string[] {
  const { list, items } = locate(text, key);
  const item = items[index]!;
  let hasAlias = false;
  visit(item, (_key, node) => {
    hasAlias ||= isAlias(node) || (isScalar(node) && node.anchor !== undefined);
  });
  if (list.flow || hasAlias || item.anchor) return stringify([plain], { lineWidth: 0 }).trimEnd().split('\n');
  const dash = text.lastIndexOf('-', start(item));
  const depth = columnOf(text, dash);
  const first = text.lastIndexOf('\n', dash) + 1;
  const body = text.slice(first, lineEnd(text, lastContent(text, end(item)))).split('\n');
  const above = index === 0 ? [] : commentsAbove(text.slice(0, Math.max(first - 1, 0)));
  return [
    ...above.map((line) => line.trimStart()),
    ...body.map((line) => (line.slice(0, depth).trim() === '' ? line.slice(depth) : line.trimStart()))
  ];
}

function commentsAbove(text: string): string[] {
  const lines = text.split('\n');
  const count = [...lines].reverse().findIndex((line) => !/^\s*#/.test(line));
  return count > 0 ? lines.slice(-count) : [];
}
