import {
  DuckDBInstance,
  DuckDBTimestampTZValue,
  listValue,
  type DuckDBConnection,
  type DuckDBDataChunk,
  type DuckDBResult,
  type DuckDBType,
  type DuckDBValue
} from '@duckdb/node-api';

/** What may be bound to a statement. A `Date` is an instant; an array becomes a LIST and must not be empty. */
export type Value = string | number | bigint | boolean | null | Date | readonly (string | number)[];
export type Values = readonly Value[] | Record<string, Value>;
/** A cell as plain JavaScript: BIGINT as number (or bigint beyond 2^53), instants and dates as `Date`. */
export type Cell = string | number | bigint | boolean | null | Date | Cell[] | { [key: string]: Cell };
export type Row = Record<string, Cell>;

export interface DatabaseOptions {
  readOnly?: boolean;
  /** Worker threads of the engine; default all cores. */
  threads?: number;
  /** For example `'2GB'`. */
  memoryLimit?: string;
  /** Where the engine may spill; default beside the file. */
  temporaryFolder?: string;
}

/** Some thousand rows, column by column; `columnar.ts` reads them whole. */
export type Chunk = DuckDBDataChunk;
export type EngineType = DuckDBType;

/** Rows of a statement as the engine makes them: column names, types, and one columnar chunk after another. */
export interface ChunkStream {
  columns: { name: string; type: EngineType }[];
  chunks: AsyncIterable<Chunk>;
}

/** Settings of every database that Plimsoll opens: nothing is fetched, nothing is loaded by name, instants print as UTC. */
const guards: Record<string, string> = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false'
};

/**
 * Opens a DuckDB database. One file must be opened once per process: a second open succeeds silently and the first close
 * releases the lock of both.
 * @param path file, or `:memory:`
 * @throws the engine's error when the file is missing (read-only), locked by another process, or not a database
 */
export async function openDatabase(path: string, options: DatabaseOptions = {}): Promise<Database> {
  const settings: Record<string, string> = { ...guards };
  if (options.readOnly) settings.access_mode = 'READ_ONLY';
  if (options.threads) settings.threads = String(options.threads);
  if (options.memoryLimit) settings.memory_limit = options.memoryLimit;
  if (options.temporaryFolder) settings.temp_directory = options.temporaryFolder;
  return new Database(await DuckDBInstance.create(path, settings));
}

export class Database {
  private readonly instance: DuckDBInstance;

  constructor(instance: DuckDBInstance) {
    this.instance = instance;
  }

  async connect(): Promise<Connection> {
    const raw = await this.instance.connect();
    await raw.run("SET TimeZone = 'UTC'");
    return new Connection(raw);
  }

  /** Runs `work` on a connection of its own and closes it whatever happens. */
  async with<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = await this.connect();
    try {
      return await work(connection);
    } finally {
      connection.close();
    }
  }

  close(): void {
    this.instance.closeSync();
  }
}

/**
 * One connection. A stream holds its connection, and another statement on it would silently cut the stream short: use a
 * connection of its own for each.
 */
export class Connection {
  private readonly raw: DuckDBConnection;
  private isInTransaction = false;

  constructor(raw: DuckDBConnection) {
    this.raw = raw;
  }

  async run(sql: string, values?: Values): Promise<void> {
    await this.raw.run(sql, bind(values));
  }

  /** All rows as plain objects. For results that fit in memory. */
  async all<R = Row>(sql: string, values?: Values): Promise<R[]> {
    const reader = await this.raw.runAndReadAll(sql, bind(values));
    return reader.getRowObjectsJS().map(plainRow) as R[];
  }

  async one<R = Row>(sql: string, values?: Values): Promise<R | undefined> {
    return (await this.all<R>(sql, values))[0];
  }

  /**
   * Rows as they are made, in flat memory. Read the chunks to their end or leave the loop; either gives the connection back.
   * @throws while reading when the statement fails half-way
   */
  async stream(sql: string, values?: Values): Promise<ChunkStream> {
    const isOwn = !this.isInTransaction;
    if (isOwn) await this.begin();
    try {
      const result = await this.raw.stream(sql, bind(values));
      const columns = result.columnNames().map((name, index) => ({ name, type: result.columnType(index) }));
      return { columns, chunks: this.fetchChunks(result, isOwn) };
    } catch (error) {
      if (isOwn) await this.rollBack();
      throw error;
    }
  }

  /**
   * TRICKY: the driver tells a statement that failed half-way as one that ended, so rows would be lost without a word. A
   * failure does break the transaction, and the probe after the last chunk finds that out.
   */
  private async *fetchChunks(result: DuckDBResult, isOwn: boolean): AsyncGenerator<Chunk> {
    let rows = 0;
    try {
      for (;;) {
        const chunk = await result.fetchChunk();
        if (!chunk || chunk.rowCount === 0) break;
        rows += chunk.rowCount;
        yield chunk;
      }
      await this.raw.run('SELECT 1').catch((cause: unknown) => {
        throw new Error(`the statement failed after ${rows} rows; they are not all there are`, { cause });
      });
    } finally {
      if (isOwn) await this.rollBack();
    }
  }

  /** Runs `work` in a transaction; a failure rolls back, since COMMIT after an error would keep nothing and say OK. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.begin();
    try {
      const answer = await work();
      await this.raw.run('COMMIT');
      this.isInTransaction = false;
      return answer;
    } catch (error) {
      await this.rollBack();
      throw error;
    }
  }

  private async begin(): Promise<void> {
    await this.raw.run('BEGIN TRANSACTION');
    this.isInTransaction = true;
  }

  private async rollBack(): Promise<void> {
    await this.raw.run('ROLLBACK').catch(() => undefined);
    this.isInTransaction = false;
  }

  /** Share of the running statement done, 0–1, or undefined when the engine cannot tell. Needs `trackProgress`. */
  get progress(): number | undefined {
    const { percentage } = this.raw.progress;
    return percentage < 0 ? undefined : percentage / 100;
  }

  async trackProgress(): Promise<void> {
    await this.raw.run('SET enable_progress_bar = true');
    await this.raw.run('SET enable_progress_bar_print = false');
    await this.raw.run('SET progress_bar_time = 0');
  }

  interrupt(): void {
    this.raw.interrupt();
  }

  close(): void {
    this.raw.closeSync();
  }
}

function bind(values: Values | undefined): DuckDBValue[] | Record<string, DuckDBValue> | undefined {
  if (!values) return undefined;
  if (Array.isArray(values)) return values.map(bound);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, bound(value as Value)]));
}

function bound(value: Value): DuckDBValue {
  if (value instanceof Date) return new DuckDBTimestampTZValue(BigInt(value.getTime()) * 1000n);
  if (Array.isArray(value)) return listValue(value as DuckDBValue[]);
  return value as DuckDBValue;
}

function plainRow(row: Record<string, unknown>): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]));
}

function plain(value: unknown): Cell {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (Array.isArray(value)) return value.map(plain);
  if (value && typeof value === 'object' && !(value instanceof Date)) return plainRow(value as Record<string, unknown>);
  return value as Cell;
}

/** Quotes an identifier that came from the catalogue; never for a user's words. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
/** Quotes a text where the engine takes no parameter (paths in COPY and ATTACH, settings). */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
