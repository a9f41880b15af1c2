import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfig } from '#warehouse/config.ts';
import { definitionsSha256 } from '#warehouse/fingerprint.ts';
import { temporaryHome } from './landed.ts';

function configured(text: string) {
  const home = temporaryHome(text);
  try {
    const config = readConfig(home);
    return { ...config, sha256: definitionsSha256(home, config) };
  } finally {
    rmSync(home.root, { recursive: true });
  }
}

test.each([
  ['', 1],
  ['fiscal_year_start: april\n', 4],
  ['fiscal_year_start: October\n', 10],
  ['fiscal_year_start: 7\n', 7]
])('%j begins fiscal years with month %i', (text, month) => {
  expect(configured(`organisation: Test\n${text}`).fiscalYearStart).toBe(month);
});

test.each(['fiscal_year_start: aprill\n', 'fiscal_year_start: 13\n'])('%j is refused at its place', (text) => {
  expect(() => configured(`zone: UTC\n${text}`)).toThrow(/^plimsoll\.yaml:2:\d+: fiscal_year_start: is no month; write a name/);
});

test('another fiscal year is another build, the usual one is the build that it was', () => {
  const { sha256 } = configured('zone: UTC\n');
  expect(configured('zone: UTC\nfiscal_year_start: january\n').sha256).toBe(sha256);
  expect(configured('zone: UTC\nfiscal_year_start: april\n').sha256).not.toBe(sha256);
});
