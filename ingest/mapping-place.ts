import { isMap, isScalar, type Document, type LineCounter, type Node } from 'yaml';

export interface TextPlace {
  line?: number;
  column?: number;
  value?: string;
}

/** Line and column of a key or of what stands behind it; of its nearest parent when it is not written out (a merged key). */
export function placeOf(document: Document.Parsed, lines: LineCounter, path: readonly string[], isAboutKey: boolean): TextPlace {
  for (let depth = path.length; depth >= 0; depth--) {
    const here = path.slice(0, depth);
    const node =
      depth === 0 ? document.contents : isAboutKey && depth === path.length ? keyNode(document, here) : valueNode(document, here);
    if (!node?.range) continue;
    const { line, col } = lines.linePos(node.range[0]);
    return { line, column: col, value: isScalar(node) && depth === path.length ? String(node.value) : undefined };
  }
  return {};
}

const valueNode = (document: Document.Parsed, path: readonly string[]): Node | undefined =>
  (document.getIn(path, true) ??
    document.getIn(
      path.map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
      true
    )) as Node | undefined;

function keyNode(document: Document.Parsed, path: readonly string[]): Node | undefined {
  const parent = path.length === 1 ? document.contents : valueNode(document, path.slice(0, -1));
  if (!isMap(parent)) return undefined;
  return parent.items.find(({ key }) => isScalar(key) && String(key.value) === path.at(-1))?.key as Node | undefined;
}
