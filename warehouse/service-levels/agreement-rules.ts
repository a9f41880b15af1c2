import { contract } from '../contract.ts';
import { checkContradictions } from './contradictions.ts';
import type { Agreement, Target } from './definitions.ts';
import { error, isError, warning, type Finding } from './finding.ts';
import { resolveAgreements } from './resolve.ts';
import { satisfy } from './satisfiable.ts';
import type { AgreementEntry, TargetEntry } from './schema.ts';
import type { Path } from './source-file.ts';
import { checkTargetWords } from './target-rules.ts';
import { checkVersions } from './version-rules.ts';
import { witnessWords } from './words.ts';

/**
 * Everything about agreements that their shape alone cannot tell.
 * @param calendars names that are known; undefined when the file of calendars is faulty
 */
export function checkAgreements(entries: readonly AgreementEntry[], calendars: readonly string[] | undefined): Finding[] {
  const sound: Promise[] = [];
  const perTarget = entries.flatMap((agreement, index) =>
    agreement.targets.flatMap((entry, at) => {
      const path = ['agreements', index, 'targets', at];
      const found = checkTargetWords(entry, { path, recordType: entry.record_type }, calendars);
      if (found.some(isError)) return found;
      const promise = { ...resolveAlone(agreement, entry), path };
      sound.push(promise);
      return [...found, ...checkContradictions({ target: promise.target, entry, path })];
    })
  );
  return [...perTarget, ...entries.flatMap(checkNames), ...checkVersions(entries, 'agreements'), ...checkDoubles(sound)];
}

interface Promise {
  agreement: Agreement;
  target: Target;
  path: Path;
}

function resolveAlone(entry: AgreementEntry, target: TargetEntry): { agreement: Agreement; target: Target } {
  const agreement = resolveAgreements([{ ...entry, targets: [target] }])[0] as Agreement;
  return { agreement, target: agreement.targets[0] as Target };
}

function checkNames(agreement: AgreementEntry, index: number): Finding[] {
  return agreement.targets.flatMap((target, at) =>
    agreement.targets.findIndex(({ name }) => name === target.name) === at
      ? []
      : [
          error(
            ['agreements', index, 'targets', at, 'name'],
            `"${target.name}" stands twice in "${agreement.name}"`,
            'Give each target its own name.'
          )
        ]
  );
}

/** The same promise made twice to one party: both clocks run, and both count. Only where it is proven that a record can have both. */
function checkDoubles(promises: readonly Promise[]): Finding[] {
  return promises.flatMap((one, index) => {
    for (const other of promises.slice(0, index)) {
      if (!isSamePromise(one, other)) continue;
      const found = satisfy([one.target.when, other.target.when], contract[one.target.recordType]);
      if (found.answer !== 'yes') continue;
      const which = witnessWords(found.witness);
      const { agreement, target } = other;
      return [
        warning(
          [...one.path, 'name'],
          `"${one.target.name}" and "${target.name}" of "${agreement.name}" promise the same to the same party${which && `, for instance for ${which}`}: both clocks run`,
          'Tell them apart with when, or remove one.'
        )
      ];
    }
    return [];
  });
}

function isSamePromise(one: Promise, other: Promise): boolean {
  const marks = ({ agreement, target }: Promise) =>
    JSON.stringify([agreement.type, agreement.party, target.recordType, target.metric, target.start, target.stop]);
  const [a, b] = [one.agreement, other.agreement];
  const isTogether = (a.validFrom ?? '') <= (b.validTo ?? '9999') && (b.validFrom ?? '') <= (a.validTo ?? '9999');
  const isAboutOne = a.services.length === 0 || b.services.length === 0 || a.services.some((service) => b.services.includes(service));
  return (a.name !== b.name || one.target.name !== other.target.name) && marks(one) === marks(other) && isTogether && isAboutOne;
}
