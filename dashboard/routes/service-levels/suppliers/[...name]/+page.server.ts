import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Suppliers stand in the navigation by themselves; addresses from before still lead there. */
export const load: PageServerLoad = ({ params, url }) => {
  redirect(308, `/suppliers${params.name ? `/${encodeURIComponent(params.name)}` : ''}${url.search}`);
};
