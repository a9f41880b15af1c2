import { contract, type RecordType } from '../../contract.ts';

/** Which columns tell that work was taken up, done, and ended for good. Types that are not here have no life cycle. */
export const milestones: Partial<Record<RecordType, { taken: string; done?: string; ended?: string }>> = {
  incident: { taken: 'acknowledged_at', done: 'resolved_at', ended: 'closed_at' },
  request: { taken: 'acknowledged_at', done: 'resolved_at', ended: 'closed_at' },
  problem: { taken: 'acknowledged_at', done: 'resolved_at', ended: 'closed_at' },
  change: { taken: 'started_at', done: 'resolved_at', ended: 'closed_at' },
  event: { taken: 'acknowledged_at', done: 'resolved_at' },
  access_grant: { taken: 'granted_at', ended: 'revoked_at' }
};

export const hasLife = (type: RecordType): boolean => type in milestones;
export const hasColumn = (type: RecordType, name: string): boolean => contract[type].some((column) => column.name === name);

/** The column where the type has it, else a typed NULL. */
export const columnOr = (type: RecordType, name: string | undefined, sqlType: string): string =>
  name && hasColumn(type, name) ? `l.${name}` : `NULL::${sqlType}`;
