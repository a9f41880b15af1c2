import { day, instant } from '#dashboard/format.ts';
import type { ResolvedReport } from '../report.ts';
import { markup, trusted, type Markup } from './markup.ts';
import { reportStyle } from './style.ts';
import { viewMarkup } from './views.ts';

/** A report as one HTML file that needs nothing else: no script, no font, no address outside it. */
export function reportHtml(report: ResolvedReport): string {
  const { definition, period, knowledge, headline, sections } = report;
  const asOf = localDate(knowledge.asOf, knowledge.zone);
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${definition.title} ${period.name} · ${knowledge.organisation}</title>
<style>${trusted(reportStyle)}</style>
</head>
<body>
<header>
<p class="about">${knowledge.organisation}</p>
<h1>${definition.title}</h1>
<p class="period">${day(period.from)} to ${day(previousDay(period.to))}${period.isPartial && ' — to date: the period had not ended at the data instant'}</p>
<p class="headline">${headline}</p>
</header>
<main>
${sections.map((section) => markup`<section><h2>${section.title}</h2>${section.note && markup`<p class="note">${section.note}</p>`}${viewMarkup(section, asOf, knowledge.address)}</section>\n`)}
${comments(report)}</main>
${footer(report)}
</body>
</html>
`;
  return page.html;
}

/** What people said of the period: text alone, line by line. */
function comments({ comments: said, knowledge }: ResolvedReport): Markup | false {
  return (
    said.length > 0 &&
    markup`<section><h2>Comments on the period</h2>${said.map(
      (one) =>
        markup`<div class="comment"><p class="note">${one.about} · ${one.author}, ${instant(one.at, knowledge.zone)}</p>${one.body.split('\n').map((line) => markup`<p>${line}</p>`)}</div>`
    )}</section>\n`
  );
}

function footer({ definition, knowledge, glossary }: ResolvedReport): Markup {
  return markup`<footer>
<p class="about">Data to ${instant(knowledge.asOf, knowledge.zone)}, as known at ${instant(knowledge.knownAt, knowledge.zone)}. Days are of ${knowledge.zone}. Build ${knowledge.buildId}, definitions ${knowledge.definitionsSha256.slice(0, 12)}, ${definition.name} version ${definition.version}${knowledge.remarksSha256 && `, comments and baselines ${knowledge.remarksSha256.slice(0, 12)}`}.</p>
<h2>What the figures mean</h2>
<dl class="glossary">${glossary.map((entry) => markup`<dt>${entry.label}</dt><dd>${entry.meaning} ${entry.formula}. ${entry.nullRule}</dd>`)}</dl>
</footer>`;
}

const previousDay = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
const localDate = (asOf: string, zone: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(asOf));
