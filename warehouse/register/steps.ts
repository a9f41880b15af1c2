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
  ) STRICT`,
  `CREATE TABLE saved_view (
    view_id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    is_shared INTEGER NOT NULL CHECK (is_shared IN (0, 1)),
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    address TEXT NOT NULL,
    made_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    deleted_at TEXT
  ) STRICT;
  CREATE INDEX saved_view_by_owner ON saved_view (owner);
  CREATE TABLE start_view (
    owner TEXT PRIMARY KEY,
    view_id TEXT NOT NULL
  ) STRICT;
  CREATE TABLE short_link (
    link_id TEXT PRIMARY KEY,
    address TEXT NOT NULL,
    made_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE baseline (
    baseline_id TEXT PRIMARY KEY,
    measure TEXT NOT NULL,
    filters TEXT NOT NULL,
    from_date TEXT NOT NULL,
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    made_at TEXT NOT NULL,
    removed_at TEXT,
    removed_by TEXT,
    removed_because TEXT
  ) STRICT;
  CREATE TABLE comment_version (
    comment_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    owner TEXT NOT NULL,
    page TEXT NOT NULL,
    period TEXT NOT NULL,
    service TEXT,
    customer TEXT,
    body TEXT NOT NULL,
    author TEXT NOT NULL,
    written_at TEXT NOT NULL,
    is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn IN (0, 1)),
    PRIMARY KEY (comment_id, version)
  ) STRICT`
];
