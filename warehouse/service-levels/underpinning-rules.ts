import { didYouMean, error, type Finding } from './finding.ts';
import type { AgreementEntry } from './schema.ts';

/** What `underpins` may say: an OLA or UC names targets of SLAs, as `agreement/target`, of its own record type. */
export function checkUnderpinning(entries: readonly AgreementEntry[]): Finding[] {
  const promised = new Map<string, string>(
    entries
      .filter(({ type }) => type === 'SLA')
      .flatMap(({ name, targets }) => targets.map((target) => [`${name}/${target.name}`, target.record_type] as const))
  );
  return entries.flatMap((agreement, index) =>
    agreement.targets.flatMap((target, at) =>
      (target.underpins ?? []).flatMap((named, place) => {
        const path = ['agreements', index, 'targets', at, 'underpins', place];
        if (agreement.type === 'SLA')
          return [
            error(path, `"${agreement.name}" is an SLA: it underpins nothing`, 'Say underpins in the OLA or UC that the SLA rests on.')
          ];
        const type = promised.get(named);
        if (type === undefined)
          return [error(path, `no SLA has a target "${named}"`, didYouMean(named, [...promised.keys()], 'Write agreement/target.'))];
        if (type !== target.record_type)
          return [
            error(
              path,
              `"${named}" is about ${type}, "${target.name}" about ${target.record_type}`,
              'Name a target of the same record type.'
            )
          ];
        return [];
      })
    )
  );
}
