import { arrivalAt, curve, instantAt } from '../arrivals.ts';
import { faultsByService } from '../faults/index.ts';
import type { Fault } from '../faults/fault.ts';
import { hour, minute, type Instant } from '../instants.ts';
import { runningSums, type Random } from '../random.ts';
import { services, type Service } from '../services.ts';
import type { Stage, Story } from './story.ts';

interface Outage {
  at: Instant;
  service: Service;
  fault: Fault;
  item: string;
  number: string;
}

interface Member {
  at: Instant;
  outage: number;
  isParent: boolean;
}

const serviceSums = runningSums(services.map((service) => service.weight * service.gravity * service.gravity));

function outageAt(at: Instant, random: Random): Outage {
  const service = services[random.weighted(serviceSums)] as Service;
  const { faults } = faultsByService.get(service.name) as { faults: readonly Fault[] };
  const grave = faults.filter((fault) => fault.easy < 0.3);
  return { at, service, fault: random.pick(grave.length > 0 ? grave : faults), item: random.pick(service.items), number: '' };
}

function membersOf(outages: Outage[], end: Instant, random: (index: number) => Random): Member[] {
  const members = outages.flatMap((outage, index) => {
    const draws = random(index);
    const children = Array.from(
      { length: 4 + draws.integer(16) },
      () => outage.at + minute + Math.floor(draws.logNormal(45 * minute, 0.8))
    );
    return [
      { at: outage.at, outage: index, isParent: true },
      ...children.map((at) => ({ at: Math.min(at, outage.at + 6 * hour), outage: index, isParent: false }))
    ];
  });
  return members.filter((member) => member.at < end).sort((one, other) => one.at - other.at || one.outage - other.outage);
}

/** Major incidents of the whole period: a parent of the highest priority and, within hours, children from other callers of the service. */
export function majorIncidentsStory(stage: Stage): Story {
  const count = Math.min(400, Math.max(4, Math.round(stage.incidents * 0.0011)));
  const days = curve(stage.seasons, stage.seasons.total, stage.span.start, stage.span.end);
  const outages = Array.from({ length: count }, (_, index) => {
    const at = arrivalAt(days, stage.stream, index, count, stage.random);
    return outageAt(at, stage.random.at(stage.stream + 64, index));
  });
  const members = membersOf(outages, stage.span.end, (index) => stage.random.at(stage.stream + 128, index));
  const member = (index: number) => members[index] as Member;
  return {
    id: 'major-incidents',
    kind: 'majors-with-children',
    from: instantAt(days, 0),
    to: stage.span.end,
    count: members.length,
    at: (index) => member(index).at,
    plan(index) {
      const outage = outages[member(index).outage] as Outage;
      const role = member(index).isParent ? { impact: 1, urgency: 1, isMajor: true } : { impact: 2, urgency: 2, parent: outage.number };
      return { fault: outage.fault, item: outage.item, ...role };
    },
    written(index, number) {
      if (member(index).isParent) (outages[member(index).outage] as Outage).number = number;
    },
    expected: () => ({ majors: outages.map((outage) => outage.number), children: members.length - count })
  };
}
