import { error, redirect, type RequestHandler } from '@sveltejs/kit';
import { currentRegister } from '#dashboard/lib/server/register.ts';
import { readLink } from '#warehouse/register/short-links.ts';

/** Leads to the state behind a short link. */
export const GET: RequestHandler = ({ params }) => {
  const address = readLink(currentRegister(), params.id ?? '');
  if (address === undefined) error(404, 'This short link is not known in this home. Ask whoever sent it for the long address.');
  redirect(303, address);
};
