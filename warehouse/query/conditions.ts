/** A condition as those that it consists of, one for each AND outside parentheses and quotes; one with an OR or a BETWEEN there stays whole. */
export function conjuncts(condition: string): string[] {
  const depths: number[] = [];
  let depth = 0;
  let isQuoted = false;
  for (const letter of condition) {
    if (letter === "'") isQuoted = !isQuoted;
    else if (!isQuoted && letter === '(') depth++;
    else if (!isQuoted && letter === ')') depth--;
    depths.push(isQuoted ? Infinity : depth);
  }
  const outside = [...condition.matchAll(/\s+(AND|OR|BETWEEN)\s+/g)].filter(({ index }) => depths[index] === 0);
  if (outside.some(([, word]) => word !== 'AND')) return [condition];
  let from = 0;
  const parts = outside.map(({ 0: found, index }) => {
    const part = condition.slice(from, index);
    from = index + found.length;
    return part;
  });
  return [...parts, condition.slice(from)].map((part) => part.trim());
}
