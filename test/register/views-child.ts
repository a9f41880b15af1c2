import { homeAt } from '#warehouse/home.ts';
import { openRegister } from '#warehouse/register/register.ts';
import { saveView } from '#warehouse/register/saved-views.ts';

/** A process that saves shared views of its own, and one that all the others want to save too. */
const [folder = '', who = '', count = '0'] = process.argv.slice(2);
const register = openRegister(homeAt(folder));
const save = (name: string): void => {
  saveView(register, who, { name, description: '', address: '/explore', isShared: true }, new Date(0), name);
};
for (let at = 0; at < Number(count); at++) save(`${who} ${at}`);
try {
  save('the same');
} catch (error) {
  if (!(error as Error).message.includes('already')) throw error;
}
register.close();
