import { goto, invalidateAll } from '$app/navigation';
import { fixedPeriod, shiftPeriod } from '#dashboard/boards/period-shift.ts';
import { offeredPeriods, periodWords, tryPeriod } from '#dashboard/boards/periods.ts';
import type { Calendar, DateSpan } from '#dashboard/boards/span.ts';
import { spanWords } from '#dashboard/format.ts';
import { writePeriod } from '#warehouse/query/params.ts';
import type { PaletteItem } from './palette-item.ts';
import { controlsOf, press, turn, turnTables, type Mark } from './shortcuts.ts';
import { themeChoices, themeCookie, type ThemeChoice } from './theme.ts';

/** Something to do about what was said. */
export interface Offer {
  label: string;
  run(): void;
}

/** What opens outside of this module. */
export interface Openers {
  help(): void;
  save(): void;
  /** @param offer what may be done about it */
  say(text: string, offer?: Offer): void;
}

export interface PageAction extends PaletteItem {
  run(): void | Promise<void>;
}

/** Goes to the same page with other parameters; null takes one away. A page of a list begins again. */
export async function changeState(changes: Record<string, string | null>): Promise<void> {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries({ from: null, to: null, page: null, ...changes }))
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  const search = url.searchParams.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  await goto(url.pathname + (search ? `?${search}` : '') + url.hash, { keepFocus: true, noScroll: true });
}

/** Moves the page to the period before or after. Says where it went, or why it cannot. */
export async function step(steps: 1 | -1, { today, fiscalStart }: Partial<Calendar>, say: (text: string) => void): Promise<void> {
  const [control] = controlsOf('period');
  const period = control instanceof HTMLSelectElement ? tryPeriod(control.value) : undefined;
  const next = period && today ? shiftPeriod(period, { today, fiscalStart }, steps) : undefined;
  if (!next) return say(steps > 0 ? 'The data ends with this period.' : 'This period has none before it.');
  await changeState({ period: writePeriod(next) });
  say(`Period: ${periodWords(next)}.`);
}

/** The days that the page is about, where its period moves on with the data. */
function fixedDays({ today, fiscalStart }: Partial<Calendar>): DateSpan | undefined {
  const [control] = controlsOf('period');
  const period = control instanceof HTMLSelectElement ? tryPeriod(control.value) : undefined;
  return period && today ? fixedPeriod(period, { today, fiscalStart }) : undefined;
}

/**
 * Copies a short address of the page as it is; where that fails, the long one. Whoever opens it later sees other days where its period
 * moves, so that is said, and the same with its days fixed is offered.
 */
export async function copyLink(say: Openers['say'], calendar: Partial<Calendar>, isFixed = false): Promise<void> {
  const days = fixedDays(calendar);
  const url = new URL(location.href);
  if (isFixed && days) {
    for (const name of ['from', 'to']) url.searchParams.delete(name);
    url.searchParams.set('period', writePeriod(days));
  }
  const address = url.pathname + url.search + url.hash;
  const reply = await fetch('/s', { method: 'POST', body: new URLSearchParams({ address }) }).catch(() => undefined);
  const { href } = (reply?.ok ? await reply.json() : {}) as { href?: string };
  const copied = await navigator.clipboard.writeText(href ?? url.href).then(
    () => true,
    () => false
  );
  const told = copied ? `Copied ${href ?? 'the address of this page'}` : `The short address is ${href ?? url.href}`;
  if (!days) return say(told);
  if (isFixed) return say(`${told}, of ${spanWords(days)}`);
  say(`${told}. Its period moves on with the data.`, {
    label: `Copy it of ${spanWords(days)} instead`,
    run: () => void copyLink(say, calendar, true)
  });
}

/** Changes the colours of the page and remembers it. */
export function turnTheme(): void {
  const now = document.documentElement.dataset.theme as ThemeChoice | undefined;
  const next = themeChoices[(themeChoices.indexOf(now ?? 'system') + 1) % themeChoices.length] ?? 'system';
  document.documentElement.dataset.theme = next;
  document.cookie = `${themeCookie}=${next}; path=/; max-age=31536000; samesite=lax`;
  void invalidateAll();
}

const has = (mark: Mark): boolean => controlsOf(mark).length > 0;

/** What can be done on the page as it is, for the palette. On a page without a period, the periods lead to Explore. */
export function pageActions(calendar: Partial<Calendar>, { help, save, say }: Openers): PageAction[] {
  const action = (label: string, hint: string, run: PageAction['run'], more = ''): PageAction => ({
    kind: 'action',
    label,
    hint,
    more,
    href: '',
    run
  });
  const at = (state: Record<string, string | null>) => () =>
    has('period')
      ? changeState(state)
      : goto(`/explore?${new URLSearchParams(Object.entries(state).flatMap(([name, value]) => (value === null ? [] : [[name, value]])))}`);
  return [
    ...offeredPeriods(calendar).flatMap(({ choices }) =>
      choices.map(({ value, label }) => action(label, 'period', at({ period: value }), value.replaceAll('-', ' ')))
    ),
    ...(has('period')
      ? [
          action('Period before', 'key [', () => step(-1, calendar, say), 'back previous'),
          action('Period after', 'key ]', () => step(1, calendar, say), 'forward next')
        ]
      : []),
    ...(has('compare')
      ? [
          action('Compare with the year before', 'comparison', at({ compare: 'same_period_last_year' }), 'last year'),
          action('Compare with the period before', 'comparison', at({ compare: 'previous_period' }), 'previous'),
          action('No comparison', 'comparison', at({ compare: null })),
          action('Next comparison', 'key c', () => turn(controlsOf('compare')[0]))
        ]
      : []),
    ...(has('export') ? [action('Export', 'key e', () => press(controlsOf('export')[0]), 'csv xlsx parquet download')] : []),
    ...(has('table') ? [action('Charts as tables', 'key t', () => turnTables(controlsOf('table')), 'view numbers')] : []),
    action('Copy link', 'short address of this page', () => copyLink(say, calendar), 'share'),
    ...(fixedDays(calendar)
      ? [
          action(
            'Copy link, days fixed',
            'short address that keeps the days of its period',
            () => copyLink(say, calendar, true),
            'share freeze'
          )
        ]
      : []),
    action('Save view', 'this page as it is', save, 'bookmark keep'),
    action('Toggle theme', 'light, dark, system', turnTheme, 'colours dark light'),
    action('Keyboard help', 'key ?', help, 'shortcuts keys')
  ];
}
