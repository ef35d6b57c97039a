import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { payBoost } from '../connects/settle-boost.ts';
import type { ProposalDeps } from './move-proposal.ts';
import { setViewed } from './store.ts';

/** The client's first look: the freelancer sees when, and a boost that stands is paid. @returns false on later looks */
export async function openProposal(
  trx: Executor,
  deps: ProposalDeps,
  scope: TenantScope,
  doer: Doer,
  id: string,
): Promise<boolean> {
  if (!(await setViewed(trx, scope, id, deps.clock.now()))) return false;
  await payBoost(trx, deps, { proposalId: id });
  await recordMove(trx, deps, scope, doer, { subject: { kind: 'proposal', id }, move: 'viewed' });
  return true;
}
