import { redirect, type Actions } from '@sveltejs/kit';
import { remarkAction } from '#dashboard/lib/server/remark-action.ts';
import { currentRegister } from '#dashboard/lib/server/register.ts';
import { baselineUrl } from '#dashboard/lib/server/remarks.ts';
import { filterWords } from '#dashboard/boards/receipt-words.ts';
import { catalogue } from '#warehouse/metrics/catalogue.ts';
import { readFilter, writeFilter } from '#warehouse/query/params.ts';
import { labelsIn } from '#warehouse/query/labels.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import type { Filter } from '#warehouse/query/query.ts';
import { addBaseline, listBaselines, removeBaseline } from '#warehouse/register/baselines.ts';
import { RemarkError } from '#warehouse/register/remark.ts';
import type { PageServerLoad } from './$types';

const mostFilters = 20;

/** Conditions as sent by a page; each is read, so that nothing but a condition of the catalogue is kept. @throws RemarkError */
function filtersIn(texts: readonly string[]): Filter[] {
  if (texts.length > mostFilters) throw new RemarkError('filter', `at most ${mostFilters} conditions can be kept`);
  return texts.map((text) => {
    try {
      const filter = readFilter(text.slice(0, 2000));
      if (catalogue.dimensions.has(filter.field)) return filter;
    } catch {
      // said below
    }
    throw new RemarkError('filter', `cannot read the condition “${text.slice(0, 60)}”`);
  });
}

const wordsOf = (texts: readonly string[], reader: Reader | undefined): string[] => {
  try {
    return filtersIn(texts).map((filter) => filterWords(filter, reader && labelsIn(reader.build, [filter])));
  } catch {
    return [...texts];
  }
};

export const load: PageServerLoad = ({ locals, url }) => {
  const measure = catalogue.measures.get(url.searchParams.get('measure') ?? '');
  const filters = url.searchParams.getAll('filter').slice(0, mostFilters);
  const all = listBaselines(currentRegister()).map((one) => ({
    ...one,
    label: catalogue.measures.get(one.measure)?.label ?? one.measure,
    process: catalogue.measures.get(one.measure)?.process ?? '',
    conditions: wordsOf(one.filters, locals.reader)
  }));
  return {
    about: measure && {
      measure: measure.name,
      label: measure.label,
      process: measure.process,
      filters,
      conditions: wordsOf(filters, locals.reader)
    },
    baselines: all,
    zone: locals.reader?.build.zone ?? 'UTC'
  };
};

const now = (): Date => new Date();

export const actions: Actions = {
  add: remarkAction((register, _person, field, form, at) => {
    const measure = field('measure');
    if (!catalogue.measures.has(measure)) throw new RemarkError('measure', `there is no figure called “${measure.slice(0, 60)}”`);
    const filters = filtersIn(form.getAll('filter').filter((value) => typeof value === 'string'));
    const words = { measure, filters: filters.map(writeFilter), from: field('from'), reason: field('reason'), author: field('author') };
    addBaseline(register, words, at);
    redirect(303, baselineUrl(measure, filters));
  }, now),
  remove: remarkAction((register, _person, field, _form, at) => {
    removeBaseline(register, field('id'), { author: field('author'), because: field('because') }, at);
    return { removed: true };
  }, now)
};
