import { arrivalAt, type Curve } from './arrivals.ts';
import { usualFaults } from './faults/index.ts';
import type { Fault } from './faults/fault.ts';
import { day, hour, type Instant } from './instants.ts';
import type { SampleOptions, Span } from './options.ts';
import { runningSums, streams, type Random } from './random.ts';
import { service as serviceCalled } from './services.ts';

export interface Problem {
  number: string;
  index: number;
  fault: Fault;
  item: string;
  priority: number;
  impact: number;
  urgency: number;
  openedAt: Instant;
  assessedAt: Instant;
  rootCauseAt: Instant;
  /** 0 where it never becomes a known error. */
  knownErrorAt: Instant;
  /** 0 where no workaround is published. */
  workaroundAt: Instant;
  resolvedAt: Instant;
  closedAt: Instant;
}

export interface ProblemBook {
  all: readonly Problem[];
  /** The problem on a fault that was open at an instant. */
  openOn: (fault: Fault, at: Instant) => Problem | undefined;
}

const problemsPerIncident = 0.005;
const least = 40;
const most = 4000;
const faultSums = runningSums(usualFaults.map((fault) => fault.weight * serviceCalled(fault.service).weight * fault.hours));

function make(index: number, openedAt: Instant, random: Random): Problem {
  const fault = usualFaults[random.weighted(faultSums)] as Fault;
  const impact = 1 + random.integer(3);
  const urgency = 1 + random.integer(3);
  const assessedAt = openedAt + Math.round(random.logNormal(1.5 * day, 0.7));
  const rootCauseAt = assessedAt + Math.round(random.logNormal(16 * day, 0.8));
  const isKnownError = random.chance(0.65);
  const hasWorkaround = random.chance(isKnownError ? 0.8 : 0.3);
  const resolvedAt = rootCauseAt + Math.round(random.logNormal(45 * day, 0.9));
  return {
    number: 'PRB' + String(40_001 + index).padStart(7, '0'),
    index,
    fault,
    item: random.pick(serviceCalled(fault.service).items),
    impact,
    urgency,
    priority: impact + urgency - 1,
    openedAt,
    assessedAt,
    rootCauseAt,
    knownErrorAt: isKnownError ? rootCauseAt + random.integer(20) * hour : 0,
    workaroundAt: hasWorkaround ? assessedAt + Math.round((rootCauseAt - assessedAt) * random.between(0.2, 1.4)) : 0,
    resolvedAt,
    closedAt: resolvedAt + 7 * day
  };
}

/** Problems of the period. None is about a planted fault: the stories need to be found without one. */
export function problemBook(stage: { options: SampleOptions; span: Span; random: Random; background: Curve }): ProblemBook {
  const count = Math.min(most, Math.max(least, Math.round(stage.options.incidents * problemsPerIncident)));
  const all = Array.from({ length: count }, (_, index) => {
    const openedAt = arrivalAt(stage.background, streams.problem, index, count, stage.random);
    return make(index, openedAt, stage.random.at(streams.problem + 50, index));
  });
  const byFault = Map.groupBy(all, (problem) => problem.fault.id);
  return {
    all,
    openOn(fault, at) {
      return byFault.get(fault.id)?.findLast((problem) => problem.openedAt <= at && at < problem.resolvedAt);
    }
  };
}
