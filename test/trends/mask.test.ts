import { describe, expect, it } from 'vitest';
import { maskText } from '#warehouse/trends/mask.ts';

describe('maskText', () => {
  it.each([
    ['Cannot open https://intra.example.com/a?b=1 today', 'Cannot open <url> today'],
    ['Mail to anna.berg@example.com bounces', 'Mail to <mail> bounces'],
    ['GUID {3f2504e0-4f89-11d3-9a0c-0305e82c3301} unknown', 'GUID {<guid>} unknown'],
    ['Ping 10.20.30.40:443 and fe80::1ff:fe23:4567:890a lost', 'Ping <ip> and <ip> lost'],
    ['Job failed on 2026-05-04 at 03:15:22', 'Job failed on <date> at <date>'],
    ['Ausfall seit 4.5.2026, 07:30', 'Ausfall seit <date>, <date>'],
    ['Duplicate of INC0012345 after CHG30001', 'Duplicate of <id> after <id>'],
    ['Update fails with 0x80070005', 'Update fails with <hex>'],
    ['Disk 95% full on vpn-gw-ber-01.', 'Disk <number> full on <host>.'],
    ['Server srv01.corp.example.com down', 'Server <host> down'],
    ['Share \\\\fs01\\team not reachable', 'Share <host> not reachable'],
    ["Service 'spooler' stopped", 'Service <quoted> stopped']
  ])('%s', (title, template) => expect(maskText(title).template).toBe(template));

  it('keeps what was masked', () => {
    expect(maskText('Disk 95% full on srv-db-02, see INC0012345').entities).toEqual([
      { kind: 'number', text: '95%' },
      { kind: 'host', text: 'srv-db-02' },
      { kind: 'id', text: 'INC0012345' }
    ]);
  });

  it.each(['VPN error 691', 'ORA-01555 in nightly load', "User can't log in to Office365 on Windows11", 'Wi-Fi in room'])(
    'leaves words and error codes alone: %s',
    (title) => expect(maskText(title).template).toBe(title)
  );

  it('keeps a quoted message, since it is one', () => {
    expect(maskText('Client says "certificate expired"').template).toBe('Client says certificate expired');
  });
});
