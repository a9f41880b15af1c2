import type { State } from '#warehouse/contract.ts';
import { foldCell } from '../../cells/cell.ts';

const words = (text: string): string[] => text.split('|').map((word) => word.trim().toLowerCase());

/** What tools call the states of a record, in the order in which to look: the first list that has a word decides. */
const stateWords: readonly [State, readonly string[]][] = [
  [
    'cancelled',
    words(
      'cancelled | canceled | withdrawn | rejected | declined | duplicate | deleted | spam | void | invalid | abgebrochen | storniert | zurückgezogen | abgelehnt | annulé | refusé | cancelado | anulado | geannuleerd | closed skipped | skipped | merged | discarded | suspended call'
    )
  ],
  [
    'closed',
    words(
      "closed | close | closed complete | closed incomplete | closed - resolved | completed/closed | complete | archived | geschlossen | abgeschlossen | fermé | clos | clôturé | cerrado | gesloten | afgesloten | closed/resolved | won't do | deleted/closed"
    )
  ],
  [
    'resolved',
    words(
      'resolved | solved | done | fixed | completed | finished | fulfilled | implemented | answered | gelöst | erledigt | behoben | résolu | traité | resuelto | solucionado | opgelost | gereed | afgemeld | completed/resolved | in call'
    )
  ],
  [
    'on_hold',
    words(
      'on hold | onhold | hold | pending | waiting | wait | awaiting | suspended | paused | blocked | deferred | parked | awaiting user info | awaiting caller | awaiting customer | awaiting vendor | awaiting supplier | awaiting problem | awaiting evidence | awaiting change | waiting for customer | waiting for user | waiting for vendor | waiting for third party | waiting on customer | waiting on third party | pending customer | pending vendor | pending change | pending approval | wait - user | wait - vendor | wait - customer | wait - implementation | wartend | wartet | wartet auf kunde | wartet auf lieferant | zurückgestellt | angehalten | in wartestellung | pausiert | en attente | en espera | pendiente | wachten | in de wacht | scheduled'
    )
  ],
  [
    'new',
    words(
      'new | open | opened | created | logged | registered | submitted | queued | unassigned | to do | todo | backlog | reopened | triggered | awaiting assignment | neu | offen | erfasst | eröffnet | nouveau | ouvert | nuevo | abierto | nieuw | waiting for approval | requested | reported | received | ready'
    )
  ],
  [
    'in_progress',
    words(
      'in progress | inprogress | waiting for support | waiting for agent | work in progress | wip | active | assigned | accepted | acknowledged | in review | investigating | under investigation | in process | processing | processing (assigned) | processing (planned) | started | working | escalated | approved | assess | implement | in bearbeitung | zugewiesen | aktiv | en cours | en cours (attribué) | en cours (planifié) | en progreso | en curso | asignado | in behandeling | toegewezen | ongoing | in development | review | root cause analysis | fix in progress | authorize'
    )
  ]
];

/** Canonical state of a tool's word; `isSure` is false when only a part of it was understood. */
export function stateOf(value: string): { state: State; isSure: boolean } | undefined {
  const word = foldCell(value)
    .replace(/^\d+\s*[-.:)]\s*/, '')
    .replace(/_/g, ' ');
  const exact = stateWords.find(([, list]) => list.includes(word));
  if (exact) return { state: exact[0], isSure: true };
  const partly = stateWords.find(([, list]) =>
    list.some((known) => known.length > 3 && new RegExp(`(^|[^\\p{L}])${escaped(known)}($|[^\\p{L}])`, 'u').test(word))
  );
  return partly && { state: partly[0], isSure: false };
}

/** Numbers that tools use for states when they export codes. */
export const stateCodes: Readonly<Record<string, Readonly<Record<string, State>>>> = {
  ServiceNow: {
    '1': 'new',
    '2': 'in_progress',
    '3': 'on_hold',
    '4': 'on_hold',
    '5': 'on_hold',
    '6': 'resolved',
    '7': 'closed',
    '8': 'cancelled'
  },
  Freshservice: { '2': 'new', '3': 'on_hold', '4': 'resolved', '5': 'closed' },
  GLPI: { '1': 'new', '2': 'in_progress', '3': 'in_progress', '4': 'on_hold', '5': 'resolved', '6': 'closed' }
};

/** Tools whose numbers for a priority do not begin with the most severe. */
export const priorityCodes: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  Freshservice: { '1': 4, '2': 3, '3': 2, '4': 1 },
  GLPI: { '1': 5, '2': 4, '3': 3, '4': 2, '5': 1, '6': 1 }
};

const priorityWords: readonly [number, readonly string[]][] = [
  [
    1,
    words(
      'critical | urgent | highest | blocker | emergency | severe | very high | immediate | p1 | sev1 | sev 1 | major | kritisch | sehr hoch | dringend | critique | très haute | très urgent | majeure | crítica | urgente | kritiek'
    )
  ],
  [2, words('high | p2 | sev2 | sev 2 | hoch | haute | élevée | alta | hoog | important')],
  [
    3,
    words(
      'medium | moderate | normal | average | standard | p3 | sev3 | sev 3 | mittel | moyenne | moyen | normale | media | gemiddeld | minor'
    )
  ],
  [4, words('low | p4 | sev4 | sev 4 | niedrig | gering | basse | faible | baja | laag | trivial')],
  [5, words('planning | lowest | very low | p5 | sev5 | sev 5 | planned | sehr niedrig | très basse | none')]
];

/** 1 (most severe) to 5 of a tool's word, `2 - High`, `P2` or `High`. */
export function priorityOf(value: string): number | undefined {
  const word = foldCell(value);
  const number = /^(?:p|prio|priority|sev|severity)?[\s-]*([1-5])(?:\D|$)/.exec(word)?.[1];
  if (number) return Number(number);
  return priorityWords.find(([, list]) => list.includes(word))?.[0];
}

/** 1 to 3 of a word for impact or urgency. */
export function levelOf(value: string): number | undefined {
  const priority = priorityOf(value);
  if (priority === undefined) return undefined;
  return /^\D*[1-3]/.test(foldCell(value)) ? priority : { 1: 1, 2: 1, 3: 2, 4: 3, 5: 3 }[priority];
}

/** Cells that may mean "nothing"; the sentinels of instants among them. */
export const nothingWords: readonly string[] = [
  '?',
  '-',
  '--',
  '—',
  'null',
  '(null)',
  'none',
  'n/a',
  'na',
  '#n/a',
  '#n/b',
  '#nv',
  '#value!',
  'nan',
  'unknown',
  '(empty)',
  '(unknown)',
  '-- none --',
  'unassigned',
  '\\n',
  'nil',
  'k.a.',
  'keine',
  'leer'
];
export const instantSentinels: readonly string[] = [
  '0',
  '0001-01-01t00:00:00z',
  '0001-01-01 00:00:00',
  '0000-00-00 00:00:00',
  '0000-00-00',
  '1900-01-01',
  '1900-01-01 00:00:00',
  '1970-01-01 00:00:00',
  '1970-01-01t00:00:00z',
  '9999-12-31',
  '9999-12-31 23:59:59',
  '9999-12-31t23:59:59z',
  'not yet',
  'open',
  'never',
  'unresolved'
];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
