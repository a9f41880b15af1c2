import { fail, type Cookies } from '@sveltejs/kit';
import { RemarkError } from '#warehouse/register/remark.ts';
import type { Register } from '#warehouse/register/register.ts';
import { knownPerson } from './person.ts';
import { currentRegister } from './register.ts';

type Field = (name: string) => string;

/** What a form is refused with: the field to correct, why, and what was written, so that nothing is typed twice. */
export interface Refused {
  field: string;
  message: string;
  written: Record<string, string>;
}

/** One thing written into the register by a form; what cannot be kept comes back in words. @param now handed in by the route */
export const remarkAction =
  <T extends object | void>(work: (register: Register, person: string, field: Field, form: FormData, now: Date) => T, now: () => Date) =>
  async ({ request, cookies }: { request: Request; cookies: Cookies }) => {
    const form = await request.formData();
    const field: Field = (name) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    try {
      return work(currentRegister(), knownPerson(cookies), field, form, now());
    } catch (error) {
      if (!(error instanceof RemarkError)) throw error;
      const written = Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
      return fail(400, { field: error.field, message: `${error.message}.`, written } satisfies Refused);
    }
  };
