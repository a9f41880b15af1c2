import type { Random } from './random.ts';

/** Names that a title may mention: `<ci>`, `<site>`, … in a pattern. */
export interface Entities {
  ci: string;
  site: string;
  user: string;
}

type Part = string | { choices: Part[][] } | { slot: string };
export type Pattern = (random: Random, entities: Entities) => string;

const digits = (random: Random, count: number) => String(random.integer(10 ** count)).padStart(count, '0');
const pickWord = (text: string) => {
  const list = text.split(' ');
  return (random: Random) => random.pick(list);
};

/** What stands for a slot; everything that is not an entity of the record is drawn. */
const slots: Record<string, (random: Random, entities: Entities) => string> = {
  ci: (_, entities) => entities.ci,
  host: (_, entities) => entities.ci,
  site: (_, entities) => entities.site,
  user: (_, entities) => entities.user,
  n: (random) => String(2 + random.integer(40)),
  pct: (random) => `${81 + random.integer(19)} %`,
  ip: (random) => `10.${20 + random.integer(60)}.${random.integer(256)}.${1 + random.integer(254)}`,
  job: (random) =>
    random.pick(['FIN', 'LOG', 'DWH', 'HR', 'EDI', 'BKP', 'CRM']) +
    random.pick(['LOAD', 'EXPORT', 'CLOSE', 'SYNC', 'FULL']) +
    digits(random, 3),
  code: (random) => random.pick(['0x8007', '0x8024', '0xC000']) + digits(random, 4),
  ora: (random) => random.pick(['ORA-01555', 'ORA-12541', 'ORA-00060', 'ORA-04031', 'ORA-12154']),
  http: pickWord('500 502 503 504 403 429'),
  order: (random) => '45' + digits(random, 8),
  doc: (random) => '19' + digits(random, 8),
  room: (random) => `${random.pick(['A', 'B', 'C', 'D'])}${1 + random.integer(6)}.${10 + random.integer(40)}`,
  ext: (random) => digits(random, 4),
  drive: pickWord('G: H: P: S: T: X:'),
  browser: pickWord('Chrome Edge Firefox Safari'),
  app: pickWord('Excel Word PowerPoint Acrobat AutoCAD Visio SAPgui Teams'),
  model: pickWord('T14 X1 Latitude-5440 EliteBook-840 MacBook-14'),
  pod: (random) =>
    `${random.pick(['orders', 'stock', 'pricing', 'basket', 'ledger', 'search'])}-${digits(random, 5)}-x${digits(random, 3)}`,
  asset: (random) => 'MG-' + digits(random, 5)
};

/** Reads `[a|b|]` (one of, may nest), `<slot>` and plain text up to an end mark; answers the parts and where it stopped. */
function read(text: string, from: number, ends: string): { parts: Part[]; at: number } {
  const parts: Part[] = [];
  let at = from;
  let plain = '';
  const flush = () => {
    if (plain) parts.push(plain);
    plain = '';
  };
  while (at < text.length && !ends.includes(text[at] as string)) {
    if (text[at] === '[') {
      flush();
      const choices: Part[][] = [];
      do {
        const choice = read(text, at + 1, '|]');
        choices.push(choice.parts);
        at = choice.at;
      } while (text[at] === '|');
      parts.push({ choices });
    } else if (text[at] === '<') {
      flush();
      const close = text.indexOf('>', at);
      parts.push({ slot: text.slice(at + 1, close) });
      at = close;
    } else plain += text[at];
    at++;
  }
  flush();
  return { parts, at };
}

function render(parts: readonly Part[], random: Random, entities: Entities): string {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else if ('slot' in part) text += slots[part.slot]?.(random, entities) ?? '';
    else text += render(random.pick(part.choices), random, entities);
  }
  return text;
}

/** Compiles a wording such as `VPN [certificate|cert] [expired|is no longer valid] on <ci>`. Throws on an unknown slot. */
export function pattern(text: string): Pattern {
  const { parts } = read(text, 0, '');
  const known = text.matchAll(/<(\w+)>/g);
  for (const [, name = ''] of known) if (!slots[name]) throw new Error(`Unknown slot <${name}> in "${text}"`);
  return (random, entities) => render(parts, random, entities).trim();
}
