import { setTimeout as pause } from 'node:timers/promises';
import type { Home } from '#warehouse/home.ts';
import { withLock } from '#warehouse/lock.ts';

const pauseMilliseconds = 200;

/**
 * Runs `work` when no other landing is under way in this home, in this process or another.
 * @param patienceSeconds how long to wait for the turn
 * @throws when the other landing has not ended by then
 */
export async function inTurn<T>(home: Home, patienceSeconds: number, onWait: () => void, work: () => Promise<T>): Promise<T> {
  for (let waited = 0; ; waited += pauseMilliseconds) {
    let hasTurn = false;
    try {
      return await withLock(home, 'landing', () => {
        hasTurn = true;
        return work();
      });
    } catch (error) {
      if (hasTurn || waited >= patienceSeconds * 1000) throw error;
    }
    onWait();
    await pause(pauseMilliseconds);
  }
}
