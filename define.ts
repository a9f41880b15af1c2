import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readFeeds } from '#ingest/feeds.ts';
import { loadMapping } from '#ingest/mapping.ts';
import { readReportJobs } from '#reports/config.ts';
import { readConfig } from '#warehouse/config.ts';
import { readHomeViews } from '#warehouse/register/home-views.ts';
import { adoptDefinitions } from '#warehouse/service-levels/adopt-home.ts';
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
  problems.push(...errors.map(describeIssue), ...readHomeViews(home).issues.map(describeIssue));
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

export interface AdoptOptions {
  definitions: string;
  from: string;
}

/** New promises from a day on: the versions before end the day before and stay in the file. */
export async function adoptCommand({ home, terminal }: Setting, { definitions, from }: AdoptOptions): Promise<void> {
  const { adoptions, changes, warnings, keptAt } = adoptDefinitions(home, resolve(definitions), from);
  terminal.print(
    adoptions.map(({ kind, name, what }) => {
      const own = changes.filter(
        (change) => change.kind === kind.slice(0, -1) && change.name.startsWith(name) && !change.field.startsWith('valid ')
      );
      return { kind: kind.slice(0, -1), name, what: what === 'unchanged' ? what : `${what} from ${from}`, differences: own.length };
    })
  );
  for (const warning of warnings) terminal.warn(describeIssue(warning));
  if (keptAt) terminal.say(`the definitions before are kept in ${keptAt}; plimsoll build puts the new ones to work`);
  else terminal.say('nothing differs, nothing was written');
}
