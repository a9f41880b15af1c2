import type { AnalysisFrame } from '#dashboard/lib/analysis-frame.ts';
import type { PolicyView } from '#dashboard/lib/policy-view.ts';
import { defaults } from '#dashboard/boards/service-level-pages.ts';
import { policyBands } from '#warehouse/query/analysis/policy-band.ts';
import type { Reader } from '#warehouse/query/reader.ts';
import { analysisQuestion, analysisUrl } from './analysis-scope.ts';
import { policyView } from './policy-reading.ts';

export interface PolicyPage {
  frame: AnalysisFrame;
  total: PolicyView;
  targets: PolicyView[];
  defaultWords: string;
  csv: string;
}

/** Compliance under every policy, in total and by target; those whose colour depends on the policy first. */
export async function policyPage(reader: Reader, url: URL): Promise<PolicyPage> {
  const { frame, clocks, defaultWords } = await analysisQuestion(reader, url, defaults.policy);
  const { total, targets } = await policyBands(reader, clocks);
  const views = targets.map((band) =>
    policyView(band.target_id, `${band.target} (${band.agreement})`, band, clocks, [
      { field: 'target_id', op: 'in', values: [band.target_id] }
    ])
  );
  return {
    frame,
    total: policyView('total', 'Compliance', total, clocks),
    targets: views.sort((a, b) => Number(b.isDecidedByPolicy) - Number(a.isDecidedByPolicy)),
    defaultWords,
    csv: analysisUrl('policy_band', clocks)
  };
}
