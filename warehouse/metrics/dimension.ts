import { contract, recordTypes, states, type RecordType } from '../contract.ts';
import type { SourceName } from './measure.ts';

/** One way to slice. `columns` says which column holds it in each source; a source that is not named does not know it. */
export interface Dimension {
  name: string;
  label: string;
  /** One sentence. */
  meaning: string;
  type: 'text' | 'integer' | 'boolean' | 'date';
  columns: Partial<Record<SourceName, string>>;
  /** Values in their natural order, where it is not the alphabet's. */
  order?: readonly (string | number)[];
  /** Words for values that are codes. */
  words?: Readonly<Record<string, string>>;
  /** Where members that are ids have what people call them. */
  labelled?: { table: string; id: string; label: string };
}

type Words = Pick<Dimension, 'name' | 'label' | 'meaning'> & Partial<Pick<Dimension, 'type' | 'order' | 'words' | 'labelled'>>;

const withHistory: readonly RecordType[] = recordTypes.filter((type) => type !== 'survey');

/** A dimension over every record type whose contract has the column, and over the sources named besides. */
function contractual(words: Words, also: readonly SourceName[] = [], column = words.name): Dimension {
  const records = recordTypes.filter((type) => contract[type].some((entry) => entry.name === column));
  return over(words, [...records, ...also], column);
}

function over(words: Words, sources: readonly SourceName[], column = words.name): Dimension {
  return { type: 'text', ...words, columns: Object.fromEntries(sources.map((source) => [source, column])) };
}

export const ageBands = ['0–1 d', '1–3 d', '3–7 d', '7–14 d', '14–30 d', '30+ d'] as const;
const weekdays = { 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday', 6: 'Saturday', 7: 'Sunday' };
const backlogSources: SourceName[] = ['backlog', 'flow'];
/** What came after a change or a closed problem. */
const consequences: SourceName[] = ['aftermath', 'recurrence'];

/** Every dimension there is. */
export const dimensions: readonly Dimension[] = [
  contractual({ name: 'team', label: 'Team', meaning: 'Team that holds it; for clocks at the stop.' }, [
    'clock',
    'segment',
    'hand_over',
    ...backlogSources,
    ...consequences,
    'recertification'
  ]),
  contractual({ name: 'service', label: 'Service', meaning: 'Business or technical service.' }, [
    'clock',
    'segment',
    'hand_over',
    ...backlogSources,
    ...consequences,
    'recertification',
    'outage',
    'service_day'
  ]),
  contractual({ name: 'priority', label: 'Priority', meaning: '1 is most severe.', type: 'integer' }, [
    'clock',
    'segment',
    'hand_over',
    ...backlogSources,
    ...consequences
  ]),
  contractual({ name: 'impact', label: 'Impact', meaning: '1 is widest.', type: 'integer' }),
  contractual({ name: 'urgency', label: 'Urgency', meaning: '1 is most urgent.', type: 'integer' }),
  contractual({ name: 'category', label: 'Category', meaning: 'First level of categorisation.' }, [
    'clock',
    'segment',
    'hand_over',
    ...consequences
  ]),
  contractual({ name: 'subcategory', label: 'Subcategory', meaning: 'Second level of categorisation.' }),
  contractual({ name: 'configuration_item', label: 'Configuration item', meaning: 'The thing that failed or is concerned.' }, [
    'aftermath',
    'outage'
  ]),
  contractual({ name: 'location', label: 'Location', meaning: 'Site of the caller or of the fault.' }, ['hand_over']),
  contractual({ name: 'supplier', label: 'Supplier', meaning: 'Outside party that does (part of) the work.' }, [
    'clock',
    'segment',
    'hand_over',
    'aftermath'
  ]),
  contractual({ name: 'customer', label: 'Customer', meaning: 'Party that the service is provided to.' }, [
    'clock',
    'segment',
    'hand_over'
  ]),
  contractual({ name: 'channel', label: 'Channel', meaning: 'How it came in.' }),
  contractual({ name: 'state', label: 'State', meaning: 'Canonical life-cycle state.', order: states }, ['segment']),
  contractual({ name: 'state_source', label: 'State in the source', meaning: "The source tool's own word." }),
  contractual({ name: 'assignee', label: 'Assignee', meaning: 'Person who holds it.' }),
  contractual({ name: 'resolver', label: 'Resolver', meaning: 'Person who resolved it.' }),
  contractual({ name: 'caller', label: 'Caller', meaning: 'Person it was opened for.' }),
  contractual({ name: 'opened_by', label: 'Opened by', meaning: 'Person who wrote it down.' }),
  contractual({ name: 'resolution_code', label: 'Closure code', meaning: 'Closure code of the source.' }),
  contractual({ name: 'symptom', label: 'Symptom', meaning: 'Coded symptom.' }),
  contractual({ name: 'is_major', label: 'Major', meaning: 'Declared a major incident.', type: 'boolean' }),
  contractual({ name: 'problem', label: 'Problem', meaning: 'Problem it is linked to.' }, [], 'problem_id'),
  contractual(
    { name: 'caused_by_change', label: 'Caused by change', meaning: 'Change that caused it, as recorded.' },
    [],
    'caused_by_change_id'
  ),
  over(
    {
      name: 'family',
      label: 'Family',
      meaning: 'Family of incidents that tell the same.',
      labelled: { table: 'mart.family', id: 'family_id', label: 'label' }
    },
    ['incident', 'clock', 'recurrence'],
    'family_id'
  ),
  over({ name: 'age_band', label: 'Age', meaning: 'How long it has been open.', order: ageBands }, [
    'incident',
    'request',
    'problem',
    'change'
  ]),
  over({ name: 'is_open', label: 'Open', meaning: 'Open at the data instant.', type: 'boolean' }, [
    'incident',
    'request',
    'problem',
    'change'
  ]),
  over({ name: 'opened_weekday', label: 'Weekday', meaning: 'Local weekday of opening.', type: 'integer', words: weekdays }, withHistory),
  over({ name: 'opened_hour', label: 'Hour', meaning: 'Local hour of opening.', type: 'integer' }, withHistory),
  over(
    {
      name: 'breach_weekday',
      label: 'Weekday of the breach',
      meaning: 'Local weekday on which a clock breached.',
      type: 'integer',
      words: weekdays
    },
    ['clock']
  ),
  over({ name: 'breach_hour', label: 'Hour of the breach', meaning: 'Local hour in which a clock breached.', type: 'integer' }, ['clock']),
  contractual({ name: 'request_type', label: 'Request type', meaning: 'Catalogue item asked for.' }),
  contractual({ name: 'approval', label: 'Approval', meaning: 'Where the approval stands.' }),
  contractual({ name: 'change_type', label: 'Change type', meaning: 'Standard, normal or emergency.' }, ['aftermath']),
  contractual({ name: 'risk', label: 'Risk', meaning: "Risk in the source's words." }, ['aftermath']),
  contractual({ name: 'outcome', label: 'Outcome', meaning: 'How the change, or the request, ended.' }, ['aftermath']),
  contractual({ name: 'is_known_error', label: 'Known error', meaning: 'The root cause is known.', type: 'boolean' }, ['recurrence']),
  contractual({
    name: 'significance',
    label: 'Significance',
    meaning: 'ITIL significance of an event.',
    order: ['informational', 'warning', 'exception']
  }),
  over({ name: 'alert', label: 'Alert', meaning: 'Alert name or metric of an event.' }, ['event'], 'metric'),
  contractual({ name: 'fingerprint', label: 'Fingerprint', meaning: 'What makes two events the same.' }),
  contractual({ name: 'entitlement', label: 'Entitlement', meaning: 'Role or right.' }, ['recertification']),
  contractual({ name: 'approver', label: 'Approver', meaning: 'Who approved it.' }),
  contractual({ name: 'person', label: 'Person', meaning: 'Who has or wants access.' }, ['recertification']),
  contractual({ name: 'queue', label: 'Queue', meaning: 'Queue or line of the desk.' }),
  contractual({ name: 'agent', label: 'Agent', meaning: 'Person who answered.' }),
  contractual({ name: 'about_type', label: 'About', meaning: 'Record type a survey is about.' }),
  over({ name: 'from_team', label: 'From team', meaning: 'Team that gave the record away.' }, ['hand_over']),
  over({ name: 'to_team', label: 'To team', meaning: 'Team that got the record.' }, ['hand_over']),
  over({ name: 'record_type', label: 'Record type', meaning: 'Type of record.', order: recordTypes }, [
    'clock',
    'segment',
    'hand_over',
    ...backlogSources
  ]),
  over({ name: 'agreement', label: 'Agreement', meaning: 'SLA, OLA or UC by name.' }, ['clock', 'segment']),
  over({ name: 'agreement_type', label: 'Agreement type', meaning: 'SLA, OLA or UC.', order: ['SLA', 'OLA', 'UC'] }, ['clock', 'segment']),
  over({ name: 'target', label: 'Target', meaning: 'Target of an agreement.' }, ['clock', 'segment']),
  over(
    {
      name: 'target_id',
      label: 'Target id',
      meaning: 'Target by its id.',
      labelled: { table: 'dim.target', id: 'target_id', label: 'target' }
    },
    ['clock', 'segment']
  ),
  over({ name: 'metric', label: 'Metric', meaning: 'Response, resolution, fulfilment and so on.' }, ['clock', 'segment']),
  over({ name: 'cycle', label: 'Cycle', meaning: 'Which cycle of a reopened record.', type: 'integer' }, ['clock', 'segment']),
  over(
    {
      name: 'stage',
      label: 'Stage',
      meaning: 'Where a clock stands.',
      order: ['running', 'paused', 'met', 'breached', 'undetermined', 'cancelled']
    },
    ['clock', 'segment']
  ),
  over({ name: 'calendar', label: 'Calendar', meaning: 'Working hours a clock counts.' }, ['clock', 'segment']),
  over({ name: 'stopped_by', label: 'Stopped by', meaning: 'The instant, state or rule that ended a clock.' }, ['clock']),
  over(
    {
      name: 'calendar_source',
      label: 'Calendar chosen by',
      meaning: 'Link of the chain that chose the calendar; fixed is the last resort.'
    },
    ['clock']
  ),
  over({ name: 'segment_kind', label: 'Running or paused', meaning: 'What a stretch of a clock is.' }, ['segment'], 'kind')
];
