import { faultsOf, plantedFault } from './fault.ts';

/** Story: expires on the gateways about every thirty days and is renewed by hand each time; nobody has opened a problem. */
export const vpnCertificate = plantedFault('Remote Access (VPN)', [
  'vpn-certificate',
  'Network',
  'VPN',
  1,
  2.5,
  0.1,
  'VPN [certificate|cert] [expired|has expired|is no longer valid] on <ci>',
  "[Cannot|Can not|Unable to|Can't] connect to VPN[: | - ][certificate has expired|server certificate expired|certificate error]",
  'VPN client says [the server certificate is not valid any more|"certificate expired"|untrusted certificate, valid until yesterday]',
  'Remote access [fails|refused] with certificate [warning|error] [since this morning|today|]',
  '[VPN-Zertifikat|Zertifikat vom VPN] [abgelaufen|ist abgelaufen|ungültig], [keine Verbindung möglich|Einwahl geht nicht]',
  'AnyConnect: certificate validation failure [on <ci>|at <site>|]',
  '[Home office|Working from home]: tunnel does not come up, expired [cert|certificate] on gateway <ci>'
]);

export const networkFaults = [
  ...faultsOf('Remote Access (VPN)', [
    [
      'vpn-drops',
      'Network',
      'VPN',
      10,
      5,
      0.2,
      'VPN [drops|disconnects] every <n> minutes [at home|on hotel wifi|since the update|]',
      '[Tunnel|VPN connection] [unstable|keeps dropping] via <ci>',
      'VPN bricht [ständig|alle <n> Minuten] ab',
      'Remote session freezes, VPN [reconnects all the time|reconnecting]'
    ],
    [
      'vpn-token',
      'Network',
      'VPN',
      8,
      1.5,
      0.6,
      '[Token|One-time code] for VPN [not accepted|rejected|out of sync]',
      'Need new VPN token for <user>',
      'New phone, [authenticator|MFA app] for remote access must be set up again',
      'VPN asks for code but [none arrives|SMS never comes]'
    ],
    [
      'vpn-slow',
      'Network',
      'VPN',
      5,
      8,
      0.1,
      'VPN [very slow|extremely slow|slow] [from <site>|in the evening|]',
      'Throughput on <ci> [down to <n> Mbit/s|degraded]',
      '[Citrix|File share] over VPN hardly usable',
      'High latency through gateway <ci>'
    ]
  ]),
  ...faultsOf('Wi-Fi and LAN', [
    [
      'wifi-none',
      'Network',
      'Wireless',
      10,
      5,
      0.25,
      'No Wi-Fi in room <room> [at <site>|]',
      'WLAN [geht nicht|ausgefallen] in <room>',
      'Laptop does not see the corporate wireless network',
      '[Wireless|Wi-Fi] [keeps asking for password|authentication loop] at <site>'
    ],
    [
      'lan-port',
      'Network',
      'LAN',
      6,
      6,
      0.15,
      'Network [socket|port] in <room> [dead|no link]',
      'Please [activate|patch] [port|outlet] <room>-<ext>',
      'Dock has no LAN [since moving desk|in <room>]'
    ],
    [
      'switch-fault',
      'Network',
      'LAN',
      4,
      4,
      0.02,
      '<ci>: [high CPU|interface flapping|CRC errors] on port Gi1/0/<n>',
      'Switch <ci> [unreachable|not reachable|does not answer SNMP]',
      'Interface Gi0/<n> on <ci> down',
      'Core switch <ci> memory <pct>'
    ]
  ]),
  ...faultsOf('WAN and Telephony', [
    [
      'wan-line',
      'Network',
      'WAN',
      6,
      7,
      0,
      'Line to <site> [down|lost|flapping], router <ci>',
      '[Packet loss|High latency] on WAN link <ci>: <n> %',
      'BGP session to <ip> lost on <ci>',
      'Site <site> [runs on backup line|has no Internet]'
    ],
    [
      'phone-dead',
      'Telephony',
      'Desk phone',
      8,
      6,
      0.3,
      'Desk phone <ext> [dead|shows "registering"|no dial tone]',
      'Telefon <ext> klingelt nicht',
      'Cannot [transfer|forward] calls from <ext>',
      'Headset [cracks|one-sided audio] on extension <ext>'
    ],
    [
      'voicemail',
      'Telephony',
      'Voice mail',
      3,
      3,
      0.6,
      'Voice mail PIN of <ext> forgotten',
      'Please reset voice mailbox of <user>',
      'Voice mail light stays on at <ext>'
    ]
  ])
];
