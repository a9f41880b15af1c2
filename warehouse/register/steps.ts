/** How the register came to its present shape, one step per change. Steps are only ever added at the end. */
export const steps: readonly string[] = [
  `CREATE TABLE run (
    job TEXT NOT NULL,
    slot TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'interrupted')),
    attempt INTEGER NOT NULL DEFAULT 1,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    pid INTEGER NOT NULL,
    process_started_at TEXT NOT NULL,
    summary TEXT NOT NULL DEFAULT '{}',
    PRIMARY KEY (job, slot)
  ) STRICT;
  CREATE INDEX run_by_time ON run (started_at);
  CREATE TABLE seen_file (
    feed TEXT NOT NULL,
    name TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    modified_ms REAL NOT NULL,
    mapping_sha256 TEXT NOT NULL,
    outcome TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    PRIMARY KEY (feed, name)
  ) STRICT`
];
