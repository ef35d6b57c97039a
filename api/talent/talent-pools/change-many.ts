import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { Refusal, unprocessable } from '../../platform/http/problem.ts';
import { getPool } from './change-pools.ts';
import type { PoolDeps } from './deps.ts';
import type { PoolReader } from './grants.ts';
import { addTag, removeTag } from './keep-about.ts';
import type { BulkAction, BulkOutcome } from './pool-member.ts';
import type { BulkAnswer } from './schema.ts';
import { listMembersAmong } from './store.ts';
import { haltMember, type MemberChange, takeOutOfPool } from './take-member.ts';

export type ManyChanges = {
  freelancerIds: readonly string[];
  action: BulkAction;
  tag?: string | undefined;
  reason: string;
};

/**
 * One action on many members, each decided alone: whoever's state does not allow it is left as they were.
 * @throws 403, 404, 422 tag_missing
 */
export async function changeMany(
  trx: Executor,
  deps: PoolDeps,
  doer: Doer,
  reader: PoolReader,
  poolId: string,
  { freelancerIds, action, tag, reason }: ManyChanges,
): Promise<BulkAnswer> {
  const isTagging = action === 'addTag' || action === 'removeTag';
  if (isTagging && tag === undefined)
    throw unprocessable('tag_missing', 'Which tag? Nobody was changed; name one.', [
      { pointer: '/tag', code: 'tag_missing', message: 'The tag is missing.' },
    ]);
  const ids = [...new Set(freelancerIds)];
  const pool = await getPool(trx, reader, poolId);
  const known = new Set((await listMembersAmong(trx, pool.id, ids)).map(({ freelancerId }) => freelancerId));
  const items: BulkAnswer['items'] = [];
  for (const freelancerId of ids) {
    const change = { reader, doer, poolId, freelancerId };
    const outcome = known.has(freelancerId) ? await done(() => act(change)) : 'notMember';
    items.push({ freelancerId, outcome });
  }
  return { items, done: items.filter(({ outcome }) => outcome === 'done').length };

  function act(change: MemberChange): Promise<void> {
    switch (action) {
      case 'addTag':
        return addTag(trx, deps, change, tag!);
      case 'removeTag':
        return removeTag(trx, deps, change, tag!);
      case 'suspend':
      case 'resume':
        return haltMember(trx, deps, change, action, reason || null);
      case 'remove':
        return takeOutOfPool(trx, deps, change, reason || null);
    }
  }
}

/** A state that does not allow it is that member's own answer; anything else ends the whole. */
async function done(act: () => Promise<void>): Promise<BulkOutcome> {
  try {
    await act();
    return 'done';
  } catch (error) {
    if (error instanceof Refusal && error.status === 409) return 'refused';
    throw error;
  }
}
