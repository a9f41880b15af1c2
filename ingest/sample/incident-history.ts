import { Course, priorityOf, type HoldReason, type Update } from './course.ts';
import type { Plan } from './incident-plan.ts';
import { day, hour, minute, type Instant } from './instants.ts';
import { operationsCentre, teamNamed } from './organisation.ts';
import { agentOf } from './people.ts';
import type { Random } from './random.ts';
import { afterOpenSeconds, never } from './working-hours.ts';
import type { World } from './world.ts';

/** One incident from its first to its last update, whether or not the export's end cuts it. */
export interface History {
  updates: Update[];
  takenUpAt: Instant;
  respondedAt: Instant;
}

const takeUpMinutes = [5, 9, 22, 40, 70];
const workFactors = [0.35, 0.55, 1.1, 1.5, 2];
const byPriority = (list: readonly number[], update: Update) => list[priorityOf(update) - 1] as number;
const autoCloseDays = 5;

class Worker {
  readonly course: Course;
  readonly #plan: Plan;
  readonly #world: World;
  readonly #random: Random;

  constructor(plan: Plan, world: World, random: Random) {
    this.#plan = plan;
    this.#world = world;
    this.#random = random;
    this.course = new Course({
      at: plan.openedAt,
      sequence: 0,
      state: 'New',
      holdReason: '',
      team: plan.teams[0] as string,
      assignee: '',
      impact: plan.impact,
      urgency: plan.urgency,
      category: plan.category,
      supplier: '',
      reassignments: 0,
      reopens: 0,
      resolvedAt: 0,
      closedAt: 0
    });
  }

  /** When the holding team has worked so long; the two highest priorities are worked on around the clock. */
  after(seconds: number): Instant {
    const { at, current } = this.course;
    if (at >= never) return never;
    const isUrgent = priorityOf(current) <= 2;
    const hours = isUrgent ? this.#world.hours(operationsCentre) : this.#world.hours(current.team);
    return afterOpenSeconds(hours, at, seconds);
  }

  /** Share of the holding team's arrears that this piece of work has to wait for. */
  #arrears(share: number): number {
    const { current } = this.course;
    const own = priorityOf(current) <= 2 ? 0.05 : this.#random.between(0.6, 1.2);
    return share * own * this.#world.strain(current.team, current.at);
  }

  takeUp(): void {
    const { current } = this.course;
    const pace = teamNamed.get(current.team)?.pace ?? 1;
    const seconds = this.#random.logNormal(byPriority(takeUpMinutes, current) * minute * pace, 0.85) + this.#arrears(0.3);
    this.course.change(this.after(seconds), { state: 'In Progress', assignee: agentOf(this.#world.people, current.team, this.#random) });
  }

  handOver(team: string): void {
    const isDirect = this.#random.chance(0.7);
    const assignee = isDirect ? agentOf(this.#world.people, team, this.#random) : '';
    this.course.change(this.after(this.#random.logNormal(35 * minute, 0.8)), { team, assignee, state: 'In Progress' });
    if (!isDirect) this.takeUp();
  }

  /** A new look at impact, urgency or category, or only a note. */
  note(): void {
    const { current } = this.course;
    const mark = this.#random.next();
    const changes: Partial<Update> = {};
    if (this.#plan.category !== this.#plan.fault.category) changes.category = this.#plan.fault.category;
    else if (mark < 0.14 && !this.#plan.isMajor)
      changes.urgency = Math.min(3, Math.max(1, current.urgency + (this.#random.chance(0.55) ? -1 : 1)));
    this.course.change(this.after(this.#random.logNormal(20 * minute, 0.9)), changes);
  }

  hold(): void {
    const { service, fault } = this.#plan;
    const { supplier } = service;
    const mark = this.#random.next();
    const problem = this.#world.problems.openOn(fault, this.#plan.openedAt);
    let reason: HoldReason = 'Awaiting Caller';
    let seconds = this.#random.logNormal(15 * hour, 0.9);
    let name = '';
    if (supplier && mark < 0.6) {
      reason = 'Awaiting Vendor';
      name = supplier.name;
      seconds = 0;
    } else if (problem && mark > 0.8) {
      reason = 'Awaiting Problem';
      seconds = this.#random.logNormal(6 * day, 0.7);
    }
    this.course.change(this.after(this.#random.logNormal(30 * minute, 0.7)), {
      state: 'On Hold',
      holdReason: reason,
      ...(name ? { supplier: name } : {})
    });
    if (this.course.at >= never) return;
    const till = supplier && name ? this.#supplied(supplier.name, supplier.medianHours) : this.course.at + Math.round(seconds);
    const back =
      till >= never || this.#random.chance(0.012)
        ? never
        : afterOpenSeconds(this.#world.hours(this.course.current.team), till, 10 * minute);
    this.course.change(back, { state: 'In Progress', holdReason: '' });
  }

  /** When the supplier is done, in its own working hours and at its pace of that day. */
  #supplied(name: string, medianHours: number): Instant {
    const seconds = this.#random.logNormal(medianHours * hour, 0.6) * this.#world.supplierPace(name, this.course.at);
    return afterOpenSeconds(this.#world.calendar('supplier-hours'), this.course.at, seconds);
  }

  work(share: number): void {
    const { current } = this.course;
    const pace = teamNamed.get(current.team)?.pace ?? 1;
    const seconds = this.#random.logNormal(this.#plan.fault.hours * hour * byPriority(workFactors, current) * pace * share, 0.95);
    this.course.change(this.after(seconds + this.#arrears(0.7 * share)), { state: 'Resolved', holdReason: '' });
  }

  reopen(): void {
    this.course.change(this.course.at + Math.round(this.#random.between(2, 90) * hour), {
      state: 'In Progress',
      reopens: 1,
      resolvedAt: 0
    });
    this.work(0.6);
  }

  close(): void {
    const wait = this.#random.chance(0.72) ? autoCloseDays * day : Math.round(this.#random.between(0.5, 40) * hour);
    this.course.change(this.course.at + wait, { state: 'Closed' });
  }

  cancel(): void {
    this.course.change(this.after(this.#random.logNormal(2 * hour, 1)), { state: 'Canceled', holdReason: '' });
  }
}

function firstContact(worker: Worker, plan: Plan, random: Random): void {
  const { course } = worker;
  const at = course.at + Math.round(random.logNormal(9 * minute, 0.5));
  course.change(at, { state: 'Resolved', assignee: plan.openedBy });
}

function scripted(worker: Worker, script: NonNullable<Plan['script']>, world: World, random: Random): void {
  worker.course.change(script.takenUpAt, { state: 'In Progress', assignee: agentOf(world.people, script.team, random) });
  worker.course.change(script.resolvedAt, { state: 'Resolved' });
}

/** The usual way: taken up, handed on, noted, held, resolved. Answers false where it was cancelled instead. */
function usual(worker: Worker, plan: Plan, random: Random): boolean {
  const isCancelled = random.chance(0.025) && !plan.isMajor;
  if (isCancelled && random.chance(0.4)) {
    worker.cancel();
    return false;
  }
  worker.takeUp();
  for (const team of plan.teams.slice(1)) worker.handOver(team);
  if (isCancelled) {
    worker.cancel();
    return false;
  }
  if (random.chance(0.15) || plan.category !== plan.fault.category) worker.note();
  const holdShare = plan.service.supplier ? 0.28 : 0.17;
  if (random.chance(holdShare) && !plan.isMajor) worker.hold();
  worker.work(1);
  return true;
}

/** Plays an incident through to its closure. */
export function history(plan: Plan, world: World, random: Random): History {
  const worker = new Worker(plan, world, random);
  let isDone = true;
  if (plan.script) scripted(worker, plan.script, world, random);
  else if (plan.isFirstContact) firstContact(worker, plan, random);
  else isDone = usual(worker, plan, random);
  if (isDone && !plan.script && random.chance(0.03)) worker.reopen();
  if (isDone) worker.close();
  return { updates: worker.course.updates, ...responses(plan, worker.course.updates, random) };
}

/** A first contact is taken up while it is still on the line; otherwise the first update that a person makes counts. */
function responses(plan: Plan, updates: readonly Update[], random: Random): Pick<History, 'takenUpAt' | 'respondedAt'> {
  const index = updates.findIndex((update) => update.state !== 'New' && update.state !== 'Canceled');
  const takenUp = updates[index];
  if (!takenUp) return { takenUpAt: 0, respondedAt: 0 };
  const takenUpAt = plan.isFirstContact ? Math.min(takenUp.at, plan.openedAt + 10 + random.integer(50)) : takenUp.at;
  const reply = takenUpAt + random.integer(25 * minute);
  return { takenUpAt, respondedAt: Math.min(reply, updates[index + 1]?.at ?? takenUpAt) };
}
