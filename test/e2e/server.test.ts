import { get } from 'node:http';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { startProduct } from './product.ts';
import { sharedProduct, type SharedProduct } from './shared.ts';

let product: SharedProduct;
beforeAll(async () => {
  product = await sharedProduct();
}, 300_000);

describe('the interface for programs', () => {
  const question = '/api/query?measures=incident.opened&grain=month&period=last-6-months';

  it('answers the same as JSON, CSV and Arrow', async () => {
    const { tableFromIPC } = await import('apache-arrow');
    const json = (await (await fetch(`${product.address}${question}&format=json`)).json()) as { rows: Record<string, unknown>[] };
    const csv = Papa.parse<Record<string, string>>(await (await fetch(`${product.address}${question}&format=csv`)).text(), {
      header: true,
      skipEmptyLines: true
    }).data;
    const arrow = tableFromIPC(await (await fetch(`${product.address}${question}&format=arrow`)).arrayBuffer());
    const counts = json.rows.map((row) => Number(row['incident.opened']));
    expect(counts).toHaveLength(6);
    expect(csv.map((row) => Number(Object.values(row).at(-1)))).toEqual(counts);
    expect([...arrow.getChild('incident.opened')!].map(Number)).toEqual(counts);
  });

  it('names the field and a suggestion when it cannot be asked', async () => {
    const response = await fetch(`${product.address}/api/query?measures=incident.openend`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('incident.opened');
  });
});

describe('who may ask', () => {
  const status = (headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) =>
      get(`${product.address}/`, { headers }, (response) => resolve(response.resume().statusCode ?? 0)).on('error', reject)
    );

  it('turns away a foreign host and a foreign origin', async () => {
    expect(await status({ host: 'attacker.example' })).toBe(421);
    expect(await status({ origin: 'http://attacker.example' })).toBe(403);
    expect(await status({})).toBe(200);
  });

  it('sends a policy that lets nothing foreign in', async () => {
    const { headers } = await fetch(product.address);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('serves this machine only', async () => {
    await expect(startProduct('--host', '0.0.0.0', '--no-schedule')).rejects.toThrow('on this machine only');
  }, 120_000);
});
