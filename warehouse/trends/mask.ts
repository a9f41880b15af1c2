/** What a masked piece of text was. */
export const entityKinds = ['url', 'mail', 'guid', 'ip', 'date', 'id', 'hex', 'number', 'host', 'quoted'] as const;
export type EntityKind = (typeof entityKinds)[number];

export interface Entity {
  kind: EntityKind;
  /** As written, without surrounding punctuation. */
  text: string;
}

export interface MaskedText {
  /** The title with every entity replaced by `<kind>`, single spaces. */
  template: string;
  entities: Entity[];
}

/** Quotation marks that stand at the edge of a word, so that "can't" and "user's" stay words. One quoted word is a name; more are a message. */
const quoted = /(^|[\s(:=])(?:"([^"]{2,60})"|'([^']{2,60})'|„([^“”"]{2,60})[“”"]|“([^”]{2,60})”|«([^»]{2,60})»)(?=$|[\s).,;:!?])/g;
const edges = /^[([{<"'“„«,;:!?*#|=>.]+|[)\]}>"'”“»,;:!?*|=.]+$/g;
const suspicious = /[\d@\\]|:\/\/|^www\.|\w\.\w+\.\w/;

/** First match wins; every pattern sees one word without surrounding punctuation. */
const shapes: readonly [EntityKind, RegExp][] = [
  ['url', /^(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S+$/i],
  ['mail', /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i],
  ['guid', /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i],
  ['ip', /^\d{1,3}(?:\.\d{1,3}){3}(?::\d+|\/\d+)?$/],
  ['date', /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:T[\d:.+]+Z?)?$/i],
  ['date', /^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})?$/],
  ['date', /^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:am|pm|h|uhr)?$/i],
  ['ip', /^(?=.*\d)(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}$/i],
  ['id', /^(?:INC|CHG|PRB|RITM|REQ|SCTASK|CTASK|PTASK|TASK|KE|KB|TKT|SR|CS|CR)[-_#]?\d{2,}$/i],
  ['hex', /^0x[0-9a-f]+$/i],
  ['hex', /^(?=.*\d)(?=.*[a-f])[0-9a-f]{8,}$/i],
  ['number', /^[+-]?\d[\d.,:/x+-]*(?:%|°|[a-z]{1,3}|min|mins|secs|std|tage|days|hours)?$/i],
  ['host', /^\\\\\S+$/],
  ['host', /^(?:[a-z0-9_-]+\.){2,}[a-z0-9_-]+$/i],
  ['host', /^(?=.*\d)(?=.*[a-z])[a-z0-9]+(?:[-_.:$/][a-z0-9]+)+$/i],
  ['host', /^[a-z]{2,}0\d+[a-z]?$/i],
  ['host', /^[a-z]+(?!365$)\d{3,}[a-z]?$/i]
];

/** Error codes that tell causes apart as they are written. */
const code = /^(?:ORA|TNS|SQL|DB2|MSG|ERR|SMTP|HTTP|EVENT)-?\d{2,6}$/i;
/** A number after one of these words is a code that tells causes apart, so it stays. */
const codeWords = new Set(['error', 'code', 'fehler', 'fehlercode', 'event', 'http', 'status', 'errorcode', 'returncode', 'rc']);

/**
 * Replaces what differs between two reports of one fault (addresses, hosts, ids, dates, numbers, quoted names) and hands it
 * back as entities. Error numbers ("error 691") stay, since they tell faults apart.
 */
export function maskText(title: string): MaskedText {
  const entities: Entity[] = [];
  const text = /["'„“«]/.test(title) ? maskQuoted(title, entities) : title;
  const words: string[] = [];
  let before = '';
  for (const word of text.split(/\s+/)) {
    if (word === '') continue;
    words.push(suspicious.test(word) ? maskWord(word, before, entities) : word);
    before = word;
  }
  return { template: words.join(' '), entities };
}

function maskQuoted(title: string, entities: Entity[]): string {
  return title.replace(quoted, (_, lead: string, ...groups: unknown[]) => {
    const text = groups.slice(0, 5).find((group) => typeof group === 'string') as string;
    if (/\s/.test(text)) return `${lead}${text}`;
    entities.push({ kind: 'quoted', text });
    return `${lead}<quoted>`;
  });
}

function maskWord(word: string, before: string, entities: Entity[]): string {
  const core = word.replace(edges, '');
  const kind = shapes.find(([, shape]) => shape.test(core))?.[0];
  if (!kind || code.test(core)) return word;
  if (kind === 'number' && /^\d{2,6}$/.test(core) && codeWords.has(before.toLowerCase().replace(edges, ''))) return word;
  entities.push({ kind, text: core });
  return word.replace(core, `<${kind}>`);
}
