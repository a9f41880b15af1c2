import { exploreFacts } from '#dashboard/lib/server/explore.ts';
import type { LayoutServerLoad } from './$types';

/** Asked once: what follows changes the address only. */
export const load: LayoutServerLoad = ({ locals }) => ({ facts: locals.reader && exploreFacts(locals.reader) });
