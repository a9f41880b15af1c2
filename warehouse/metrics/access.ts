import { author } from './entry.ts';
import type { Measure } from './measure.ts';

const make = author('access', 'access_grant');
const clocked = author('access', 'clock');
const recertified = author('access', 'recertification');

export const accessMeasures: Measure[] = [
  make.count('requested', {
    label: 'Access requested',
    meaning: 'How many accesses were asked for.',
    date: 'opened_date',
    needs: ['opened_at']
  }),
  make.count('granted', {
    label: 'Granted',
    meaning: 'How many of the accesses asked for then were provisioned.',
    date: 'opened_date',
    where: 'granted_at IS NOT NULL',
    needs: ['granted_at']
  }),
  make.count('revoked', {
    label: 'Revoked',
    meaning: 'How many of the accesses asked for then have been removed.',
    date: 'opened_date',
    where: 'revoked_at IS NOT NULL',
    needs: ['revoked_at']
  }),
  make.count('active', {
    label: 'Active grants',
    meaning: 'Accesses that are in force at the data instant.',
    date: 'as_of',
    where: 'granted_at IS NOT NULL AND revoked_at IS NULL',
    needs: ['granted_at']
  }),
  ...make.duration('grant_seconds', {
    label: 'Time to grant',
    meaning: 'Wall time from asking until access was provisioned.',
    date: 'opened_date',
    value: 'grant_seconds',
    clock: 'actual',
    direction: 'down',
    needs: ['granted_at']
  }),
  ...make.duration('revoke_seconds', {
    label: 'Time to revoke',
    meaning: 'Wall time from leaving, role change or expiry until access was removed.',
    date: 'opened_date',
    value: 'revoke_seconds',
    clock: 'actual',
    direction: 'down',
    needs: ['revoke_due_at', 'revoked_at']
  }),
  make.count('orphan', {
    label: 'Orphan grants',
    meaning: 'Active accesses of people who no longer belong to the organisation, at the data instant.',
    date: 'as_of',
    where: 'is_orphan',
    direction: 'down',
    needs: ['is_person_active']
  }),
  make.count('late_revocation', {
    label: 'Late revocations',
    meaning: 'Accesses removed after they should have been, or still not removed.',
    date: 'opened_date',
    where: 'is_late_revocation',
    direction: 'down',
    needs: ['revoke_due_at']
  }),
  make.share('late_revocation_share', {
    label: 'Late revocations %',
    meaning: 'Share of accesses due for removal that were removed late or not at all.',
    date: 'opened_date',
    where: 'revoke_due_at IS NOT NULL AND is_late_revocation IS NOT NULL',
    numerator: 'is_late_revocation',
    denominator: 'accesses with a date of removal',
    direction: 'down',
    needs: ['revoke_due_at']
  }),
  make.share('revoked_day_share', {
    label: 'Revoked within a day %',
    meaning: 'Share of removed accesses that were removed within 24 hours of when they should have been.',
    date: 'opened_date',
    where: 'revoke_seconds IS NOT NULL',
    numerator: 'revoke_seconds <= 86400',
    denominator: 'accesses removed that had a date of removal',
    direction: 'up',
    needs: ['revoke_due_at', 'revoked_at']
  }),
  clocked.share('within_target_share', {
    label: 'Within provisioning target %',
    meaning: 'Share of completed clocks on accesses, and on the requests behind them, that stopped within their goal.',
    date: 'stop_date',
    where: `is_completed AND (record_type = 'access_grant'
      OR record_type = 'request' AND record_id IN (SELECT t.request_id FROM fact.access_grant AS t WHERE t.request_id IS NOT NULL))`,
    numerator: 'NOT is_breached',
    otherwise: 'breached',
    formula: 'clocks met / clocks completed, of access grants and of requests that access grants name, dated by stop_date',
    denominator: 'clocks completed, not cancelled',
    nullRule: 'Cancelled and running clocks leave numerator and denominator.',
    direction: 'up',
    needs: ['started_at', 'fact.access_grant.record_id']
  }),
  recertified.share('recertified_share', {
    label: 'Recertified %',
    meaning: 'Share of the recertifications due then in which somebody decided whether the access stays.',
    date: 'due_date',
    where: 'is_due',
    numerator: 'decided_at IS NOT NULL',
    denominator: 'recertifications due by the data instant',
    nullRule: 'No decision counts as not recertified.',
    direction: 'up',
    needs: ['due_at']
  }),
  recertified.share('recertified_on_time_share', {
    label: 'Recertified on time %',
    meaning: 'Share of the recertifications due then that were decided by the day they were due.',
    date: 'due_date',
    where: 'is_due',
    numerator: 'decided_at IS NOT NULL AND decided_at <= due_at',
    denominator: 'recertifications due by the data instant',
    nullRule: 'No decision counts as not on time.',
    direction: 'up',
    needs: ['due_at', 'decided_at']
  }),
  recertified.count('without_verdict', {
    label: 'Grants without verdict',
    meaning: 'Accesses in force whose recertification is due and about which nobody has decided, at the data instant.',
    date: 'as_of',
    where: 'is_due AND is_latest AND is_active AND decided_at IS NULL',
    direction: 'down',
    needs: ['due_at']
  }),
  make.count('unapproved', {
    label: 'Granted without approval',
    meaning: 'Accesses provisioned with no approval, or before it.',
    date: 'opened_date',
    where: 'granted_at IS NOT NULL AND (approved_at IS NULL OR approved_at > granted_at)',
    direction: 'down',
    needs: ['granted_at', 'approved_at']
  }),
  make.share('unapproved_share', {
    label: 'Granted without approval %',
    meaning: 'Share of provisioned accesses with no approval, or one that came later.',
    date: 'opened_date',
    where: 'granted_at IS NOT NULL',
    numerator: '(approved_at IS NULL OR approved_at > granted_at)',
    denominator: 'accesses granted',
    nullRule: 'No approval on record counts as unapproved.',
    direction: 'down',
    needs: ['granted_at', 'approved_at']
  })
];
