import type { Connection, Values } from '../../connection.ts';
import type { BuildFacts } from '../build.ts';
import type { Question } from './manifest.ts';

export interface SqlText {
  sql: string;
  values: Values;
}

/** The statement for the build that it will run on; a new one may be published while it waits. */
export type Statement = (build: BuildFacts, connection: Connection) => Promise<SqlText> | SqlText;

/** Something that can be exported: an answer, a list of records, a table, an analysis. */
export interface ExportSource {
  /** Start of the file's name. */
  name: string;
  statement: Statement;
  /** Of a question about what was known then: the build that knew it answers. */
  asKnownOn?: string;
  /** What was asked, for the manifest. */
  question(build: BuildFacts): Question;
}
