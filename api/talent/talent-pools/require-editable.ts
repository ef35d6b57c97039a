import type { Executor } from '../../platform/database/database.ts';
import { getEditablePool } from './change-pools.ts';
import { getKept } from './keep-about.ts';
import type { TalentPoolMemberRow, TalentPoolRow } from './table.ts';
import type { MemberChange } from './take-member.ts';

/** A member, for those who may change the pool and not only write about it. @throws 403, 404 */
export async function requireEditableMember(
  trx: Executor,
  change: MemberChange,
): Promise<{ pool: TalentPoolRow; row: TalentPoolMemberRow }> {
  await getEditablePool(trx, change.reader, change.poolId);
  return getKept(trx, change);
}
