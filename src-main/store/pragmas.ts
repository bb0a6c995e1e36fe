/** The bulk writer is the writer of a program that does nothing else, such as one that fills an office. */
export type ConnectionRole = 'writer' | 'bulk writer' | 'reader' | 'reader thread';

/** Page cache of a connection in KiB. An encrypted page costs a decryption each time it is not found here. */
const pageCacheKiB = {
  writer: 16 * 1024,
  'bulk writer': 512 * 1024,
  reader: 64 * 1024,
  // What it reads is long and seldom the same.
  'reader thread': 32 * 1024,
} as const satisfies Record<ConnectionRole, number>;

interface Pragma {
  readonly set: string | number;
  readonly expected: string | number;
}

/** What holds on every connection, and the value SQLite reports when it does. */
export function pragmasOf(role: ConnectionRole): Readonly<Record<string, Pragma>> {
  const cache = -pageCacheKiB[role];
  const common = {
    journal_mode: { set: 'WAL', expected: 'wal' },
    // FULL: the write-ahead log is on the disk before a commit returns.
    synchronous: { set: 'FULL', expected: 2 },
    // Without effect but on macOS, where fsync alone stops at the drive's cache.
    fullfsync: { set: 'ON', expected: 1 },
    checkpoint_fullfsync: { set: 'ON', expected: 1 },
    foreign_keys: { set: 'ON', expected: 1 },
    // INSERT OR REPLACE would otherwise pass the triggers that guard the activity.
    recursive_triggers: { set: 'ON', expected: 1 },
    // A large sort would otherwise spill names in clear text into the temporary folder.
    temp_store: { set: 'MEMORY', expected: 2 },
    trusted_schema: { set: 'OFF', expected: 0 },
    cache_size: { set: cache, expected: cache },
  };
  if (role === 'writer' || role === 'bulk writer') return common;
  return { ...common, query_only: { set: 'ON', expected: 1 } };
}
