import { describe, expect, it } from 'vitest';
import { findAbbreviations } from '#warehouse/trends/abbreviations.ts';
import { TitleReader } from '#warehouse/trends/keys.ts';
import { stem, TermReader } from '#warehouse/trends/terms.ts';

describe('terms', () => {
  it.each([
    [['expired', 'expires', 'expiry', 'expiring', 'expiration'], 'expir'],
    [['connect', 'connection', 'connections', 'connected', 'connecting'], 'connect'],
    [['fails', 'failed', 'failure', 'failing'], 'fail'],
    [['certificate', 'certificates'], 'certificat'],
    [['access'], 'access']
  ])('stems %s', (words, root) => expect(words.map(stem)).toEqual(words.map(() => root)));

  it('drops grammar, courtesy and placeholders in two languages', () => {
    const reader = new TermReader();
    expect(reader.read('Hello, please help: the VPN certificate has expired on <host>')).toEqual(['certificat', 'expir', 'vpn']);
    expect(reader.read('VPN-Zertifikat ist abgelaufen')).toEqual(['certificat', 'expir', 'vpn']);
    expect(reader.read('Kein WLAN')).toEqual(['wifi']);
    expect(reader.read('No Wi-Fi')).toEqual(['wifi']);
  });

  it('keeps stop words where there is nothing else', () => {
    expect(new TermReader().read('does not work')).toEqual(['does', 'not', 'work']);
  });

  it('writes short forms out where one longer word dominates', () => {
    const frequency = new Map([
      ['cert', 3],
      ['certificat', 20],
      ['certifi', 1],
      ['serv', 2],
      ['server', 10],
      ['service', 9],
      ['mail', 50],
      ['mailbox', 10]
    ]);
    expect([...findAbbreviations(frequency)]).toEqual([['cert', 'certificat']]);
  });

  it('gives titles of one meaning one key, whatever their order', () => {
    const titles = ['VPN certificate expired', 'certificate expired (VPN)', 'VPN cert. expired!', 'Printer offline', 'INC0012345'];
    const keysOf = (order: readonly string[]) => {
      const reader = new TitleReader();
      const templates = new Map(order.map((title) => [title, reader.read(title, 1).template]));
      const { keys, keyOf } = reader.keys();
      return titles.map((title) => keys[keyOf[templates.get(title)!]!]?.text);
    };
    const expected = ['certificat expir vpn', 'certificat expir vpn', 'certificat expir vpn', 'offlin print', undefined];
    expect(keysOf(titles)).toEqual(expected);
    expect(keysOf([...titles].reverse())).toEqual(expected);
  });
});
