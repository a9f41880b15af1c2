import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from '#dashboard/boards/pages.ts';
import { day } from '#dashboard/format.ts';
import type { ViewReading } from '#dashboard/lib/view-reading.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { unknownNames } from '#warehouse/query/state-names.ts';
import { readHomeViews, viewsName, type HomeView } from '#warehouse/register/home-views.ts';
import { listViews, startOf } from '#warehouse/register/saved-views.ts';
import { currentRegister } from './register.ts';
import { localDate } from './freshness.ts';
import { currentHome } from './warehouse.ts';

/** Every view that a person sees: those of the home first, then by name. */
export function readViews(reader: Reader | undefined, person: string | undefined): ViewReading[] {
  const zone = reader?.build.zone ?? 'UTC';
  const register = currentRegister();
  const start = person === undefined ? undefined : startOf(register, person);
  const kept = listViews(register, person).map(({ isShared, address, changedAt, ...view }) =>
    reading({ ...view, address, kind: isShared ? 'shared' : 'own', changed: day(localDate(changedAt, zone)) }, start)
  );
  return [...homeViews().map((view) => reading({ ...view, kind: 'home', isMine: false, changed: '' }, start)), ...kept];
}

/** The view that a person begins with, if it can still be seen. */
export const startView = (reader: Reader | undefined, person: string | undefined): ViewReading | undefined =>
  person === undefined ? undefined : readViews(reader, person).find(({ isStart }) => isStart);

const kindWords = { own: 'own view', shared: 'shared view', home: 'view of this home' } as const;

function reading(
  view: Pick<ViewReading, 'id' | 'name' | 'description' | 'kind' | 'isMine' | 'changed'> & { address: string },
  start: string | undefined
): ViewReading {
  const { address, ...rest } = view;
  const url = new URL(address, 'http://own.invalid');
  return {
    ...rest,
    href: address,
    of: kindWords[view.kind],
    page: pageWords(url.pathname),
    isStart: view.id === start,
    missing: unknownNames(url.searchParams).map(({ what, name }) => `${what} ${name.slice(0, 80)}`)
  };
}

/** The page that an address is on, in the words of the navigation. */
export function pageWords(path: string): string {
  const own = pages.filter((page) => path === page.path || (page.path !== '/' && path.startsWith(`${page.path}/`)));
  return own.at(-1)?.label ?? (path.startsWith('/records') ? 'Records' : path);
}

let read: { stamp: string; views: HomeView[] } | undefined;

/** The file is read again when it has changed. */
function homeViews(): HomeView[] {
  const home = currentHome();
  const stat = statSync(join(home.definitions, viewsName), { throwIfNoEntry: false });
  const stamp = stat ? `${home.root} ${stat.mtimeMs} ${stat.size}` : '';
  if (read?.stamp !== stamp) read = { stamp, views: stat ? readHomeViews(home).views : [] };
  return read.views;
}
