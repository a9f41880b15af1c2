import { build } from '#warehouse/build.ts';
import { homeAt } from '#warehouse/home.ts';
import { askWhatIf, proposalFolder, readProposal } from '#warehouse/service-levels/what-if/ask.ts';

/** Builds the home named in the first argument with so many threads, and prints what its proposal would change, as JSON. */
const [, , root = '', threads = '1', proposal = ''] = process.argv;
const home = homeAt(root);
await build({ home, now: new Date('2030-01-01T00:00:00Z'), threads: Number(threads), incremental: false });
const proposed = readProposal(home, proposalFolder(home, proposal) ?? '', proposal);
await askWhatIf({ home, proposed, threads: Number(threads) }, async (answer, flips) => {
  const told = [];
  for await (const some of flips()) told.push(...some);
  process.stdout.write(JSON.stringify({ answer, told }));
});
