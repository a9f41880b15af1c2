import { redirect } from '@sveltejs/kit';
import { readExplore } from '#dashboard/boards/explore.ts';
import { exploreAnswers, exploreFacts, exploreRows, formAddress } from '#dashboard/lib/server/explore.ts';
import { askedByExplore } from '#dashboard/lib/server/soon.ts';
import { labelsIn } from '#warehouse/query/labels.ts';
import type { PageServerLoad } from './$types';

/**
 * A page that is asked for as a whole comes with its answers; afterwards the browser asks for what changed, by itself, and stops
 * what nobody waits for any more.
 */
export const load: PageServerLoad = async ({ locals, url, isDataRequest }) => {
  const { reader } = locals;
  if (!reader) return {};
  const facts = exploreFacts(reader);
  const { state } = readExplore(url.searchParams, facts);
  const formed = formAddress(url.searchParams, state, facts);
  if (formed && 'href' in formed) redirect(303, formed.href);
  const problem = formed?.problem;
  const labels = labelsIn(reader.build, state.filters);
  if (isDataRequest) return { problem, labels };
  const [answers, rows] = await Promise.all([exploreAnswers(reader, state, facts), exploreRows(reader, state, facts)]);
  locals.soon = askedByExplore(state, facts, answers);
  return { problem, labels, answers, rows };
};
