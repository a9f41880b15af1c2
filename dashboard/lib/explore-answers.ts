import type { Answer } from '#warehouse/query/answer.ts';
import type { Answered } from './board-data.ts';
import { QuestionFault } from './question-book.svelte.ts';

interface Refused {
  message?: string;
  id?: string;
}

async function faultOf(reply: Response): Promise<Refused> {
  const body = (await reply.json().catch(() => ({}))) as Refused;
  return { ...body, message: body.message ?? `The server answered ${reply.status}.` };
}

/** An answer of the query door; one that cannot be given says why. @throws QuestionFault */
export async function answeredOf(reply: Response): Promise<Answered> {
  if (reply.ok) {
    const { columns, rows, unavailable, period } = (await reply.json()) as Answer;
    const names = columns.filter(({ kind }) => kind === 'measure').map(({ name }) => name);
    const refusal = names.length > 0 && names.every((name) => unavailable[name]) ? unavailable[names[0]!] : undefined;
    return { columns, rows, unavailable, period, ...(refusal ? { refusal: `${refusal}.` } : {}) };
  }
  const { message = '', id } = await faultOf(reply);
  if (reply.status === 400) return { columns: [], rows: [], unavailable: {}, refusal: `${message}.` };
  throw new QuestionFault({ message, id, isRefusal: false });
}

/** What a route of ours answers as JSON. @throws QuestionFault */
export async function jsonOf<T>(reply: Response): Promise<T> {
  if (reply.ok) return (await reply.json()) as T;
  const { message = '', id } = await faultOf(reply);
  throw new QuestionFault({ message, id, isRefusal: reply.status === 400 });
}
