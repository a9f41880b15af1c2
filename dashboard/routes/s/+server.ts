import { json, type RequestHandler } from '@sveltejs/kit';
import { currentRegister } from '#dashboard/lib/server/register.ts';
import { AddressError } from '#warehouse/register/address.ts';
import { keepLink, LinksFullError } from '#warehouse/register/short-links.ts';

/** Keeps the state of a page (`address`) under a short id. */
export const POST: RequestHandler = async ({ request, url }) => {
  const form = await request.formData().catch(() => undefined);
  const address = form?.get('address');
  if (typeof address !== 'string') return json({ message: 'The field address is missing.' }, { status: 400 });
  try {
    const id = keepLink(currentRegister(), address, new Date());
    return json({ id, href: `${url.origin}/s/${id}` }, { status: 201 });
  } catch (error) {
    if (error instanceof AddressError) return json({ message: error.message }, { status: 400 });
    if (error instanceof LinksFullError) return json({ message: error.message }, { status: 507 });
    throw error;
  }
};
