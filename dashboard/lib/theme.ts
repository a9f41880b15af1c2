import { dark, light, type Theme } from '#dashboard/charts/theme.ts';

export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];
export const themeCookie = 'plimsoll_theme';

export const readTheme = (text: string | undefined): ThemeChoice => themeChoices.find((choice) => choice === text) ?? 'system';

/** The colours in force in this browser, print being always light. */
export function currentTheme(isPrinting = false): Theme {
  if (isPrinting) return light;
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen === 'dark' ? dark : light;
  return matchMedia('(prefers-color-scheme: dark)').matches ? dark : light;
}

/** Calls back whenever the colours change: toggle, system, before and after printing. Returns how to stop. */
export function watchTheme(changed: (theme: Theme) => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const now = (): void => changed(currentTheme());
  const printing = (): void => changed(currentTheme(true));
  const toggled = new MutationObserver(now);
  toggled.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  system.addEventListener('change', now);
  addEventListener('beforeprint', printing);
  addEventListener('afterprint', now);
  return () => {
    toggled.disconnect();
    system.removeEventListener('change', now);
    removeEventListener('beforeprint', printing);
    removeEventListener('afterprint', now);
  };
}
