import { faultsOf } from './fault.ts';

export const workplaceFaults = [
  ...faultsOf('Email and Calendar', [
    [
      'mailbox-full',
      'Software',
      'Email',
      9,
      2,
      0.65,
      'Mailbox [full|over quota] (<pct>)',
      'Postfach [voll|Größe überschritten]',
      'Cannot send mail, [quota exceeded|mailbox is full]',
      'Need more mailbox space for <user>'
    ],
    [
      'outlook-hangs',
      'Software',
      'Email',
      9,
      4,
      0.4,
      'Outlook [hangs|freezes|does not start] [after update|when opening calendar|]',
      'Outlook stürzt ab, Fehler <code>',
      'Search in Outlook [finds nothing|broken]',
      'Outlook keeps asking for [password|credentials]'
    ],
    [
      'shared-mailbox',
      'Software',
      'Email',
      6,
      3,
      0.5,
      'No access to shared mailbox [of <user>|for department]',
      'Shared calendar of <user> [not visible|gone]',
      'Send-as right missing for [team|group] mailbox'
    ],
    [
      'mail-delay',
      'Software',
      'Email',
      4,
      5,
      0.05,
      'Mails arrive [<n> minutes|hours] late',
      'Outgoing mail queue on <ci> [growing|at <n>00 messages]',
      'External mails [bounce|come back] with 5.7.<n>',
      'Mail to customer rejected as spam'
    ]
  ]),
  ...faultsOf('Collaboration', [
    [
      'meeting-audio',
      'Software',
      'Meetings',
      8,
      3,
      0.5,
      'No [sound|audio|microphone] in Teams [call|meeting]',
      'Others cannot hear me in meetings',
      'Kein Ton in der Besprechung',
      'Camera [black|not detected] in Teams'
    ],
    [
      'meeting-room',
      'Hardware',
      'Meeting room',
      6,
      6,
      0.1,
      'Screen in room <room> [stays dark|not detected]',
      'Meeting room <room>: [panel frozen|cannot join meeting|remote control missing]',
      '<ci> offline'
    ],
    [
      'teams-signin',
      'Software',
      'Meetings',
      5,
      2,
      0.55,
      'Teams [does not load|blank page|error <code>]',
      'Cannot join external meeting as guest',
      'Chat history [missing|gone] for <user>'
    ]
  ]),
  ...faultsOf('Workplace Devices', [
    [
      'laptop-slow',
      'Hardware',
      'Laptop',
      10,
      9,
      0.25,
      'Laptop [extremely slow|very slow] [after start|since update|]',
      'PC <asset> [hangs|freezes] [several times a day|]',
      'Notebook sehr langsam, Lüfter läuft ständig',
      '<model> needs <n> minutes to boot'
    ],
    [
      'blue-screen',
      'Hardware',
      'Laptop',
      6,
      10,
      0.1,
      'Blue screen <code> on <asset>',
      '[Laptop|Notebook] <asset> [crashes|restarts] by itself',
      'Bluescreen bei <user>',
      '<model>: stop code <code> after docking'
    ],
    [
      'battery',
      'Hardware',
      'Laptop',
      5,
      16,
      0.05,
      'Battery [lasts <n> minutes|swollen|does not charge]',
      'Akku [defekt|aufgebläht] <asset>',
      'Power supply broken <asset>'
    ],
    [
      'app-crash',
      'Software',
      'Office',
      8,
      4,
      0.45,
      '<app> [crashes|does not open|closes] when [saving|printing|opening large files]',
      '<app> license [expired|not found]',
      'Fehler <code> beim Start von <app>',
      '<app> Add-in missing after update'
    ],
    [
      'docking',
      'Hardware',
      'Peripherals',
      7,
      5,
      0.4,
      'Second monitor [flickers|not recognised|black] [on dock|]',
      'Docking station [dead|without function]',
      '[Mouse|Keyboard] [broken|does not react]',
      'Bildschirm flackert an <asset>'
    ],
    [
      'update-failed',
      'Software',
      'Operating system',
      6,
      4,
      0.3,
      'Windows update fails with <code>',
      'Update hangs at <pct> on <asset>',
      'Software Center: [installation failed|error <code>]',
      'Encryption recovery key asked at boot of <asset>'
    ]
  ]),
  ...faultsOf('Printing', [
    [
      'printer-queue',
      'Hardware',
      'Printer',
      8,
      4,
      0.35,
      'Printer <ci> [does not print|offline|queue stuck]',
      'Drucker <ci> druckt nicht',
      '<n> jobs stuck on <ci>',
      'Follow-me print: badge not recognised at <ci>'
    ],
    [
      'printer-paper',
      'Hardware',
      'Printer',
      6,
      8,
      0.15,
      'Paper jam [again|] at <ci>',
      'Toner empty <ci>',
      '<ci>: [streaks|black stripes] on every page',
      'Papierstau <ci> [Fach <n>|]'
    ],
    [
      'printer-map',
      'Software',
      'Printer',
      5,
      2,
      0.65,
      'Please [connect|map] printer <ci> for <user>',
      'Default printer changes [every day|by itself]',
      'Scan to mail from <ci> [does not arrive|fails]'
    ]
  ]),
  ...faultsOf('Identity and Sign-in', [
    [
      'password-reset',
      'Access',
      'Password',
      14,
      0.6,
      0.85,
      'Password [forgotten|expired|reset needed]',
      '[Please reset|Reset of] password [for <user>|]',
      'Kennwort vergessen',
      'Cannot log on after [holiday|password change]',
      'Passwort abgelaufen, bitte zurücksetzen'
    ],
    [
      'account-locked',
      'Access',
      'Account',
      10,
      0.8,
      0.8,
      'Account [locked|locked out] [again|]',
      'Konto gesperrt',
      'User <user> locked [after <n> attempts|]',
      'Account of <user> keeps locking'
    ],
    [
      'mfa',
      'Access',
      'Multi-factor',
      6,
      1.5,
      0.65,
      'MFA [not working|prompt never arrives] [new phone|]',
      'Lost phone, [need temporary code|cannot sign in]',
      'Authenticator shows [wrong number|no request]'
    ],
    [
      'wrong-rights',
      'Access',
      'Permissions',
      6,
      5,
      0.2,
      '[Access denied|No permission] to [folder|application|report]',
      '<user> [lost|is missing] rights after department change',
      'Berechtigung fehlt für [Laufwerk <drive>|Gruppe]',
      'Wrong role in SAP for <user>'
    ]
  ])
];
