/**
 * The number of all rows of a named result, to stand on each of those shown. Not `count(*) OVER ()`: over few rows of a union that a
 * condition empties, the engine's parallel windows may fail inside (duckdb/duckdb#25713, seen with 1.5.5) and end the database.
 * @param name a result of the same statement, `WITH … AS MATERIALIZED`
 */
export const totalOf = (name: string): string => `(SELECT count(*)::INTEGER FROM ${name}) AS total`;
