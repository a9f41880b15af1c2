import type { CodeModel } from '../model.ts';

/** Every model written as code, by area. SQL models need no entry: they are the `.sql` files beside this one. */
export const codeModels: readonly CodeModel[] = [];
