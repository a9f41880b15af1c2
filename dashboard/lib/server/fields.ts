import type { FilterField } from '#dashboard/lib/filter-field.ts';
import { dimensions } from '#warehouse/metrics/dimension.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { askOrSay } from './ask.ts';

export async function filterFields(reader: Reader, names: readonly string[]): Promise<FilterField[]> {
  return Promise.all(
    names.map(async (name) => {
      const t = await askOrSay(reader, {
        measures: [['metric', 'agreement', 'target'].includes(name) ? 'service_level.started' : 'incident.opened'],
        dimensions: [name],
        period: { all: true }
      });
      return {
        name,
        label: dimensions.find((one) => one.name === name)?.label ?? name,
        members: t.rows.map((row) => ({ value: row[name] === null ? '(none)' : String(row[name]) }))
      };
    })
  );
}
