import type { Executor } from '../../platform/database/database.ts';
import { batchedReads } from './batched-reads.ts';
import { presentProfile } from './present-freelancer.ts';
import { readFreelancers } from './read-freelancers.ts';
import type { FreelancerProfile } from './schema.ts';
import type { ProfileHead } from './search-store.ts';

/** Bytes kept over all profiles; the least recently asked for go first. */
const bytesMax = 32_000_000;

/** Encoded once: writing a text to a socket encodes it again for each request. */
type Bytes = Uint8Array<ArrayBuffer>;
type Kept = { revision: number; unsaved: Bytes };

/**
 * Presented profiles by revision. Nobody sees one without a head just read from the database, so that a changed
 * profile or visibility counts from the next request on, on every node.
 */
export function createProfileBodies(db: Executor) {
  const kept = new Map<string, Kept>();
  let bytes = 0;
  const recordOf = batchedReads(
    async (ids) => new Map((await readFreelancers(db, ids)).map((record) => [record.row.id, record])),
  );

  /** JSON of the profile at the head's revision; undefined when there is another one meanwhile. */
  return async function bodyOf(head: ProfileHead, saved: boolean): Promise<Bytes | undefined> {
    const found = kept.get(head.id);
    const current = found?.revision === head.revision ? touch(head.id, found) : await read(head.id);
    if (current?.revision !== head.revision) return undefined;
    return saved ? withSaved(current.unsaved) : current.unsaved;
  };

  function touch(id: string, entry: Kept): Kept {
    kept.delete(id);
    kept.set(id, entry);
    return entry;
  }

  async function read(id: string): Promise<Kept | undefined> {
    forget(id);
    const record = await recordOf(id);
    if (!record) return undefined;
    const profile: FreelancerProfile = { ...presentProfile(record), saved: false };
    const entry = { revision: record.row.revision, unsaved: encoder.encode(JSON.stringify(profile)) };
    // Another request may have read it meanwhile.
    forget(id);
    kept.set(id, entry);
    bytes += entry.unsaved.length;
    for (const oldest of kept.keys()) {
      if (bytes <= bytesMax || oldest === id) break;
      forget(oldest);
    }
    return entry;
  }

  function forget(id: string): void {
    bytes -= kept.get(id)?.unsaved.length ?? 0;
    kept.delete(id);
  }
}

const encoder = new TextEncoder();
const unsavedEnd = '"saved":false}';
const savedEnd = encoder.encode('"saved":true}');

function withSaved(unsaved: Bytes): Bytes {
  const startLength = unsaved.length - unsavedEnd.length;
  const saved = new Uint8Array(startLength + savedEnd.length);
  saved.set(unsaved.subarray(0, startLength));
  saved.set(savedEnd, startLength);
  return saved;
}
