import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Home } from '../home.ts';
import { unknownNames, unknownWords } from '../query/state-names.ts';
import { parseSource, type Issue, type SourceFile } from '../service-levels/source-file.ts';
import { ownAddress } from './address.ts';
import { base58 } from './base58.ts';
import { limits } from './saved-views.ts';

/** A view that the definitions of a home give to everybody; it is changed in the file only. */
export interface HomeView {
  /** Of its name, so that it stays the same when the state is mended. */
  id: string;
  name: string;
  description: string;
  /** Path and query. */
  address: string;
}

export const viewsName = 'views.yaml';

const entry = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1, 'a view needs a name'), v.maxLength(limits.name)),
  description: v.optional(v.pipe(v.string(), v.maxLength(limits.description)), ''),
  page: v.string(),
  state: v.optional(v.string(), '')
});
const viewsFile = v.strictObject({ views: v.pipe(v.array(entry), v.maxLength(500)) });
type Entry = v.InferOutput<typeof entry>;

/**
 * The views of `definitions/views.yaml`; none where there is no such file. Those that are in order are given even when others are not.
 * @returns with them all that is wrong, with file, line and column
 */
export function readHomeViews(home: Home): { views: HomeView[]; issues: Issue[] } {
  const path = join(home.definitions, viewsName);
  return existsSync(path) ? parseHomeViews(readFileSync(path, 'utf8')) : { views: [], issues: [] };
}

/** The same of a text. */
export function parseHomeViews(text: string): { views: HomeView[]; issues: Issue[] } {
  const source = parseSource(`definitions/${viewsName}`, text, viewsFile, ['views', 'name', 'description', 'page', 'state']);
  const entries = source.content?.views ?? [];
  const judged = entries.map((one, at) => ({ one, issues: issuesOf(source, entries, one, at) }));
  return {
    views: judged.filter(({ issues }) => issues.length === 0).map(({ one }) => viewOf(one)),
    issues: [...source.issues, ...judged.flatMap(({ issues }) => issues)]
  };
}

const addressOf = ({ page, state }: Entry): string => ownAddress(state ? `${page}?${state.replace(/^\?/, '')}` : page);

const viewOf = (one: Entry): HomeView => ({
  id: base58(createHash('sha256').update(`home ${one.name}`).digest(), 12),
  name: one.name,
  description: one.description,
  address: addressOf(one)
});

function issuesOf(source: SourceFile<unknown>, all: readonly Entry[], one: Entry, at: number): Issue[] {
  const place = (key: string): (string | number)[] => ['views', at, key];
  if (all.findIndex(({ name }) => name.toLowerCase() === one.name.toLowerCase()) !== at)
    return [source.issueAt(place('name'), `"${one.name}" is the name of another view`, 'Give it a name of its own.')];
  try {
    addressOf(one);
  } catch (error) {
    return [source.issueAt(place('page'), (error as Error).message, 'Write the path of a page, for example /explore.')];
  }
  return unknownNames(new URLSearchParams(one.state)).map((unknown) =>
    source.issueAt(
      place('state'),
      unknownWords({ ...unknown, suggestion: undefined }),
      unknown.suggestion ? `Did you mean "${unknown.suggestion}"?` : 'Take it out.'
    )
  );
}
