import { count } from '#dashboard/format.ts';
import type { Phrase } from './answer-line.ts';

interface Figure {
  value: number;
  href: string;
}

/** How a backlog changed over a period, and who moved it. */
export interface Growth {
  /** `the last 12 months`. */
  period: string;
  net: Figure;
  /** What came in and what left, in the words of the sentence: `opened`, `resolved`. */
  arrived: readonly (Figure & { words: string })[];
  left: readonly (Figure & { words: string })[];
  /** By dimension: the member that grew most, or shrank most where the whole shrank. */
  most: readonly (Figure & { dimension: string; label: string })[];
}

const signed = (value: number): string => `${value > 0 ? '+' : ''}${count(value)}`;

/**
 * The growth of a backlog in a sentence: its net change, the flows behind it, and in each dimension the member that moved most the same
 * way. Members are told by their own change, never as a share: where others move the other way, a share of what is left over is no share.
 * @param isBrief without the flows
 */
export function growthPhrases({ period, net, arrived, left, most }: Growth, isBrief = false): Phrase[] {
  const told = [...arrived, ...left].filter(({ value }) => value > 0);
  if (told.length === 0) return [];
  const flows = (all: Growth['arrived']): Phrase[] =>
    all
      .filter(({ value }) => value > 0)
      .flatMap(({ value, href, words }, at): Phrase[] => [
        ...(at === 0 ? [] : [{ text: ', ' }]),
        { text: count(value), href },
        { text: ` ${words}` }
      ]);
  const change: Phrase[] =
    net.value === 0
      ? [{ text: `Over ${period} the backlog is as large as before` }]
      : [
          { text: `Over ${period} the backlog ${net.value > 0 ? 'grew by ' : 'shrank: '}` },
          { text: count(net.value), href: net.href, tone: net.value > 0 ? 'breached' : 'met' }
        ];
  const sources = most.flatMap(({ dimension, label, value, href }, at): Phrase[] => [
    { text: `${at === 0 ? '' : at === most.length - 1 ? ' and ' : ', '}${dimension} ${label} (` },
    { text: signed(value), href },
    { text: ')' }
  ]);
  const came = flows(arrived);
  const went = flows(left);
  return [
    ...change,
    ...(isBrief
      ? []
      : [
          { text: ': ' },
          ...(came.length ? came : [{ text: 'nothing came in' }]),
          { text: '; ' },
          ...(went.length ? went : [{ text: 'nothing left' }])
        ]),
    { text: '.' },
    ...(most.length ? [{ text: ` It ${net.value > 0 ? 'grew' : 'shrank'} most in ` }, ...sources, { text: '.' }] : [])
  ];
}
