import { expect, test } from 'vitest';
import { randomFrom } from '#test/warehouse/random-course.ts';
import { clocksAndSegments, dealt, randomDeliveries, shuffledWithin } from './arrival-order.ts';

test('law 5: the order in which rows of a history arrive changes nothing', async () => {
  const random = randomFrom(31);
  const deliveries = randomDeliveries(1);
  const inOrder = await clocksAndSegments(deliveries);
  expect(inOrder.clocks.length).toBeGreaterThan(100);
  // Both disorders at once; one at a time, and with other seeds, in `test/faults/incremental.test.ts`.
  expect(await clocksAndSegments(dealt(shuffledWithin(deliveries, random), random))).toEqual(inOrder);
});
