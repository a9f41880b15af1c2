import { runningSums } from '../random.ts';
import { services } from '../services.ts';
import { applicationFaults, checkoutAfterRelease, deliveryNoteDrift } from './applications.ts';
import type { Fault } from './fault.ts';
import { networkFaults, vpnCertificate } from './network.ts';
import { backupWarnings, clockChangeJobs, platformFaults } from './platform.ts';
import { workplaceFaults } from './workplace.ts';

/** Faults that come and go all the time. */
export const usualFaults: readonly Fault[] = [...networkFaults, ...workplaceFaults, ...applicationFaults, ...platformFaults];
export const plantedFaults = { vpnCertificate, deliveryNoteDrift, checkoutAfterRelease, backupWarnings, clockChangeJobs };

/** Usual faults of each service with running sums of their weights, to draw one. */
export const faultsByService: ReadonlyMap<string, { faults: readonly Fault[]; sums: readonly number[] }> = new Map(
  services.map((service) => {
    const faults = usualFaults.filter((fault) => fault.service === service.name);
    return [service.name, { faults, sums: runningSums(faults.map((fault) => fault.weight)) }];
  })
);
