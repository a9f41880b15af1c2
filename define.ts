import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFeeds } from '#ingest/feeds.ts';
import { loadMapping } from '#ingest/mapping.ts';
import { readReportJobs } from '#reports/config.ts';
import { readConfig } from '#warehouse/config.ts';
import { definitionSchemas } from '#warehouse/service-levels/json-schema.ts';
import { describeIssue, validateDefinitions } from '#warehouse/service-levels/validate.ts';
import type { Setting } from './setting.ts';

/** Every definition of a home, read by the code that will use it. */
export async function validateCommand({ home, terminal }: Setting, { schema }: { schema?: boolean }): Promise<void> {
  if (schema) return writeSchemas({ home, terminal });
  if (!existsSync(home.config)) throw new Error(`${home.root} has no plimsoll.yaml: \`plimsoll sample\` makes a home with one`);
  const problems: string[] = [];
  const attempt = (work: () => unknown): void => {
    try {
      work();
    } catch (error) {
      problems.push((error as Error).message);
    }
  };
  attempt(() => readConfig(home));
  attempt(() => readFeeds(home).feeds.forEach((feed) => attempt(() => loadMapping(feed.mapping, home))));
  attempt(() => readReportJobs(home));
  const { errors, warnings } = validateDefinitions(home);
  problems.push(...errors.map(describeIssue));
  terminal.print([
    ...problems.map((problem) => ({ severity: 'error', problem })),
    ...warnings.map((warning) => ({ severity: 'warning', problem: describeIssue(warning) }))
  ]);
  if (problems.length > 0) process.exitCode = 1;
}

/** The schemas beside the files that they are about, so that a relative address in the first line of each finds its own. */
function writeSchemas({ home, terminal }: Pick<Setting, 'home' | 'terminal'>): void {
  mkdirSync(home.definitions, { recursive: true });
  for (const [name, text] of Object.entries(definitionSchemas())) {
    writeFileSync(join(home.definitions, name), text);
    terminal.say(`wrote definitions/${name}; first line of the YAML: # yaml-language-server: $schema=${name}`);
  }
}
