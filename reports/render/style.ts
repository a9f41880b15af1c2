import { fontFamily, light } from '#dashboard/charts/theme.ts';

/** Style sheet of a report: always light, made for paper and for a mail client's browser. */
export const reportStyle = `
@page { size: A4; margin: 16mm 14mm }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 32px 24px; max-width: 960px; background: ${light.panel}; color: ${light.ink};
  font: 14px/1.5 ${fontFamily}; font-variant-numeric: tabular-nums }
h1 { font-size: 28px; font-weight: 600; line-height: 1.2; margin: 0 }
h2 { font-size: 16px; font-weight: 600; margin: 40px 0 8px; break-after: avoid }
p { margin: 4px 0 }
a { color: inherit; text-decoration: none }
.period { font-size: 16px; color: ${light.inkSoft} }
.headline { font-size: 20px; line-height: 1.4; margin: 24px 0 8px }
.note, .about, caption { color: ${light.inkFaint}; font-size: 12px; text-align: left }
.cards { display: grid; grid-template-columns: repeat(3, 1fr); border: 1px solid ${light.line}; border-radius: 8px }
.card { padding: 12px 16px; border-bottom: 1px solid ${light.line} }
.card:not(:nth-child(3n)) { border-right: 1px solid ${light.line} }
.card:nth-last-child(-n+3) { border-bottom: 0 }
.card dt { color: ${light.inkSoft}; font-size: 12px }
.card dd { margin: 0; font-size: 20px; font-weight: 600 }
.card dd + dd { font-size: 12px; font-weight: 400; color: ${light.inkSoft} }
table { border-collapse: collapse; width: 100%; font-size: 13px; break-inside: auto }
h2 + .note, thead, tbody tr:first-child, dt { break-after: avoid }
tr { break-inside: avoid }
th, td { padding: 5px 8px; text-align: left; border-bottom: 1px solid ${light.line}; vertical-align: top }
th { font-weight: 500; font-size: 12px; color: ${light.inkSoft} }
td.number, th.number { text-align: right; white-space: nowrap }
.met { color: ${light.met} } .risk { color: ${light.risk} } .breached { color: ${light.breached} } .none { color: ${light.inkFaint} }
.few { opacity: .55 }
.grid td, .grid th { padding: 4px 5px; font-size: 12px } .grid td.number { font-size: 11px }
.bar { position: relative; height: 10px; min-width: 220px; background: ${light.tint}; margin-top: 5px }
.bar i { position: absolute; inset: 0 auto 0 0; background: ${light.hues[0]} }
.bar b { position: absolute; top: -3px; bottom: -3px; width: 2px; background: ${light.ink} }
details { margin-top: 8px } summary { padding: 4px 0; font-size: 12px; color: ${light.inkSoft}; cursor: pointer }
figure { margin: 0; break-inside: avoid } figure svg { max-width: 100%; height: auto }
footer { margin-top: 48px; padding-top: 12px; border-top: 1px solid ${light.line} }
dl.glossary { font-size: 12px; color: ${light.inkSoft} } dl.glossary dt { font-weight: 600; color: ${light.ink}; margin-top: 8px } dl.glossary dd { margin: 0 }
@media (max-width: 640px) { .cards { grid-template-columns: 1fr 1fr } .scroll { overflow-x: auto } }
@media screen { a { text-decoration: underline dotted; text-underline-offset: 3px } }
@media print { details { display: none } body { padding: 0; max-width: none } .scroll { overflow: visible } }
`;
