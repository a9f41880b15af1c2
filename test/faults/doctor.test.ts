import { expect, test } from 'vitest';
import { diagnose } from '#ingest/doctor/diagnose.ts';
import { scratchFolder } from '#test/ingest/fixture.ts';
import { sharedData } from '#test/shared-data.ts';

const uci = sharedData('uci-servicenow/incident_event_log.csv.zip');
test.skipIf(!uci)(
  `the UCI log is recognised, with what to beware of${uci ? '' : ' (skipped: shared/data/uci-servicenow is not here)'}`,
  async () => {
    const [diagnosis] = await diagnose(uci!, { scratch: scratchFolder() });
    expect(diagnosis!.mapping).toMatchObject({ name: 'servicenow/incident-audit-log', isPreset: true });
    expect(diagnosis!.records).toBe(141_712);
    expect(diagnosis!.columns.find(({ header }) => header === 'opened_at')?.dates).toMatchObject({
      dayFirst: 1,
      order: 'day_first',
      proof: { value: '29/2/2016 01:16', line: 2 }
    });
    expect(diagnosis!.result).toMatchObject({ accepted: 141_712, rejected: 0 });
    const warnings = diagnosis!.warnings.join('\n');
    expect(warnings).toContain('141,712 rows tell of 24,918 records (5.7 rows each)');
    expect(warnings).toContain('closed_at holds its final value on every row of a record');
    expect(warnings).toMatch(/only \d+ records were opened after 2016-0\d/);
  }
);
