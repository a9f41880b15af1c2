import { expect, it } from 'vitest';
import { expectFullBuildsRows } from '#test/warehouse/incremental-law.ts';
import { clocksAndSegments, randomDeliveries, dealt, shuffledWithin } from '#test/service-levels/arrival-order.ts';
import { randomFrom } from '#test/warehouse/random-course.ts';
import { shareOf } from './share.ts';

it.each(shareOf([1, 2, 3]))('an incremental build gives the full build’s rows in every table over five random days (seed %i)', (seed) =>
  expectFullBuildsRows(seed, 5, 25)
);

it.each(shareOf([1, 2]))('law 5: the order in which rows of a history arrive changes nothing (seed %i)', async (seed) => {
  const random = randomFrom(seed * 31);
  const deliveries = randomDeliveries(seed);
  const inOrder = await clocksAndSegments(deliveries);
  expect(await clocksAndSegments(shuffledWithin(deliveries, random))).toEqual(inOrder);
  expect(await clocksAndSegments(dealt(deliveries, random))).toEqual(inOrder);
});
