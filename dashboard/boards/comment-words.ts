import { pages } from './pages.ts';

const monthForm = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `September 2026`, `Q3 2026`, `week 38 of 2026`: a period by its name. */
export function namedPeriodWords(name: string): string {
  const [year = '', part = ''] = name.split('-');
  if (part.startsWith('Q')) return `${part} ${year}`;
  if (part.startsWith('W')) return `week ${Number(part.slice(1))} of ${year}`;
  return monthForm.format(new Date(`${name}-01T00:00:00Z`));
}

/** A page as a comment names it: `Incidents`, `Service levels: Customers / Meridian`. */
export function commentedPage(path: string): string {
  const own = pages.filter((page) => path === page.path || (page.path !== '/' && path.startsWith(`${page.path}/`))).at(-1);
  if (!own) return path;
  const rest = path.slice(own.path.length).split('/').filter(Boolean).map(plain);
  return rest.length ? `${own.label}: ${rest.join(' / ')}` : own.label;
}

const plain = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** What a comment is about, besides its page: “Sept 2026, VPN, customer Meridian”. */
export const aboutWords = ({ period, service, customer }: { period: string; service: string | null; customer: string | null }): string =>
  [namedPeriodWords(period), service, customer && `customer ${customer}`].filter(Boolean).join(', ');
