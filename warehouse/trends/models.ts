import type { CodeModel } from '../model.ts';
import { candidateModel } from './candidate-model.ts';
import { familyModel } from './family-model.ts';
import { trendIncidentModel } from './incident-model.ts';

/** From incidents to families, from families to signals and candidates. */
export const trendModels: readonly CodeModel[] = [trendIncidentModel, familyModel, candidateModel];
