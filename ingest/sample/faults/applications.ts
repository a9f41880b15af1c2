import { faultsOf, plantedFault } from './fault.ts';

/** Story: creeps up for months without a burst, so that no single week looks unusual. */
export const deliveryNoteDrift = plantedFault('SAP Logistics', [
  'delivery-note-missing',
  'Application',
  'SAP',
  1,
  9,
  0.05,
  'Delivery note [not created|missing] for order <order>',
  'No delivery note [printed|output] for [order|delivery] <order>',
  'Lieferschein [fehlt|wird nicht erzeugt] zu Auftrag <order>',
  'Output type ZLD0 [not determined|missing] on delivery <order>'
]);

/** Story: what breaks after the failed release of the bad change week. */
export const checkoutAfterRelease = plantedFault('Payments', [
  'checkout-declined',
  'Application',
  'Payments',
  1,
  4,
  0,
  'Card payments [declined|fail] since [release|deployment|last night]',
  'Checkout [returns|answers] <http> at payment step',
  'Customers [cannot pay|get "payment not possible"], [shop|call centre] [reports many cases|]',
  '3-D Secure [redirect loops|times out] on <ci>',
  'pay-api: [signature mismatch|unknown merchant] for every <n>th request'
]);

export const applicationFaults = [
  ...faultsOf('SAP Finance', [
    [
      'sap-posting',
      'Application',
      'SAP',
      8,
      8,
      0.1,
      'Posting of document <doc> [fails|blocked|stuck]',
      'Error F5-<n>0 when posting invoice <doc>',
      'Belegnummer <doc> [lässt sich nicht buchen|gesperrt]',
      'Period [closed|not open] for document <doc>'
    ],
    [
      'sap-job',
      'Application',
      'SAP',
      6,
      5,
      0,
      'Job <job> [cancelled|aborted|failed] on <ci>',
      'Background job <job> runs longer than <n> hours',
      '<job> ended with return code <n>',
      'ABAP dump in <job> [TIME_OUT|TSV_TNEW_PAGE_ALLOC_FAILED]'
    ],
    [
      'sap-logon',
      'Application',
      'SAP',
      5,
      2,
      0.5,
      'SAP [logon|login] [not possible|fails] [for <user>|]',
      'SAP user <user> locked',
      'SAP GUI [slow|hangs] at start',
      'No authorisation for transaction FB<n>'
    ]
  ]),
  ...faultsOf('SAP Logistics', [
    [
      'edi',
      'Application',
      'EDI',
      6,
      7,
      0,
      'EDI message [not received|rejected] for order <order>',
      'IDoc <doc> in status 51',
      '<n> IDocs stuck on <ci>',
      'Orders from customer missing since <n> hours'
    ],
    [
      'stock',
      'Application',
      'SAP',
      6,
      9,
      0.05,
      'Stock [differs|wrong] for material <doc>',
      'Goods receipt to <order> [not possible|fails]',
      'Bestand stimmt nicht, Material <doc>',
      'Scanner [posts twice|does not post] in <site>'
    ],
    [
      'label',
      'Application',
      'Labels',
      4,
      4,
      0.15,
      'Shipping label [unreadable|not printed] for <order>',
      'Label printer gate <n> at <site> offline',
      'Versandetikett fehlt zu <order>'
    ]
  ]),
  ...faultsOf('HR Portal', [
    [
      'time-sheet',
      'Application',
      'HR',
      6,
      6,
      0.3,
      'Time sheet [cannot be saved|missing hours]',
      'Zeiterfassung [nicht erreichbar|falscher Saldo]',
      'Vacation request of <user> [stuck|not visible]'
    ],
    [
      'payslip',
      'Application',
      'HR',
      4,
      8,
      0.2,
      'Payslip [not available|wrong month]',
      'Cannot open payslip PDF, error <http>',
      'HR portal: [white page|session expired] in <browser>'
    ]
  ]),
  ...faultsOf('Customer Relations', [
    [
      'crm-slow',
      'Application',
      'CRM',
      6,
      8,
      0.1,
      'CRM [very slow|slow] [in the morning|when searching|]',
      'Customer search takes <n> seconds',
      'CRM error <http> when saving [visit report|opportunity]'
    ],
    [
      'crm-sync',
      'Application',
      'CRM',
      4,
      7,
      0.05,
      'Contacts [not synchronised|duplicated] between CRM and Outlook',
      'Job <job> left <n> contacts behind',
      'Opportunity of <user> [disappeared|locked]'
    ]
  ]),
  ...faultsOf('Web Shop', [
    [
      'shop-error',
      'Application',
      'Web shop',
      6,
      3,
      0,
      'Shop returns <http> [on product pages|in basket|for search]',
      '<ci>: response time above <n> s',
      'Pictures missing in shop',
      'Basket [empties itself|shows wrong price]'
    ],
    [
      'shop-content',
      'Application',
      'Web shop',
      4,
      10,
      0.1,
      'Price of article <doc> [wrong|not updated] in shop',
      'Voucher [not accepted|applied twice]',
      'Newsletter link leads to [404|wrong page]'
    ]
  ]),
  ...faultsOf('Payments', [
    [
      'settlement',
      'Application',
      'Payments',
      5,
      5,
      0,
      'Settlement file [missing|incomplete] for yesterday',
      '<n> refunds [stuck|not sent]',
      'Job <job>: settlement totals differ'
    ],
    [
      'terminal',
      'Hardware',
      'Payment terminal',
      5,
      6,
      0.15,
      'Payment terminal <n> at <site> [offline|frozen]',
      'Card reader <ext> [does not accept cards|error <n>]',
      'EC-Terminal <n> ohne Verbindung'
    ]
  ]),
  ...faultsOf('Manufacturing Execution', [
    [
      'mes-terminal',
      'Application',
      'MES',
      6,
      3,
      0.1,
      'Terminal at line <n> [frozen|no login]',
      '<ci>: no feedback from [machine|press] <n>',
      'Linie <n> meldet keine Stückzahlen'
    ],
    [
      'mes-order',
      'Application',
      'MES',
      4,
      4,
      0,
      'Production order <order> [not downloaded|missing] on <ci>',
      'Order <order> cannot be confirmed',
      'MES and SAP quantities differ for <order>'
    ]
  ])
];
