import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { contract, states, type LandedType } from '#warehouse/contract.ts';

const landedTypes = Object.keys(contract) as [LandedType, ...LandedType[]];
const say = v.description;

const scalar = v.union([v.string(), v.number(), v.boolean()]);
const oneOrMore = v.union([v.string(), v.pipe(v.array(v.string()), v.minLength(1))]);

const zone = v.pipe(v.string(), v.check(isZone, 'is not an IANA zone such as "Europe/Berlin" or "UTC"'));
const separator = v.picklist(['.', ','], 'must be "." or ","');
const nullValues = v.array(v.pipe(scalar, v.transform(String)));

const format = v.pipe(
  oneOrMore,
  say(
    'How cells are written. Instants: auto, iso, day_first, month_first, epoch_seconds, epoch_milliseconds, or a strptime pattern such as "%d/%m/%Y %H:%M" (it reads single digits too). Integers: leading_integer ("2 - High" is 2). Numbers: duration (in seconds), minutes, hours, milliseconds. Several are tried in order.'
  )
);

const columnRule = v.strictObject({
  from: v.optional(
    v.pipe(oneOrMore, say('Header of the delivery, or its synonyms, best first. The second of two equal headers is "Comment#2".'))
  ),
  combine: v.optional(
    v.pipe(
      v.strictObject({ headers: v.pipe(v.array(v.string()), v.minLength(2)), with: v.optional(v.string(), '/') }),
      say('Several headers read as one cell, joined: Status and Sub Status as "Accepted/Wait".')
    )
  ),
  constant: v.optional(v.pipe(scalar, say('The same value on every row.'))),
  format: v.optional(format),
  zone: v.optional(v.pipe(zone, say('Zone of times that name none; default the zone of the mapping.'))),
  decimal: v.optional(v.pipe(separator, say('Decimal mark; the other one groups thousands.'))),
  null_values: v.optional(v.pipe(nullValues, say('Further cells that mean "nothing" in this column.'))),
  translate: v.optional(
    v.pipe(
      v.record(v.string(), v.nullable(scalar)),
      say('Value of the source to canonical value; case and outer spaces do not matter, an exact match goes first.')
    )
  ),
  otherwise: v.optional(
    v.pipe(
      v.nullable(scalar),
      say('For values that `translate` does not list: reject (the row), keep (as it is), null, or a canonical value.')
    )
  ),
  required: v.optional(v.pipe(v.boolean(), say('A row without it is rejected.'))),
  default: v.optional(v.pipe(scalar, say('Where the cell says nothing.'))),
  backfilled: v.optional(
    v.pipe(v.boolean(), say('The export writes its final value on every row of a history: only the last row of a record keeps it.'))
  ),
  over_record: v.optional(v.pipe(v.literal('first'), say('The least value over all rows of the record: when it was first heard of.'))),
  cancelled_by: v.optional(
    v.pipe(
      oneOrMore,
      say(
        'Of the column state: header, or its synonyms, that says yes where the row was deleted or merged away. The state is then cancelled.'
      )
    )
  ),
  entered: v.optional(
    v.pipe(
      v.array(v.picklist(states)),
      v.minLength(1),
      say('The instant at which the record last entered one of these states, while it stands there.')
    )
  )
});

/** A mapping file, as written. */
export const mappingSchema = v.pipe(
  v.strictObject({
    name: v.pipe(v.string(), v.regex(/^[\w./-]+$/, 'may hold letters, digits, _ - . and /'), say('Name, for example servicenow/incident')),
    version: v.pipe(v.number(), v.integer(), v.minValue(1), say('Raise it with every change: loads keep the version they were made with.')),
    title: v.optional(v.string()),
    notes: v.optional(v.pipe(v.string(), say('What a reader should know: where the file comes from, what it lacks.'))),
    type: v.pipe(v.picklist(landedTypes), say('Canonical record that one row tells of')),
    grain: v.optional(
      v.pipe(v.picklist(['record', 'update']), say('One row per record, or one per change of a record (audit log).')),
      'record'
    ),
    null_values: v.optional(v.pipe(nullValues, say('Cells that mean "nothing" in every column, beside the empty one.')), []),
    zone: v.optional(v.pipe(zone, say('Zone of times that name none.')), 'UTC'),
    date_order: v.optional(
      v.pipe(v.picklist(['day_first', 'month_first']), say('Decides 3/4/2026 where the whole file does not prove it.'))
    ),
    formats: v.optional(v.pipe(oneOrMore, say('Format of instants that name none of their own.')), 'auto'),
    decimal: v.optional(separator, '.'),
    columns: v.pipe(
      v.record(v.string(), v.union([oneOrMore, columnRule])),
      say('Canonical column to where it comes from; a text or a list is short for `from`.')
    )
  }),
  v.title('Plimsoll mapping')
);

export type MappingFile = v.InferOutput<typeof mappingSchema>;
export type ColumnFile = v.InferOutput<typeof columnRule>;

/** The long form of a column's rule. */
export const ruleWritten = (written: string | string[] | ColumnFile): ColumnFile =>
  typeof written === 'string' || Array.isArray(written) ? { from: written } : written;

/** Keys that may stand in a mapping, by place, for suggestions. */
export const mappingKeys = Object.keys(mappingSchema.entries ?? {});
export const columnKeys = Object.keys(columnRule.entries);

/** JSON Schema of mapping files for editors; published as `ingest/mapping.schema.json`. Canonical column names are listed by type. */
export function mappingJsonSchema(): object {
  const schema = toJsonSchema(mappingSchema, { typeMode: 'input', errorMode: 'ignore' }) as { properties: Record<string, object> };
  const rule = (schema.properties.columns as { additionalProperties: object }).additionalProperties;
  const byType = landedTypes.map((type) => ({
    if: { properties: { type: { const: type } } },
    then: { properties: { columns: { propertyNames: { enum: contract[type].map((column) => column.name) } } } }
  }));
  schema.properties.columns = { ...schema.properties.columns, additionalProperties: rule };
  return { ...schema, allOf: byType };
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
