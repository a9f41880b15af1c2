import type { Fault } from './faults/fault.ts';
import { pattern, type Entities } from './pattern.ts';
import type { Random } from './random.ts';

/** Texts that hurt careless readers: formulas, markup, quotes, line breaks, other scripts. All of them are legitimate user input. */
export const hostileTitles = [
  '=1+1',
  '+49 30 5550 1234 rings nobody',
  '-2+3 cells too many in "Budget"',
  '@SUM(A1:A9) shows #REF!',
  '=HYPERLINK("http://intranet/","click") in every mail',
  '<script>alert(1)</script> shown in HR portal',
  'Printer says "PC LOAD LETTER", what is that?',
  "Name O'Brien is cut at the apostrophe'; DROP TABLE incident; --",
  'Two problems:\n1. no sound\n2. no picture',
  'Drucker druckt nicht 😡🖨️',
  'Größe des Postfachs überschritten – bitte „schnell“ erhöhen',
  'Semicolon; tab\there, comma, and a backslash \\',
  'ファイルが開けません',
  'שגיאה בהתחברות'
] as const;

/** Close together among the first incidents, so that the smallest sample has each; rare later. */
const hostileStep = (index: number) => (index < 1500 ? 47 : 997);

const prefixes = pattern('[||||||||||||Urgent: |AW: |Fwd: |URGENT - |Re: ]');

/** Title of an incident in the words of whoever wrote it; a few of the usual stream are hostile. */
export function titleOf(fault: Fault, channel: string, entities: Entities, index: number, random: Random): string {
  const text = random.pick(fault.wordings)(random, entities);
  const step = hostileStep(index);
  if (!fault.isPlanted && index % step === 7) return hostileTitles[Math.floor(index / step) % hostileTitles.length] as string;
  return channel === 'Email' ? `${prefixes(random, entities)} ${text}`.trim() : text;
}

const fromPeople = [
  pattern(
    '[Hello|Hi|Good morning|Guten Morgen], [since|it started] [this morning|about <n> minutes ago|yesterday]. [Restart did not help|Same on another device|Colleagues see it too]. [Call back on <ext>|].'
  ),
  pattern(
    '[Works on mobile|Worked last week|Happens every time|Happens now and then]. [Affects <n> colleagues|Only me|Whole department]. [Asset <asset>|Reach me on <ext>].'
  ),
  pattern(
    'Caller [cannot work|works around it|has a customer meeting]. Checked [cable and power|cache and browser|another device], [no change|same result].'
  )
];
const fromMachines = [
  pattern(
    'Raised by monitoring. Node <ci>, address <ip>. [Threshold exceeded for <n> minutes|Three checks in a row failed|No data for <n> minutes]. Runbook RB-<ext>.'
  ),
  pattern('Alert on <ci>: [value above|value below] limit, [first seen <n> minutes ago|seen <n> times today]. See RB-<ext>.')
];

export const descriptionOf = (channel: string, entities: Entities, random: Random): string =>
  random.pick(channel === 'Event' ? fromMachines : fromPeople)(random, entities);

const closing = [
  pattern('[Restarted|Reconfigured|Replaced|Updated] and tested with [<user>|the caller], works.'),
  pattern('[Cause: configuration|Cause: expired setting|Cause unknown], corrected on <ci>. Caller informed.'),
  pattern('[Explained|Guided by phone|Remote session], solved in <n> minutes.'),
  pattern('[Workaround given|Workaround in place], permanent fix follows.'),
  pattern('No further reports, closed after three reminders.')
];
export const closingOf = (entities: Entities, random: Random): string => random.pick(closing)(random, entities);
