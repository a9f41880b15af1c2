import { createHash } from 'node:crypto';
import { ownAddress } from './address.ts';
import { base58 } from './base58.ts';
import type { Register } from './register.ts';

/** A state of a page under a name. `own` is seen by who made it, `shared` by everybody of this home. */
export interface SavedView {
  id: string;
  name: string;
  description: string;
  /** Path and query. */
  address: string;
  isShared: boolean;
  /** Made by the person who asks. */
  isMine: boolean;
  /** ISO 8601 UTC. */
  madeAt: string;
  changedAt: string;
}

export interface ViewWords {
  name: string;
  description: string;
  address: string;
  isShared: boolean;
}

/** What a person asked for cannot be done, in words for that person; `field` is the one to correct. */
export class ViewError extends Error {
  override name = 'ViewError';
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

export const limits = { name: 80, description: 400, ownViews: 200, allViews: 5000 } as const;

/** Deleted views can be brought back for this long, milliseconds. */
const undoFor = 24 * 60 * 60 * 1000;

/** Views that a person sees: own ones and everybody's shared ones, by name. */
export function listViews(register: Register, owner: string | undefined): SavedView[] {
  const rows = register.database
    .prepare('SELECT * FROM saved_view WHERE deleted_at IS NULL AND (is_shared = 1 OR owner = ?) ORDER BY lower(name), view_id')
    .all(owner ?? '') as unknown as ViewRow[];
  return rows.map((row) => viewOf(row, owner));
}

/** One view that a person may see; undefined when there is none. */
export function findView(register: Register, id: string, owner: string | undefined): SavedView | undefined {
  return listViews(register, owner).find((view) => view.id === id);
}

/**
 * Keeps a view.
 * @param seed what makes its id its own among views of one name and instant, for example a random text
 * @throws ViewError, AddressError
 */
export function saveView(register: Register, owner: string, words: ViewWords, now: Date, seed: string): SavedView {
  const checked = check(words);
  return register.transaction(() => {
    forget(register, now);
    const { own, all } = register.database
      .prepare('SELECT count(*) FILTER (WHERE owner = ?) AS own, count(*) AS "all" FROM saved_view')
      .get(owner) as { own: number; all: number };
    if (own >= limits.ownViews) throw new ViewError('name', `you have ${limits.ownViews} views already; delete one first`);
    if (all >= limits.allViews) throw new ViewError('name', `this home holds ${limits.allViews} views already; delete one first`);
    refuseTwin(register, owner, checked);
    const at = now.toISOString();
    const id = base58(createHash('sha256').update(`${owner} ${at} ${seed} ${checked.name}`).digest(), 12);
    register.database
      .prepare('INSERT INTO saved_view VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)')
      .run(id, owner, Number(checked.isShared), checked.name, checked.description, checked.address, at, at);
    return { id, ...checked, isMine: true, madeAt: at, changedAt: at };
  });
}

/** Changes one's own view. @throws ViewError when it is not there or somebody else's, AddressError */
export function changeView(register: Register, owner: string, id: string, words: ViewWords, now: Date): void {
  const checked = check(words);
  register.transaction(() => {
    requireOwn(register, owner, id);
    refuseTwin(register, owner, checked, id);
    register.database
      .prepare('UPDATE saved_view SET name = ?, description = ?, address = ?, is_shared = ?, changed_at = ? WHERE view_id = ?')
      .run(checked.name, checked.description, checked.address, Number(checked.isShared), now.toISOString(), id);
  });
}

/** Takes one's own view away; for a day it can be brought back. @throws ViewError */
export function deleteView(register: Register, owner: string, id: string, now: Date): void {
  register.transaction(() => {
    requireOwn(register, owner, id);
    register.database.prepare('UPDATE saved_view SET deleted_at = ? WHERE view_id = ?').run(now.toISOString(), id);
  });
}

/** Brings a deleted view back. @throws ViewError when it is gone, or its name has been given to another since */
export function restoreView(register: Register, owner: string, id: string, now: Date): void {
  register.transaction(() => {
    forget(register, now);
    const row = register.database
      .prepare('SELECT * FROM saved_view WHERE view_id = ? AND owner = ? AND deleted_at IS NOT NULL')
      .get(id, owner) as ViewRow | undefined;
    if (!row) throw new ViewError('id', 'this view is gone for good');
    refuseTwin(register, owner, viewOf(row, owner));
    register.database.prepare('UPDATE saved_view SET deleted_at = NULL WHERE view_id = ?').run(id);
  });
}

/** Makes a view the page that a person begins with, or none of them. @param id of a view, or of one from a file; undefined for none */
export function setStart(register: Register, owner: string, id: string | undefined): void {
  if (id === undefined) register.database.prepare('DELETE FROM start_view WHERE owner = ?').run(owner);
  else register.database.prepare('INSERT OR REPLACE INTO start_view VALUES (?, ?)').run(owner, id.slice(0, 100));
}

export const startOf = (register: Register, owner: string): string | undefined =>
  register.database.prepare('SELECT view_id FROM start_view WHERE owner = ?').get(owner)?.view_id as string | undefined;

interface ViewRow {
  view_id: string;
  owner: string;
  is_shared: number;
  name: string;
  description: string;
  address: string;
  made_at: string;
  changed_at: string;
}

const viewOf = (row: ViewRow, owner: string | undefined): SavedView => ({
  id: row.view_id,
  name: row.name,
  description: row.description,
  address: row.address,
  isShared: row.is_shared === 1,
  isMine: row.owner === owner,
  madeAt: row.made_at,
  changedAt: row.changed_at
});

function check({ name, description, address, isShared }: ViewWords): ViewWords {
  const words = { name: plain(name), description: plain(description), address: ownAddress(address), isShared };
  if (words.name === '') throw new ViewError('name', 'a view needs a name');
  if ([...words.name].length > limits.name) throw new ViewError('name', `a name has at most ${limits.name} characters`);
  if ([...words.description].length > limits.description)
    throw new ViewError('description', `a description has at most ${limits.description} characters`);
  return words;
}

/** One line without characters that are not seen or that turn the direction of writing; half pairs become one replacement mark. */
const plain = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();

function refuseTwin(register: Register, owner: string, { name, isShared }: ViewWords, except = ''): void {
  const rows = register.database
    .prepare('SELECT name FROM saved_view WHERE deleted_at IS NULL AND view_id <> ? AND is_shared = ? AND (is_shared = 1 OR owner = ?)')
    .all(except, Number(isShared), owner) as { name: string }[];
  const folded = name.toLocaleLowerCase('en');
  if (rows.some((row) => row.name.toLocaleLowerCase('en') === folded))
    throw new ViewError('name', `there is a ${isShared ? 'shared view' : 'view of yours'} called ${name} already`);
}

function requireOwn(register: Register, owner: string, id: string): void {
  const row = register.database.prepare('SELECT owner FROM saved_view WHERE view_id = ? AND deleted_at IS NULL').get(id);
  if (!row) throw new ViewError('id', 'this view is not there any more');
  if (row.owner !== owner) throw new ViewError('id', 'this view was made by somebody else; save a copy of your own to change it');
}

const forget = (register: Register, now: Date): void => {
  register.database.prepare('DELETE FROM saved_view WHERE deleted_at < ?').run(new Date(now.getTime() - undoFor).toISOString());
};
