import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { homeAt, type Home } from '#warehouse/home.ts';
import { adoptDefinitions } from '#warehouse/service-levels/adopt-home.ts';
import { archiveDefinitions, readArchive } from '#warehouse/service-levels/archive.ts';
import { definitionHistory, type DefinitionChange } from '#warehouse/service-levels/history.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));
function folder(files: Record<string, string>): string {
  const path = mkdtempSync(join(tmpdir(), 'plimsoll-history-'));
  folders.push(path);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}
function homeWith(files: Record<string, string>): Home {
  const home = homeAt(folder({}));
  mkdirSync(home.definitions);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(home.definitions, name), text);
  return home;
}

const agreements = `agreements:
  - name: Gold
    type: SLA
    targets:
      - { name: Resolution, record_type: incident, metric: resolution, calendar: office, goals: { 1: 4h, default: 8h }, pause: on_hold }
`;
const calendars = `calendars:
  - { name: office, zone: Europe/Berlin, hours: { mon: ["09:00-17:00"] }, holidays: [{ country: DE }, { ical: team.ics }] }
`;
const ics = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:X\r\nDTSTART;VALUE=DATE:20260803\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
const files = { 'agreements.yaml': agreements, 'calendars.yaml': calendars, 'team.ics': ics };
const line = ({ name, target, field, before, after }: DefinitionChange): string =>
  `${name}${target ? `/${target}` : ''} ${field}: ${before ?? '–'} → ${after ?? '–'}`;

describe('the history of definitions', () => {
  test('keeps what was used once, with its first use', () => {
    const home = homeWith(files);
    const sha = 'a'.repeat(64);
    expect(archiveDefinitions(home, sha)).toBe(`definitions/.history/${'a'.repeat(16)}`);
    archiveDefinitions(home, sha, { buildId: 'one', asOf: '2026-03-01T00:00:00Z' });
    archiveDefinitions(home, sha, { buildId: 'two', asOf: '2026-04-01T00:00:00Z' });
    writeFileSync(join(home.definitions, 'agreements.yaml'), agreements.replace('1: 4h', '1: 2h'));
    archiveDefinitions(home, 'b'.repeat(64), { buildId: 'three', asOf: '2026-04-01T00:00:00Z' });
    const kept = readArchive(home);
    expect(kept.map(({ sequence, firstUse }) => [sequence, firstUse?.buildId])).toEqual([
      [1, 'one'],
      [2, 'three']
    ]);
    expect(kept[0]?.files).toEqual(files);
    expect(definitionHistory(kept).map(({ changes }) => changes.map(line))).toEqual([['Gold/Resolution goal of priority 1: 4h → 2h'], []]);
    expect(archiveDefinitions(homeAt(folder({})), sha)).toBeUndefined();
  });
  test('says what differs, in words', () => {
    const other = agreements
      .replace('pause: on_hold', 'pause: { supplier: { not: null } }, when: { category: vpn }')
      .replace(
        '    targets:',
        '    party: Sales\n    targets:\n      - { name: New, record_type: request, metric: fulfilment, goals: { default: 3h } }'
      );
    const step = (sequence: number, texts: Record<string, string>) => ({ sha256: String(sequence), sequence, files: texts });
    const changes = definitionHistory([
      step(1, files),
      step(2, {
        'agreements.yaml': other,
        'calendars.yaml': calendars.replace('"09:00-17:00"', '"09:00-18:00"').replace('country: DE', 'country: DE, state: BE'),
        'team.ics': `${ics}x`
      }),
      step(3, { 'agreements.yaml': other, 'calendars.yaml': 'not yaml: [' })
    ]);
    expect(changes[1]?.changes.map(line)).toEqual([
      'Gold party: – → Sales',
      'Gold/Resolution pause: state is on hold → supplier is known',
      'Gold/Resolution when: – → category is vpn',
      'Gold/New added: – → record type: request; metric: fulfilment; goal of other priorities: 3h',
      'office hours: mon 09:00-17:00 → mon 09:00-18:00',
      'office holidays: public holidays of DE; team.ics → public holidays of DE-BE; team.ics',
      'team.ics file: 1 events → 1 events'
    ]);
    expect(changes[0]?.changes.map(line)[0]).toMatch(/^office removed: zone: Europe\/Berlin/);
  });
});

describe('adopting into a home', () => {
  test('keeps the old files, brings new ones along, and leaves a valid home', () => {
    const home = homeWith(files);
    const next = folder({
      'agreements.yaml': agreements.replace('1: 4h', '1: 2h'),
      'calendars.yaml': calendars.replace('team.ics', 'new.ics'),
      'new.ics': ics.replace('0803', '0804')
    });
    const { adoptions, changes, keptAt } = adoptDefinitions(home, next, '2026-04-01');
    expect(adoptions.map(({ kind, name, what }) => `${kind} ${name} ${what}`)).toEqual([
      'calendars office replaced',
      'agreements Gold replaced'
    ]);
    expect(changes.map(line)).toEqual([
      'Gold valid to: – → 2026-03-31',
      'Gold, version 2 valid from: – → 2026-04-01',
      'Gold, version 2/Resolution goal of priority 1: 4h → 2h',
      'office valid to: – → 2026-03-31',
      'office, version 2 holidays: public holidays of DE; team.ics → public holidays of DE; new.ics',
      'office, version 2 valid from: – → 2026-04-01'
    ]);
    expect(readdirSync(home.definitions).sort()).toEqual(['.history', 'agreements.yaml', 'calendars.yaml', 'new.ics', 'team.ics']);
    expect(readFileSync(join(home.root, keptAt!, 'agreements.yaml'), 'utf8')).toBe(agreements);
    expect(adoptDefinitions(home, next, '2026-05-01').keptAt).toBeUndefined();
  });
  test('refuses what would not be valid, and then writes nothing', () => {
    const home = homeWith(files);
    const before = () => readdirSync(home.definitions, { recursive: true }).sort();
    const state = before();
    const refused = (own: Record<string, string>) => () => adoptDefinitions(home, folder(own), '2026-04-01');
    expect(refused({ 'agreements.yaml': agreements.replace('office', 'ofice') })).toThrow(
      'definitions/agreements.yaml:5:82: there is no calendar "ofice"'
    );
    expect(refused({ 'agreements.yaml': agreements, 'calendars.yaml': 'calendars: []\n' })).toThrow('there is no calendar "office"');
    expect(refused({ 'calendars.yaml': calendars, 'team.ics': `${ics} ` })).toThrow('team.ics differs from the file of the home');
    expect(refused({ 'reports.yaml': '' })).toThrow('has neither calendars.yaml nor agreements.yaml');
    expect(() => adoptDefinitions(home, join(home.root, 'nowhere'), '2026-04-01')).toThrow('there is no folder');
    expect(before()).toEqual(state);
  });
});
