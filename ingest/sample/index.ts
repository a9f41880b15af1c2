export { writeDelta, type Delta, type DeltaOptions } from './delta.ts';
export { createSampleHome, type HomeOptions } from './home.ts';
export { fileNames, headers, mappings, type SampleTable } from './headers.ts';
export { defaultOptions, type SampleOptions, type SampleProgress, type WriteOptions } from './options.ts';
export type { IncidentTotals, MonthCount, ToldStory, Truth } from './truth.ts';
export { writeSample } from './write.ts';
