import { landedTypes, readLanding, viewLanded } from '../../landing.ts';
import type { CodeModel } from '../../model.ts';

/** `staging.<type>_landed`: the rows of all deliveries that count; in an incremental build those of changed records only. */
export const landedModel: CodeModel = {
  name: 'staging.landed',
  grain: 'nothing of its own: it makes the views over landed files',
  reads: [],
  also: landedTypes.map((type) => ({ name: `staging.${type}_landed`, grain: `one landed ${type} row` })),
  run: async ({ connection, home, build, changed }) => {
    const landing = readLanding(home, build.knownAt ?? '');
    for (const type of landedTypes) await viewLanded(connection, landing, type, changed !== undefined);
  }
};
