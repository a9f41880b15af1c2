import type { Definitions } from './definitions.ts';

/** A name in the source tool that means one of our targets. */
export interface SourceName {
  name: string;
  targetId: string;
  /** 0 where the target names it, 1 where it is the target's own name, 2 where it begins with that (`Resolution - P3`). */
  distance: number;
}

/** Which of our targets each name of the source tool may mean. Case does not matter. */
export function matchNames(names: readonly string[], { agreements }: Definitions): SourceName[] {
  const targets = agreements.flatMap((agreement) => agreement.targets);
  return names.flatMap((name) =>
    targets.flatMap(({ id, name: own, sourceNames }) => {
      const distance = distanceOf(name, own, sourceNames);
      return distance === undefined ? [] : [{ name, targetId: id, distance }];
    })
  );
}

function distanceOf(name: string, own: string, declared: readonly string[]): number | undefined {
  const folded = name.trim().toLowerCase();
  if (declared.some((pattern) => fits(folded, pattern.trim().toLowerCase()))) return 0;
  if (declared.length > 0) return undefined;
  const target = own.trim().toLowerCase();
  if (folded === target) return 1;
  return folded.startsWith(target) && !/[\p{L}\p{N}]/u.test(folded[target.length] ?? '') ? 2 : undefined;
}

/** `*` stands for any text; the pattern is walked part by part, so that no text can make it slow. */
function fits(text: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return text === pattern;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let from = first.length;
  const end = text.length - last.length;
  for (const part of rest) {
    const found = text.indexOf(part, from);
    if (found < 0 || found + part.length > end) return false;
    from = found + part.length;
  }
  return true;
}
