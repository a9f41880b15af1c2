import { describe, expect, it } from 'vitest';
import type { Connection } from '#warehouse/connection.ts';
import { buildTrends, withFacts, type IncidentRow } from './warehouse-fixture.ts';
import { random } from './simulation.ts';

const asOf = '2026-06-14T16:00:00Z';
const day = 86_400_000;
const before = (days: number): string => new Date(Date.parse(asOf) - days * day).toISOString();

const wordings = [
  'VPN certificate expired',
  'Cannot connect, vpn cert invalid',
  'Certificate error AnyConnect',
  'VPN-Zertifikat ist abgelaufen',
  'AnyConnect: certificate expired',
  'Cannot connect, certificate has expired',
  'AnyConnect says the cert is invalid',
  'Zertifikat ungültig, keine Verbindung'
];
const faults = [
  'Printer jams',
  'Screen flickers',
  'Mailbox over quota',
  'Badge reader broken',
  'Error opening sheet',
  'Error saving drawing'
];

/** A year of unlike faults, evenly spread over days; and a certificate that expires every thirty days. */
function year(): IncidentRow[] {
  const next = random(5);
  const rows: IncidentRow[] = [];
  const add = (days: number, row: Omit<IncidentRow, 'record_id' | 'opened_at'>) =>
    rows.push({
      record_id: `INC${String(rows.length).padStart(7, '0')}`,
      opened_at: before(days),
      state: 'closed',
      caller: `p${Math.floor(next() * 50)}`,
      location: next() < 0.5 ? 'Berlin' : 'Pune',
      resolve_seconds: 7200,
      ...row
    });
  for (let index = 0; index < 1200; index++) {
    const fault = Math.floor(next() * faults.length);
    add(next() * 364, { title: faults[fault]!, service: `Service ${fault}` });
  }
  for (let wave = 0; wave < 12; wave++)
    for (let index = 0; index < 8; index++)
      add(6 + wave * 30 + next() * 2, { title: wordings[index]!, service: 'Remote Access', configuration_item: 'vpn-gateway-01' });
  return rows;
}

const candidates = (connection: Connection) =>
  connection.all<{
    label: string;
    rank: number;
    kind: string;
    level: string;
    sentence: string;
    evidence: string;
    recurrence_of: string | null;
  }>(
    'SELECT f.label, c.rank, c.kind, c.level, c.sentence, c.evidence, c.recurrence_of FROM mart.candidate c JOIN mart.family f USING (family_id) ORDER BY rank'
  );
const everything = async (connection: Connection) => {
  const tables = ['fact.family_member', 'mart.family', 'mart.family_week', 'mart.family_signal', 'mart.candidate'];
  return Promise.all(tables.map((table) => connection.all(`SELECT * FROM ${table} ORDER BY ALL`)));
};

describe('trend models', () => {
  it('gives empty tables for no incidents at all', () =>
    withFacts({ incidents: [] }, async (connection) => {
      await buildTrends(connection, undefined);
      expect((await everything(connection)).every((rows) => rows.length === 0)).toBe(true);
    }));

  it('ranks a patched cause told in many words first, as one family with its evidence', () =>
    withFacts({ incidents: year() }, async (connection) => {
      await buildTrends(connection, asOf);
      const [first] = await candidates(connection);
      expect(first).toMatchObject({ rank: 1, kind: 'recurring', recurrence_of: null });
      expect(first!.label).toMatch(/cert.* · vpn-gateway-01$/i);
      expect(first!.sentence).toMatch(
        /^\d+ incidents in 26 weeks.*came back in \d+ waves.*about every 30 days.*no open problem.*certificate.*callers, 2 sites; \d+ hours lost \(calendar time until resolved, for each person affected\)/
      );
      const evidence = JSON.parse(first!.evidence) as {
        numbers: { name: string; value: number; query?: { period: { from: string; to: string } } }[];
      };
      const told = evidence.numbers.find(({ name }) => name === 'incidents')!;
      const counted = await connection.one<{ count: number }>(
        `SELECT count(*) AS count FROM fact.family_member m JOIN fact.incident i USING (record_id) JOIN mart.candidate c USING (family_id)
         WHERE c.rank = 1 AND m.is_counted AND i.opened_date >= $from::DATE AND i.opened_date < $to::DATE`,
        told.query!.period
      );
      expect(counted!.count).toBe(told.value);
      const family = await connection.one<{ record_count: number }>(`SELECT record_count FROM mart.family WHERE facet = 'vpn-gateway-01'`);
      expect(family!.record_count).toBe(96);
    }));

  it('alerts on a burst when it happens, and knows nothing of it before', () => {
    const burst = Array.from({ length: 20 }, (_, index): IncidentRow => ({
      record_id: `NEW${index}`,
      opened_at: before(1 + index / 6),
      title: 'Card payments declined',
      service: 'Payments',
      caller: `p${index}`,
      resolve_seconds: 3600
    }));
    const incidents = [...year(), ...burst];
    return withFacts({ incidents }, async (connection) => {
      await buildTrends(connection, asOf);
      const [first] = await candidates(connection);
      expect(first).toMatchObject({ label: 'Card payments declined · Payments', kind: 'signal', level: 'alert' });
      expect(first!.sentence).toMatch(/^20 incidents in \d+ days against [\d.< ]+ expected \(95 %: 0–\d+\), q (= 0\.0|< 0\.001)/);
      await buildTrends(connection, before(5));
      expect((await candidates(connection)).filter(({ label }) => label.startsWith('Card'))).toEqual([]);
      const later = await connection.one<{ count: number }>(
        `SELECT count(*) AS count FROM fact.family_member m JOIN fact.incident i USING (record_id) WHERE i.opened_at > $at::TIMESTAMPTZ`,
        { at: before(5) }
      );
      expect(later!.count).toBe(0);
    });
  });

  it('counts children of one parent once, also when the parent is not there', () => {
    const title = 'Line to Berlin down';
    const row = (record_id: string, days: number, parent_id?: string): IncidentRow => ({
      record_id,
      opened_at: before(days),
      title,
      service: 'WAN',
      parent_id
    });
    const incidents = [
      row('A', 30),
      row('A1', 30, 'A'),
      row('A2', 29, 'A'),
      row('B1', 20, 'GONE'),
      row('B2', 19, 'GONE'),
      row('C', 10),
      row('D', 5, 'E'),
      row('E', 5, 'D')
    ];
    return withFacts({ incidents }, async (connection) => {
      await buildTrends(connection, asOf);
      const members = await connection.all<{ record_id: string; is_counted: boolean }>(
        'SELECT record_id, is_counted FROM fact.family_member'
      );
      expect(
        members
          .filter(({ is_counted }) => is_counted)
          .map(({ record_id }) => record_id)
          .sort()
      ).toEqual(['A', 'B1', 'C', 'D']);
      expect(await connection.one('SELECT record_count, member_count FROM mart.family')).toEqual({ record_count: 4, member_count: 8 });
    });
  });

  it('loses time for each person affected, for one where nobody told', () => {
    const told = [undefined, 0, 1, 40].map((affected_people, index) => ({
      record_id: `INC${index}`,
      opened_at: before(5),
      state: 'closed',
      resolve_seconds: 60,
      ...(affected_people === undefined ? {} : { affected_people })
    }));
    return withFacts({ incidents: told }, async (connection) => {
      await buildTrends(connection, asOf);
      const rows = await connection.all('SELECT record_id, lost_seconds FROM staging.trend_incident ORDER BY record_id');
      expect(rows.map(({ lost_seconds }) => Number(lost_seconds))).toEqual([60, 60, 60, 2400]);
    });
  });

  it('goes by coded symptoms where there are no titles, and says so', () => {
    const incidents = Array.from({ length: 40 }, (_, index): IncidentRow => ({
      record_id: `I${index}`,
      opened_at: before(index),
      category: '42',
      subcategory: 'Subcategory 223',
      symptom: index % 10 === 0 ? '5' : '534'
    }));
    return withFacts({ incidents }, async (connection) => {
      await buildTrends(connection, asOf);
      expect(await connection.all('SELECT label, facet_type, facet, record_count FROM mart.family ORDER BY record_count DESC')).toEqual([
        { label: 'Symptom 534, Subcategory 223, Category 42 (coded symptom)', facet_type: 'category', facet: '42', record_count: 36 },
        { label: 'Symptom 5, Subcategory 223, Category 42 (coded symptom)', facet_type: 'category', facet: '42', record_count: 4 }
      ]);
    });
  });

  it('calls a family with a known error a recurrence of it, by link or by text', () => {
    const problems = [
      {
        record_id: 'PRB1',
        title: 'Certificate of AnyConnect expired',
        service: 'Remote Access',
        state: 'in_progress',
        is_open: true,
        is_known_error: true
      },
      { record_id: 'PRB2', title: 'Screens flicker', service: 'Another Service', state: 'in_progress', is_open: true, is_known_error: true }
    ];
    return withFacts({ incidents: year(), problems }, async (connection) => {
      await buildTrends(connection, asOf);
      const vpn = await connection.one(
        `SELECT known_error_id, known_error_similarity > 0.6 AS is_near FROM mart.family WHERE facet = 'vpn-gateway-01'`
      );
      expect(vpn).toEqual({ known_error_id: 'PRB1', is_near: true });
      const screens = await connection.one(`SELECT known_error_id FROM mart.family WHERE label LIKE 'Screen flickers%'`);
      expect(screens).toEqual({ known_error_id: null });
      const named = (await candidates(connection)).filter(({ label }) => label.endsWith('vpn-gateway-01'));
      for (const { sentence, kind, recurrence_of } of named) {
        expect(kind).not.toBe('recurring');
        expect(recurrence_of).toBe('PRB1');
        expect(sentence).toMatch(/^Recurrence of known error PRB1: /);
      }
    });
  });

  it('says the same whatever the order of records', async () => {
    const rows = year();
    const next = random(9);
    const shuffled = rows.map((row) => ({ row, at: next() })).sort((a, b) => a.at - b.at);
    const [one, other] = await Promise.all(
      [rows, shuffled.map(({ row }) => row)].map((incidents) =>
        withFacts({ incidents }, async (connection) => {
          await buildTrends(connection, asOf);
          return everything(connection);
        })
      )
    );
    expect(other).toEqual(one);
  });
});
