import { faultsOf, plantedFault } from './fault.ts';

/** Story: a nightly check that complains a little every week and always has. It must not be mistaken for a problem that grows. */
export const backupWarnings = plantedFault('Backup', [
  'backup-warning',
  'Infrastructure',
  'Backup',
  1,
  3,
  0,
  'Backup of <ci> [finished with warnings|completed with <n> warnings]',
  '<job>: [<n> files skipped|<n> open files skipped] on <ci>',
  'Backup <job> ended with exit code 1 [on <ci>|]'
]);

/** Story: children of the failures around a change of the clocks. */
export const clockChangeJobs = plantedFault('Database Platform', [
  'clock-change-jobs',
  'Infrastructure',
  'Scheduler',
  1,
  5,
  0,
  'Job <job> [ran twice|started twice|skipped] [in the night of the clock change|tonight]',
  'Scheduler on <ci> [one hour off|uses wrong time] after change of clocks',
  "Time stamps on <ci> [go backwards|doubled] between [1 and 2|2 and 3] o'clock"
]);

export const platformFaults = [
  ...faultsOf('Reports and Data Warehouse', [
    [
      'etl',
      'Application',
      'Data warehouse',
      7,
      6,
      0,
      'Job <job> [failed|aborted] on <ci>',
      'Load <job> [late|not finished at 07:00]',
      '<job>: [duplicate key|value too long] in step <n>',
      'ETL <job> waits for file from yesterday'
    ],
    [
      'report',
      'Application',
      'Reports',
      6,
      8,
      0.2,
      'Report [shows no data|empty|numbers from last week]',
      'Sales dashboard [does not refresh|error <http>]',
      'Bericht [leer|falsche Zahlen]',
      'Subscription of <user> not sent'
    ]
  ]),
  ...faultsOf('File Services', [
    [
      'file-restore',
      'Infrastructure',
      'File share',
      6,
      4,
      0.3,
      'Please restore [folder|file] on <drive> [deleted by mistake|from yesterday]',
      'File [vanished|overwritten] on drive <drive>',
      'Datei auf <drive> gelöscht, bitte wiederherstellen'
    ],
    [
      'drive-missing',
      'Infrastructure',
      'File share',
      7,
      2,
      0.55,
      'Drive <drive> [not connected|missing]',
      'Network drive <drive> [disappears|gone] after restart',
      'Laufwerk <drive> fehlt',
      'File on <drive> locked by <user>'
    ],
    [
      'disk-space',
      'Infrastructure',
      'Storage',
      5,
      4,
      0,
      'Disk <drive> on <ci> at <pct>',
      '<ci>: [free space below|only] <n> GB [left|]',
      'Volume on <ci> almost full (<pct>)',
      'Low disk space <ci> <drive>'
    ]
  ]),
  ...faultsOf('Database Platform', [
    [
      'ora',
      'Infrastructure',
      'Database',
      6,
      5,
      0,
      '<ora> on <ci>',
      'Database <ci>: [tablespace <pct> full|<ora>]',
      '<ci> listener [down|not responding]',
      'Session blocked on <ci> for <n> minutes'
    ],
    [
      'replication',
      'Infrastructure',
      'Database',
      4,
      6,
      0,
      'Replication lag <n> min on <ci>',
      '<ci>: [standby|replica] [behind|stopped]',
      'Log shipping to <ip> failed'
    ]
  ]),
  ...faultsOf('Container Platform', [
    [
      'pod',
      'Infrastructure',
      'Containers',
      6,
      4,
      0,
      'Pod <pod> [CrashLoopBackOff|OOMKilled|restarting]',
      'Deployment <pod> [not available|0 of <n> ready]',
      'Image pull error for <pod>'
    ],
    [
      'node',
      'Infrastructure',
      'Containers',
      5,
      3,
      0,
      'Node <ci> [NotReady|disk pressure|memory pressure]',
      '<ci>: CPU <pct> for <n> minutes',
      'Kubelet on <ci> [stopped|not posting status]'
    ]
  ]),
  ...faultsOf('Backup', [
    [
      'backup-failed',
      'Infrastructure',
      'Backup',
      6,
      5,
      0,
      'Backup job <job> [failed|missed]',
      '<ci>: [tape|drive <n>] [error|needs cleaning]',
      'No valid restore point for <ci>'
    ],
    ['restore-test', 'Infrastructure', 'Backup', 3, 12, 0, 'Restore test <job> [failed|incomplete]', 'Checksum mismatch in restore of <ci>']
  ])
];
