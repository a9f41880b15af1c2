import { badChangeWeekStory } from './bad-change-week.ts';
import { clockChangeStory } from './clock-change.ts';
import { drowningTeamStory } from './drowning-team.ts';
import { lateFeedStory } from './late-feed.ts';
import { lateSupplierStory } from './late-supplier.ts';
import { majorIncidentsStory } from './major-incidents.ts';
import { slowDriftStory } from './slow-drift.ts';
import { steadyNoiseStory } from './steady-noise.ts';
import type { Stage, Story } from './story.ts';
import { vpnCertificateStory } from './vpn-certificate.ts';

/** Every planted story, in the order of its random streams: append only. */
const tellers: readonly ((stage: Stage) => Story)[] = [
  vpnCertificateStory,
  badChangeWeekStory,
  drowningTeamStory,
  clockChangeStory,
  lateFeedStory,
  lateSupplierStory,
  steadyNoiseStory,
  slowDriftStory,
  majorIncidentsStory
];

/** First number of the streams that stories draw from. */
export const firstStoryStream = 1000;

export const stories = (stage: Omit<Stage, 'stream'>): Story[] =>
  tellers.map((tell, index) => tell({ ...stage, stream: firstStoryStream + index }));
