import type { Executor } from '../database/database.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import { hashOfEntry } from './record-audit.ts';
import { findHead, listEntriesAfter } from './store.ts';

export type AuditVerdict = { ok: true; entries: number } | { ok: false; sequence: number; reason: string };

const pageSize = 1000;

/** Walks a tenant's whole chain: a changed byte, a missing entry or a cut end is found and named. */
export async function verifyAudit(db: Executor, scope: TenantScope): Promise<AuditVerdict> {
  let sequence = 0;
  let hash = '';
  while (true) {
    const entries = await listEntriesAfter(db, scope, sequence, pageSize);
    for (const entry of entries) {
      const broken = brokenBy(entry, sequence, hash);
      if (broken) return { ok: false, sequence: sequence + 1, reason: broken };
      ({ sequence, hash } = entry);
    }
    if (entries.length < pageSize) break;
  }
  const head = await findHead(db, scope);
  if ((head?.sequence ?? 0) !== sequence || (head?.hash ?? '') !== hash)
    return { ok: false, sequence: sequence + 1, reason: 'the end of the chain is missing' };
  return { ok: true, entries: sequence };
}

function brokenBy(
  entry: Awaited<ReturnType<typeof listEntriesAfter>>[number],
  previousSequence: number,
  previousHash: string,
): string | undefined {
  if (entry.sequence !== previousSequence + 1) return 'an entry is missing';
  if (entry.previousHash !== previousHash) return 'the entry does not follow the one before';
  if (entry.hash !== hashOfEntry(entry)) return 'the entry was changed';
  return undefined;
}
