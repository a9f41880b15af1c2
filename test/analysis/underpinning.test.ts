import { describe, expect, it } from 'vitest';
import type { AgreementEntry } from '#warehouse/service-levels/schema.ts';
import { checkUnderpinning } from '#warehouse/service-levels/underpinning-rules.ts';

const agreement = (
  name: string,
  type: AgreementEntry['type'],
  underpins?: string[],
  record_type: 'incident' | 'request' = 'incident'
): AgreementEntry => ({
  name,
  type,
  targets: [{ name: 'Repair', record_type, metric: 'resolution', goals: { default: '4h' }, ...(underpins ? { underpins } : {}) }]
});
const sla = agreement('Gold', 'SLA');

describe('underpins', () => {
  it('names targets of SLAs', () => {
    expect(checkUnderpinning([sla, agreement('Network', 'OLA', ['Gold/Repair'])])).toEqual([]);
    const [finding] = checkUnderpinning([sla, agreement('Network', 'OLA', ['Gold/Repiar'])]);
    expect(finding).toMatchObject({ severity: 'error', path: ['agreements', 1, 'targets', 0, 'underpins', 0] });
    expect(finding!.suggestion).toContain('Gold/Repair');
    expect(checkUnderpinning([sla, agreement('Other', 'SLA', ['Gold/Repair'])])[0]!.reason).toContain('is an SLA');
    expect(checkUnderpinning([sla, agreement('Orders', 'UC', ['Gold/Repair'], 'request')])[0]!.reason).toContain('is about incident');
  });
});
