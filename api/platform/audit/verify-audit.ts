import type { Executor } from '../database/database.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import { hashOfEntry } from './hash-entry.ts';
import { findEntry, findHead, listEntriesAfter } from './store.ts';
import type { AuditEntryRow } from './table.ts';

export type AuditVerdict = { ok: true; entries: number } | { ok: false; sequence: number; reason: string };
/** A place of the chain and what stood there, as it was kept elsewhere. */
export type KeptHead = { sequence: number; hash: string };

export class AuditBroken extends Error {
  override name = 'AuditBroken';
  readonly sequence: number;

  constructor(sequence: number, reason: string) {
    super(reason);
    this.sequence = sequence;
  }
}

const pageSize = 1000;

/** Walks a tenant's whole chain: a changed byte, a missing entry or a cut end is found and named. */
export async function verifyAudit(
  db: Executor,
  scope: TenantScope,
  heads: readonly KeptHead[] = [],
  onProgress: (done: number) => Promise<void> = async () => {},
): Promise<AuditVerdict> {
  try {
    let last: KeptHead = { sequence: 0, hash: '' };
    for await (const entries of soundEntries(db, scope, 1)) {
      last = entries.at(-1)!;
      await onProgress(last.sequence);
    }
    await requireHeads(db, scope, last, heads);
    return { ok: true, entries: last.sequence };
  } catch (error) {
    if (error instanceof AuditBroken) return { ok: false, sequence: error.sequence, reason: error.message };
    throw error;
  }
}

/**
 * Entries from one place on, the oldest first, each compared with its hash and with the one before it.
 * @throws AuditBroken at the first that is not what it was
 */
export async function* soundEntries(
  db: Executor,
  scope: TenantScope,
  firstSequence: number,
  lastSequence: number = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<AuditEntryRow[]> {
  let sequence = firstSequence - 1;
  let hash = sequence === 0 ? '' : (await findEntry(db, scope, sequence))?.hash;
  if (hash === undefined) throw new AuditBroken(sequence, 'an entry is missing');
  while (sequence < lastSequence) {
    const limit = Math.min(pageSize, lastSequence - sequence);
    const entries = await listEntriesAfter(db, scope, sequence, limit);
    for (const entry of entries) {
      const broken = brokenBy(entry, sequence, hash);
      if (broken) throw new AuditBroken(sequence + 1, broken);
      ({ sequence, hash } = entry);
    }
    if (entries.length > 0) yield entries;
    if (entries.length < limit) break;
  }
}

async function requireHeads(db: Executor, scope: TenantScope, last: KeptHead, heads: readonly KeptHead[]) {
  for (const kept of heads.toSorted((a, b) => a.sequence - b.sequence)) {
    const entry = await findEntry(db, scope, kept.sequence);
    if (!entry) throw new AuditBroken(last.sequence + 1, 'the end of the chain is missing');
    if (entry.hash !== kept.hash)
      throw new AuditBroken(kept.sequence, 'the chain is another one than was kept elsewhere up to here');
  }
  const head = await findHead(db, scope);
  if ((head?.sequence ?? 0) !== last.sequence || (head?.hash ?? '') !== last.hash)
    throw new AuditBroken(last.sequence + 1, 'the end of the chain is missing');
}

function brokenBy(entry: AuditEntryRow, previousSequence: number, previousHash: string): string | undefined {
  if (entry.sequence !== previousSequence + 1) return 'an entry is missing';
  if (entry.previousHash !== previousHash) return 'the entry does not follow the one before';
  if (entry.hash !== hashOfEntry(entry) || hasMoreThanHashed(entry)) return 'the entry was changed';
  return undefined;
}

/** The first version hashed fewer columns; nothing may stand in the others. */
function hasMoreThanHashed(entry: AuditEntryRow): boolean {
  if (entry.version !== 1) return false;
  const { actorName, onBehalfOfId, onBehalfOfName, role, beforeHash, afterHash, origin, widget } = entry;
  return [actorName, onBehalfOfId, onBehalfOfName, role, beforeHash, afterHash, origin, widget].some(
    (column) => column !== null,
  );
}
