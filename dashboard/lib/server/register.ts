import { openRegister, type Register } from '#warehouse/register/register.ts';
import { currentHome } from './warehouse.ts';

const kept = Symbol.for('plimsoll.dashboard-register');

/** The register of this home, open once per process. Other processes may write to it at the same time. */
export function currentRegister(): Register {
  const holder = globalThis as { [kept]?: Register };
  return (holder[kept] ??= openRegister(currentHome()));
}
