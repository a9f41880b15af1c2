import type { CodeModel } from '../model.ts';
import { reconciliationModel } from '../service-levels/reconcile.ts';
import { serviceLevelModels } from '../service-levels/models.ts';
import { memberModel } from './dim/member.ts';
import { fieldChangeModel } from './fact/field-change.ts';
import { serviceLevelSourceModel } from './fact/service-level-source.ts';
import { backlogChangeModel, backlogDailyModel } from './mart/backlog.ts';
import { loadModel, rejectionModel } from './meta/loads.ts';
import { currentModels } from './staging/current.ts';
import { eventUnchangedModel } from './staging/event-unchanged.ts';
import { fieldMomentModel } from './staging/field-moment.ts';
import { landedModel } from './staging/landed.ts';
import { recordModel } from './staging/record.ts';
import { stretchModel } from './staging/stretch.ts';
import { trendModels } from '../trends/models.ts';

/** Every model written as code, by area. SQL models need no entry: they are the `.sql` files beside this one. */
export const codeModels: readonly CodeModel[] = [
  backlogChangeModel,
  backlogDailyModel,
  ...currentModels,
  eventUnchangedModel,
  fieldChangeModel,
  fieldMomentModel,
  landedModel,
  loadModel,
  memberModel,
  reconciliationModel,
  recordModel,
  rejectionModel,
  ...serviceLevelModels,
  serviceLevelSourceModel,
  stretchModel,
  ...trendModels
];
