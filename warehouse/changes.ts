import type { Connection } from './connection.ts';
import type { Landing } from './landing.ts';
import type { BuildFacts } from './model.ts';
import type { PublishedBuild } from './publish.ts';

/** How the next build grows out of the published one. */
export interface ChangePlan {
  /** Incremental builds since the last full one, this one included. */
  generation: number;
}

/** Decides whether the published build can be carried on; undefined asks for a full build. */
export async function planChanges(
  _connection: Connection,
  _published: PublishedBuild & { path: string },
  _inputs: { landing: Landing; facts: BuildFacts; sources: string },
  _building: string
): Promise<ChangePlan | undefined> {
  return undefined;
}
