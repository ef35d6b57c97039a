import type { Logger } from 'pino';
import { isoInstant } from '../clock/clock.ts';
import type { JobRunner } from '../jobs/run-jobs.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import { insertAnchorOnce, listUnanchoredHeads } from './run-store.ts';
import { type KeyDeps, signingKey } from './signing-key.ts';
import { findHead } from './store.ts';

export type AnchorDeps = KeyDeps & { jobs: JobRunner; log: Logger };

const dayMs = 24 * 60 * 60 * 1000;
const headsAtOnce = 200;

export type SignedHead = { sequence: number; hash: string; atMs: number; keyId: string; signature: string };

/**
 * ⏱ Once a day every chain that grew is anchored: signed, kept, and written to the server's log, which lies outside the
 * database. Whoever cuts the database back must cut those too.
 */
export function anchorHeads(deps: AnchorDeps): void {
  deps.jobs.every({ kind: 'anchorAuditHeads', everyMs: dayMs, run: () => anchorAll(deps) });
}

async function anchorAll(deps: AnchorDeps): Promise<void> {
  const { database, clock, log } = deps;
  const key = await signingKey(deps);
  while (true) {
    const heads = await listUnanchoredHeads(database.db, headsAtOnce);
    for (const { tenantId, sequence, hash } of heads) {
      const anchor = { sequence, hash, atMs: clock.now(), keyId: key.id };
      const signature = key.sign(anchorText(tenantId, anchor));
      await insertAnchorOnce(database.db, {
        tenantId,
        sequence,
        hash,
        anchoredAt: anchor.atMs,
        keyId: key.id,
        signature,
      });
      log.info({ tenantId, ...anchor, signature }, 'audit log anchored');
    }
    if (heads.length < headsAtOnce) return;
  }
}

export async function signedHead(deps: KeyDeps, scope: TenantScope): Promise<SignedHead> {
  const key = await signingKey(deps);
  const { sequence, hash } = (await findHead(deps.database.db, scope)) ?? { sequence: 0, hash: '' };
  const head = { sequence, hash, atMs: deps.clock.now(), keyId: key.id };
  return { ...head, signature: key.sign(anchorText(scope.tenantId, head)) };
}

function anchorText(tenantId: string, { sequence, hash, atMs, keyId }: Omit<SignedHead, 'signature'>): string {
  return JSON.stringify(['audit-anchor/1', tenantId, sequence, hash, isoInstant(atMs), keyId]);
}
