import type { ReportDefinition } from '../report.ts';
import { monthlyServiceLevels } from './monthly-service-levels.ts';

/** Every report there is: one file each and one line here. */
export const reportDefinitions: readonly ReportDefinition[] = [monthlyServiceLevels];

/** @throws naming the known reports */
export function reportNamed(name: string): ReportDefinition {
  const found = reportDefinitions.find((definition) => definition.name === name);
  if (!found) throw new Error(`unknown report '${name}'; known: ${reportDefinitions.map((definition) => definition.name).join(', ')}`);
  return found;
}
