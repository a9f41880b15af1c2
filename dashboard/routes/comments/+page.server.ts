import { redirect, type Actions } from '@sveltejs/kit';
import { readingOf } from '#dashboard/lib/server/comments.ts';
import { personOf } from '#dashboard/lib/server/person.ts';
import { currentRegister } from '#dashboard/lib/server/register.ts';
import { remarkAction } from '#dashboard/lib/server/remark-action.ts';
import { ownAddress } from '#warehouse/register/address.ts';
import { editComment, listComments, withdrawComment, writeComment } from '#warehouse/register/comments.ts';
import type { PageServerLoad } from './$types';

/** Where a form came from; the list of comments when that is no page of this server. */
function backTo(text: string): string {
  try {
    return text ? ownAddress(text) : '/comments';
  } catch {
    return '/comments';
  }
}

export const load: PageServerLoad = ({ locals, cookies, url }) => {
  const zone = locals.reader?.build.zone ?? 'UTC';
  return {
    comments: listComments(currentRegister(), personOf(cookies)).map((one) => readingOf(one, zone)),
    edit: url.searchParams.get('edit'),
    back: backTo(url.searchParams.get('back') ?? '')
  };
};

const now = (): Date => new Date();

export const actions: Actions = {
  write: remarkAction((register, person, field, _form, at) => {
    const [page, period, service, customer, body, author] = ['page', 'period', 'service', 'customer', 'body', 'author'].map(field);
    const words = { page: page!, period: period!, service: service!, customer: customer!, body: body!, author: author! };
    writeComment(register, person, words, at, crypto.randomUUID());
    redirect(303, `${backTo(field('back'))}#comments`);
  }, now),
  edit: remarkAction((register, person, field, _form, at) => {
    editComment(register, person, field('id'), { body: field('body'), author: field('author') }, at);
    redirect(303, `${backTo(field('back'))}#comments`);
  }, now),
  withdraw: remarkAction((register, person, field, _form, at) => {
    withdrawComment(register, person, field('id'), at);
    redirect(303, `${backTo(field('back'))}#comments`);
  }, now)
};
