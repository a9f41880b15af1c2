import type { Instant } from './instants.ts';
import { never } from './working-hours.ts';

export type IncidentState = 'New' | 'In Progress' | 'On Hold' | 'Resolved' | 'Closed' | 'Canceled';
export type HoldReason = '' | 'Awaiting Caller' | 'Awaiting Vendor' | 'Awaiting Problem';

/** An incident after one update: one row of the audit log. */
export interface Update {
  at: Instant;
  sequence: number;
  state: IncidentState;
  holdReason: HoldReason;
  team: string;
  assignee: string;
  impact: number;
  urgency: number;
  category: string;
  supplier: string;
  reassignments: number;
  reopens: number;
  resolvedAt: Instant;
  closedAt: Instant;
}

export const priorityOf = (update: Pick<Update, 'impact' | 'urgency'>): number => update.impact + update.urgency - 1;

/** The updates of one incident as they happen. Times only rise; once something would take forever, nothing follows it. */
export class Course {
  readonly updates: Update[] = [];
  current: Update;
  #isStuck = false;

  constructor(first: Update) {
    this.current = first;
    this.updates.push(first);
  }

  /** Instant of the newest update; `never` when the work is stuck. */
  get at(): Instant {
    return this.#isStuck ? never : this.current.at;
  }

  /** Adds an update at an instant, or one second after the one before where that is later. Counts team changes itself. */
  change(at: Instant, what: Partial<Update>): void {
    if (at >= never) this.#isStuck = true;
    if (this.#isStuck) return;
    const before = this.current;
    const isMoved = what.team !== undefined && what.team !== before.team;
    this.current = {
      ...before,
      ...what,
      at: Math.max(at, before.at + 1),
      sequence: before.sequence + 1,
      reassignments: before.reassignments + (isMoved ? 1 : 0)
    };
    if (this.current.state === 'Resolved' && before.state !== 'Resolved') this.current.resolvedAt = this.current.at;
    if (this.current.state === 'Closed') this.current.closedAt = this.current.at;
    this.updates.push(this.current);
  }
}
