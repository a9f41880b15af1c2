import type { Row } from '#dashboard/charts/table.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { listProposals, whatIf, type KeptAnswer, type TargetSummary } from '#warehouse/query/what-if.ts';

/** The page of what proposed definitions would change. */
export interface ChangesPage {
  proposals: string[];
  /** The one that is shown. */
  name?: string;
  isUnknown: boolean;
  running?: { share: number; step: string };
  refusal?: string[];
  answer?: ChangesAnswer;
}

export interface ChangesAnswer {
  buildId: string;
  asOf: string | undefined;
  hasOtherDefinitions: boolean;
  warnings: string[];
  flipped: number;
  targets: Row[];
  parts: Row[];
  counts: Row[];
  flips: Row[];
}

/** @param wanted name of a proposal from the address; the only one of a home needs no name */
export async function changesPage(reader: Reader, wanted: string | null): Promise<ChangesPage> {
  const proposals = listProposals(reader.home);
  const name = wanted ?? proposals[0];
  if (name === undefined) return { proposals, isUnknown: false };
  const found = await whatIf(reader, name, 1500);
  if (!found) return { proposals, isUnknown: true };
  const page = { proposals, name, isUnknown: false };
  if (found.state === 'running') return { ...page, running: { share: found.share, step: found.step } };
  if (found.state === 'refused') return { ...page, refusal: found.lines };
  return { ...page, answer: answerOf(found.answer) };
}

function answerOf({ buildId, asOf, definitions, warnings, flipped, targets, first }: KeptAnswer): ChangesAnswer {
  const changed = targets.filter(({ change }) => change !== 'unchanged');
  return {
    buildId,
    asOf,
    hasOtherDefinitions: definitions === 'changed',
    warnings,
    flipped,
    targets: targets.map(targetRow),
    parts: changed.flatMap(({ agreement, target, parts }) => parts.map((part) => ({ subject: `${agreement}: ${target}`, ...part }))),
    counts: changed.flatMap(({ agreement, target, flips }) =>
      flips.map(({ from, to, reason, count }) => ({ subject: `${agreement}: ${target}`, verdict: `${from} \u2192 ${to}`, reason, count }))
    ),
    flips: first.map(({ agreement, target, from, to, ...flip }) => ({
      ...flip,
      subject: `${agreement}: ${target}`,
      verdict: `${from} \u2192 ${to}`
    }))
  };
}

function targetRow({ agreement, target, change, parts, before, after, flips, moved, goal_after: goal }: TargetSummary): Row {
  const to = (test: (word: string) => boolean): number => flips.filter((flip) => test(flip.to)).reduce((sum, { count }) => sum + count, 0);
  return {
    subject: `${agreement}: ${target}`,
    change,
    parts: [...new Set(parts.map(({ part }) => part))].join(', ') || null,
    goal,
    attainment_before: before.attainment,
    met_before: before.completed_met,
    completed_before: before.completed,
    attainment_after: after.attainment,
    met_after: after.completed_met,
    completed_after: after.completed,
    to_breached: to((word) => word === 'breached'),
    to_met: to((word) => word === 'met'),
    others: to((word) => word !== 'breached' && word !== 'met'),
    moved
  };
}
