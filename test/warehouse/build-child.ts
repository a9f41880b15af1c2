import { build } from '#warehouse/build.ts';
import { homeAt } from '#warehouse/home.ts';

/** Builds the home named in the first argument; prints a line when it begins, so that a test can kill it in the midst. */
process.stdout.write('building\n');
await build({ home: homeAt(process.argv[2] ?? ''), now: new Date('2030-01-01T00:00:00Z'), threads: 1 });
