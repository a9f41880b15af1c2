import type { Board } from './board.ts';
import { arrivalsPanel, behaviourPanel, counted, durationPanel, paretoPanel, sharePanel, worstTable } from './panels.ts';

export const access: Board = {
  name: 'access',
  title: 'Access',
  question: 'Do people get access in time, is it taken away in time, and who has what they should not?',
  filters: ['service', 'team', 'entitlement'],
  cards: [
    { id: 'requested', title: 'Requested', measure: 'access.requested', second: 'access.granted', secondWords: 'of them granted' },
    {
      id: 'grant',
      title: 'Time to grant, median',
      measure: 'access.grant_seconds_median',
      second: 'access.grant_seconds_p90',
      secondWords: 'at the 90th percentile'
    },
    {
      id: 'in-time',
      title: 'Within provisioning target',
      measure: 'access.within_target_share',
      second: 'access.granted',
      secondWords: 'granted'
    },
    {
      id: 'active',
      title: 'Active grants now',
      measure: 'access.active',
      second: 'access.orphan',
      secondWords: 'of people who have left',
      isNow: true
    },
    {
      id: 'revoke',
      title: 'Time to revoke, median',
      measure: 'access.revoke_seconds_median',
      second: 'access.revoke_seconds_p90',
      secondWords: 'at the 90th percentile'
    },
    {
      id: 'late',
      title: 'Revoked within a day',
      measure: 'access.revoked_day_share',
      second: 'access.late_revocation',
      secondWords: 'late, by however little'
    },
    {
      id: 'unapproved',
      title: 'Granted without approval',
      measure: 'access.unapproved_share',
      second: 'access.unapproved',
      secondWords: 'grants'
    },
    {
      id: 'recertified',
      title: 'Recertified',
      measure: 'access.recertified_share',
      second: 'access.recertified_on_time_share',
      secondWords: 'on time'
    }
  ],
  answer: {
    watched: [
      { measure: 'access.requested', noun: 'access requested', by: ['service', 'entitlement'] },
      {
        measure: 'access.grant_seconds_median',
        noun: 'median time to grant',
        size: 'access.grant_seconds_median_n',
        by: ['service', 'team']
      },
      {
        measure: 'access.unapproved_share',
        noun: 'share granted without approval',
        size: 'access.unapproved_share_n',
        by: ['service', 'entitlement']
      }
    ],
    told: [
      { measure: 'access.active', words: ['grant is active now', 'grants are active now'], isNow: true },
      { measure: 'access.orphan', words: ['of them of a person who has left', 'of them of people who have left'], isNow: true },
      { measure: 'access.unapproved', words: ['was granted without approval', 'were granted without approval'] }
    ]
  },
  panels: [
    {
      kind: 'chart',
      id: 'volume',
      title: 'Requested, and granted since',
      note: 'By the date of the request',
      span: 6,
      query: { measures: ['access.requested', 'access.granted'], grain: 'scope' },
      encoding: { chart: 'bars', measures: ['access.requested', 'access.granted'] }
    },
    behaviourPanel('access.requested', 'Is the flow of requests for access stable?'),
    durationPanel('access.grant_seconds', 'Time to grant', 'Calendar time from asking until provisioned, by the date of the request', {
      id: 'grant'
    }),
    durationPanel(
      'access.revoke_seconds',
      'Time to revoke',
      'Calendar time from the due instant until removed, by the date of the request',
      { id: 'revoke' }
    ),
    sharePanel(['access.recertified_share', 'access.recertified_on_time_share'], 'Recertification', {
      note: 'Of the grants due for a verdict'
    }),
    behaviourPanel('access.unapproved_share', 'Is the share granted without approval stable?', { size: 'access.unapproved_share_n' }),
    arrivalsPanel('access.requested', { title: 'When access is asked for' }),
    paretoPanel('service', 'Orphan grants by service', [counted('access.orphan', 'Orphans')], {
      id: 'orphans',
      note: 'In force at the data instant although the person has left',
      limit: 8
    }),
    paretoPanel('entitlement', 'Granted without approval', [counted('access.unapproved', 'Unapproved')], { limit: 8 }),
    {
      kind: 'chart',
      id: 'states',
      title: 'Where requests of the period stand',
      span: 4,
      query: { measures: ['access.requested'], dimensions: ['state'], sort: [{ by: 'access.requested', descending: true }] },
      encoding: { chart: 'ranking', category: 'state', measure: 'access.requested', limit: 6 }
    },
    worstTable(
      'entitlement',
      'Entitlements',
      'access.orphan',
      [
        'access.orphan',
        'access.active',
        'access.requested',
        'access.grant_seconds_median',
        'access.revoked_day_share',
        'access.unapproved'
      ],
      { id: 'entitlements', span: 7, note: 'Worst now first: most grants of people who have left', size: 'access.granted' }
    ),
    worstTable(
      'service',
      'Services',
      'access.orphan',
      ['access.orphan', 'access.requested', 'access.grant_seconds_median', 'access.grant_seconds_p90', 'access.unapproved_share'],
      { id: 'services', span: 5, note: 'Worst now first: most grants of people who have left', size: 'access.granted' }
    )
  ]
};
