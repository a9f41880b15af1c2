import { join, resolve } from 'node:path';

/** Where everything of one installation lives. All paths are absolute. */
export interface Home {
  root: string;
  /** `plimsoll.yaml`: organisation, reporting zone, feeds. */
  config: string;
  /** Calendars, agreements, reports and own mappings, as YAML under version control. */
  definitions: string;
  /** Default drop folder of feeds. */
  inbox: string;
  /** One folder per load: `manifest.json`, `<type>.parquet`, `rejections.parquet`. */
  landing: string;
  /** Published builds and `current.json`, the pointer that publishing renames into place. */
  warehouse: string;
  /** Report editions. */
  archive: string;
  /** SQLite: runs, slots, decisions. */
  register: string;
  /** Locks and scratch space, safe to delete when nothing runs. */
  scratch: string;
}

export function homeAt(folder: string): Home {
  const root = resolve(folder);
  return {
    root,
    config: join(root, 'plimsoll.yaml'),
    definitions: join(root, 'definitions'),
    inbox: join(root, 'inbox'),
    landing: join(root, 'landing'),
    warehouse: join(root, 'warehouse'),
    archive: join(root, 'archive'),
    register: join(root, 'register.sqlite'),
    scratch: join(root, 'scratch')
  };
}
