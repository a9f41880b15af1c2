import type { ClosedManifest } from './manifest.ts';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Cell styles in the order of `styles`: plain, date, instant with microseconds kept but seconds shown, heading. */
export const styleSheet = `${xml}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

export const workbook = (names: readonly string[]): string =>
  `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`;

export const workbookRelations = (sheets: number): string =>
  `${xml}<Relationships xmlns="${packaged}/relationships">${numbers(sheets)
    .map((at) => `<Relationship Id="rId${at}" Type="${office}/worksheet" Target="worksheets/sheet${at}.xml"/>`)
    .join('')}<Relationship Id="rId${sheets + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`;

export const rootRelations = `${xml}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export const contentTypes = (sheets: number): string =>
  `${xml}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>${numbers(
    sheets
  )
    .map((at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${sheetType}.worksheet+xml"/>`)
    .join('')}</Types>`;

/** The manifest as rows of a sheet: what a person asks first, then definitions and columns. */
export function manifestRows(manifest: ClosedManifest): string[][] {
  const { build, period } = manifest;
  return [
    ['What', manifest.words],
    ['Rows', `${manifest.rows} (one row is one ${manifest.grain})`],
    ['Again at', manifest.address],
    ...(manifest.page ? [['On the page', manifest.page]] : []),
    ...(period ? [['Period', `${period.from} up to, not including, ${period.to}`]] : []),
    ['Data up to (UTC)', build.asOf],
    ['Known at (UTC)', build.knownAt],
    ['Reporting zone', build.zone],
    ['Organisation', build.organisation],
    ['Build', build.id],
    ['SHA-256 of the definitions', build.definitionsSha256],
    ['Checksum of the rows', `${manifest.checksum} (${manifest.checksumMethod})`],
    ['How to read', manifest.reading],
    ['Long texts', 'A text longer than a cell goes on to the right of the last column, behind the name of its column.'],
    ...Object.entries(manifest.unavailable ?? {}).map(([name, reason]) => [`Not available: ${name}`, reason]),
    ...manifest.definitions.map((definition) => [
      `Definition: ${definition.name}`,
      [
        `${definition.label} (version ${definition.version})`,
        definition.meaning,
        `Formula: ${definition.formula}`,
        `Unit: ${definition.unit}`,
        ...(definition.denominator ? [`Denominator: ${definition.denominator}`] : []),
        ...(definition.nullRule ? [`Nothing where: ${definition.nullRule}`] : [])
      ].join('\n')
    ]),
    ...manifest.columns.map(({ name, type, unit, label }) => [`Column: ${name}`, [type, unit, label].filter(Boolean).join(', ')]),
    ['Manifest', ...pieces(JSON.stringify(manifest))]
  ];
}

/** A text in pieces that a cell takes. */
const pieces = (text: string): string[] => text.match(/[\s\S]{1,30000}/g) ?? [];
