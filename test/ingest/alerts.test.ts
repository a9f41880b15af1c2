import { describe, expect, test } from 'vitest';
import { landFile } from '#ingest/land.ts';
import { deliver, landedRows, newHome, now } from './fixture.ts';

const call = (alerts: object[]) =>
  JSON.stringify({ version: '4', groupKey: '{}:{alertname="A"}', status: 'firing', receiver: 'x', alerts });
const alert = (more: object) => ({
  status: 'firing',
  labels: { alertname: 'DiskFull', severity: 'critical', instance: 'db1:9100', team: 'Database' },
  annotations: { summary: 'Disk is full, "again"' },
  startsAt: '2026-03-01T10:00:00.123456789Z',
  endsAt: '0001-01-01T00:00:00Z',
  fingerprint: 'f1',
  ...more
});
const ended = { status: 'resolved', endsAt: '2026-03-01T10:30:00Z' };
const land = async (lines: string[]) => {
  const home = newHome();
  const report = await landFile({
    home,
    path: deliver(home, 'alerts.ndjson', lines.join('\n') + '\n'),
    mapping: 'alertmanager/webhook',
    now
  });
  return { home, report: report.deliveries[0]! };
};

describe('webhook calls of Alertmanager', () => {
  test('one record per firing; sent again is merged, its end is a newer version', async () => {
    const { home, report } = await land([
      call([alert({})]),
      call([alert({})]),
      call([alert(ended), alert({ fingerprint: 'f2', labels: { alertname: 'Slow', severity: 'info', app: 'shop' } })]),
      call([alert({ startsAt: '2026-03-02T10:00:00Z' })])
    ]);
    expect(report.rows).toEqual({ in: 5, loaded: 4, merged: 1, rejected: 0 });
    const rows = await landedRows(
      home,
      report.loadId,
      'record_id, state, opened_at, resolved_at, updated_at, significance, metric, configuration_item, service, team, title'
    );
    expect(rows).toMatchObject([
      {
        record_id: 'f1@2026-03-01T10:00:00.123456789Z',
        state: 'new',
        opened_at: new Date('2026-03-01T10:00:00.123Z'),
        resolved_at: null,
        significance: 'exception',
        configuration_item: 'db1:9100',
        title: 'Disk is full, "again"'
      },
      { state: 'resolved', resolved_at: new Date('2026-03-01T10:30:00Z'), updated_at: new Date('2026-03-01T10:30:00Z') },
      { record_id: 'f2@2026-03-01T10:00:00.123456789Z', metric: 'Slow', significance: 'informational', team: null },
      { record_id: 'f1@2026-03-02T10:00:00Z', state: 'new' }
    ]);
  });

  test('the same file twice changes nothing', async () => {
    const home = newHome();
    const request = { home, path: deliver(home, 'alerts.ndjson', call([alert({})]) + '\n'), mapping: 'alertmanager/webhook', now };
    await landFile(request);
    expect((await landFile(request)).deliveries[0]?.outcome).toBe('already landed');
  });

  test('a cut line is refused with its place, and nothing is loaded', async () => {
    const { report } = await land([call([alert({})]), call([alert(ended)]).slice(0, 80)]);
    expect(report).toMatchObject({ outcome: 'refused' });
    expect(report.refusal).toContain('alerts.ndjson, line 2: this line is no JSON');
  });
});
