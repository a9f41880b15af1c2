import { fail, type Actions } from '@sveltejs/kit';
import { pageWords, readViews } from '#dashboard/lib/server/views.ts';
import { knownPerson, personOf } from '#dashboard/lib/server/person.ts';
import { currentRegister } from '#dashboard/lib/server/register.ts';
import { AddressError, ownAddress } from '#warehouse/register/address.ts';
import type { Register } from '#warehouse/register/register.ts';
import { changeView, deleteView, findView, restoreView, saveView, setStart, ViewError } from '#warehouse/register/saved-views.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, cookies, url }) => {
  const address = addressIn(url.searchParams.get('save'));
  return {
    views: readViews(locals.reader, personOf(cookies)),
    save: address === undefined ? undefined : { address, page: pageWords(new URL(address, url).pathname) },
    rename: url.searchParams.get('rename')
  };
};

function addressIn(text: string | null): string | undefined {
  try {
    return text === null ? undefined : ownAddress(text);
  } catch {
    return undefined;
  }
}

type Event = Parameters<Actions[string]>[0];
type Work = (register: Register, person: string, field: (name: string) => string, now: Date) => object;

/** One thing done to the views of a person; what cannot be done comes back in words. */
const action =
  (work: Work) =>
  async ({ request, cookies }: Event) => {
    const form = await request.formData();
    const field = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    try {
      return work(currentRegister(), knownPerson(cookies), field, new Date());
    } catch (error) {
      if (error instanceof ViewError) return fail(400, { field: error.field, message: `${error.message}.` });
      if (error instanceof AddressError) return fail(400, { field: 'address', message: `${error.message}.` });
      throw error;
    }
  };

const wordsOf = (field: (name: string) => string) => ({
  name: field('name'),
  description: field('description'),
  address: field('address'),
  isShared: field('shared') === 'on'
});

export const actions: Actions = {
  save: action((register, person, field, now) => {
    const { name } = saveView(register, person, wordsOf(field), now, crypto.randomUUID());
    return { saved: name };
  }),
  change: action((register, person, field, now) => {
    const before = findView(register, field('id'), person);
    const words = wordsOf(field);
    changeView(register, person, field('id'), { ...words, address: words.address || (before?.address ?? '/') }, now);
    return { changed: words.name };
  }),
  delete: action((register, person, field, now) => {
    const name = findView(register, field('id'), person)?.name;
    deleteView(register, person, field('id'), now);
    return { deleted: { id: field('id'), name } };
  }),
  restore: action((register, person, field, now) => {
    restoreView(register, person, field('id'), now);
    return { restored: true };
  }),
  start: action((register, person, field) => {
    setStart(register, person, field('id') || undefined);
    return { started: field('id') !== '' };
  })
};
