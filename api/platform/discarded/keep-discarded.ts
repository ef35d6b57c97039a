import type { Clock } from '../clock/clock.ts';
import type { Executor } from '../database/database.ts';
import { notFound } from '../http/problem.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import { insertDiscarded, takeRow } from './store.ts';

/** What somebody deleted and may take back for a while: theirs alone, and out of every list meanwhile. */
export type Discarded = { kind: string; id: string };
export type Discarder = { scope: TenantScope; personId: string };

/**
 * In the transaction that deletes it.
 * @param content the rows as they were
 */
export async function keepDiscarded(
  trx: Executor,
  { clock }: { clock: Clock },
  { scope, personId }: Discarder,
  { kind, id }: Discarded,
  content: unknown,
): Promise<void> {
  const by = { discardedBy: personId, discardedAt: clock.now() };
  await insertDiscarded(trx, { tenantId: scope.tenantId, kind, id, content: JSON.stringify(content), ...by });
}

/**
 * Hands it out once, in the transaction that puts it back.
 * @throws 404 for what somebody else deleted, was put back already, or was deleted too long ago
 */
export async function takeDiscarded<Content>(
  trx: Executor,
  { scope, personId }: Discarder,
  { kind, id }: Discarded,
): Promise<Content> {
  const taken = await takeRow(trx, scope, { kind, id, discardedBy: personId });
  if (!taken) throw notFound();
  return JSON.parse(taken.content);
}
