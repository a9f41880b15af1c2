import type { Board } from './board.ts';

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
      secondWords: 'at the 90th percentile',
      size: 'access.granted'
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
      secondWords: 'at the 90th percentile',
      size: 'access.revoked'
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
      secondWords: 'grants',
      size: 'access.granted'
    }
  ],
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
    {
      kind: 'chart',
      id: 'grant',
      title: 'Time to grant',
      note: 'Calendar time from asking until provisioned, by the date of the request',
      span: 6,
      query: { measures: ['access.grant_seconds_median', 'access.grant_seconds_p90'], grain: 'scope' },
      encoding: { chart: 'line', measures: ['access.grant_seconds_median', 'access.grant_seconds_p90'] }
    },
    {
      kind: 'chart',
      id: 'revoke',
      title: 'Time to revoke',
      note: 'Calendar time from the due instant until removed, by the date of the request',
      span: 6,
      query: { measures: ['access.revoke_seconds_median', 'access.revoke_seconds_p90'], grain: 'scope' },
      encoding: { chart: 'line', measures: ['access.revoke_seconds_median', 'access.revoke_seconds_p90'] }
    },
    {
      kind: 'chart',
      id: 'unapproved',
      title: 'Granted without approval, or before it',
      span: 6,
      query: { measures: ['access.unapproved'], grain: 'scope' },
      encoding: { chart: 'bars', measures: ['access.unapproved'] }
    },
    {
      kind: 'chart',
      id: 'orphans',
      title: 'Orphan grants by service',
      note: 'In force at the data instant although the person has left',
      span: 4,
      query: {
        measures: ['access.orphan'],
        dimensions: ['service'],
        period: { all: true },
        sort: [{ by: 'access.orphan', descending: true }]
      },
      encoding: { chart: 'pareto', category: 'service', measure: 'access.orphan', limit: 8 }
    },
    {
      kind: 'chart',
      id: 'active',
      title: 'Active grants by service',
      note: 'At the data instant',
      span: 4,
      query: {
        measures: ['access.active'],
        dimensions: ['service'],
        period: { all: true },
        sort: [{ by: 'access.active', descending: true }]
      },
      encoding: { chart: 'pareto', category: 'service', measure: 'access.active', limit: 8 }
    },
    {
      kind: 'chart',
      id: 'states',
      title: 'Where requests of the period stand',
      span: 4,
      query: { measures: ['access.requested'], dimensions: ['state'], sort: [{ by: 'access.requested', descending: true }] },
      encoding: { chart: 'ranking', category: 'state', measure: 'access.requested', limit: 6 }
    },
    {
      kind: 'table',
      id: 'entitlements',
      title: 'Entitlements',
      span: 7,
      query: {
        measures: [
          'access.requested',
          'access.active',
          'access.orphan',
          'access.grant_seconds_median',
          'access.revoked_day_share',
          'access.unapproved'
        ],
        dimensions: ['entitlement'],
        sort: [{ by: 'access.requested', descending: true }]
      }
    },
    {
      kind: 'table',
      id: 'services',
      title: 'Services',
      span: 5,
      query: {
        measures: ['access.requested', 'access.grant_seconds_median', 'access.unapproved_share'],
        dimensions: ['service'],
        sort: [{ by: 'access.requested', descending: true }]
      }
    }
  ]
};
