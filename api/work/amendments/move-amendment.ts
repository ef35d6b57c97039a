import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { type RecordedMove, recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ContractDeps } from '../contracts/open-contract.ts';
import { touchContract } from '../contracts/touch-contract.ts';
import { type AmendmentMove, type AmendmentState, amendmentMoves } from './amendment.ts';
import { releaseEnded } from './commit-change.ts';
import { findAmendment, updateAmendment } from './store.ts';
import type { AmendmentRow } from './table.ts';

type Change = Partial<Omit<AmendmentRow, 'id' | 'tenantId' | 'contractId' | 'revision' | 'state'>>;
type Told = Pick<RecordedMove, 'reason' | 'details' | 'audience'> & { isActivity?: boolean };

/** The guarded update and its entry in the timeline. @throws 409 by state, also for whoever was slower */
export async function moveAmendment(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  amendment: AmendmentRow,
  name: AmendmentMove,
  change: Change = {},
  { isActivity = true, ...told }: Told = {},
): Promise<AmendmentRow> {
  const { from, to } = requireMove<AmendmentState, AmendmentMove>(amendmentMoves, 'amendment', name, amendment.state);
  const whole = { ...change, state: to, updatedAt: deps.clock.now() };
  if (!(await updateAmendment(trx, scope, amendment.id, from, whole)))
    throw moveRefused('amendment', name, (await findAmendment(trx, scope, amendment.id))!.state);
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'amendment', id: amendment.id },
    move: name,
    from: amendment.state,
    to,
    ...told,
  });
  await releaseEnded(trx, deps, scope, doer, amendment, name);
  await touchContract(trx, deps, scope, amendment.contractId, { isActivity });
  return { ...amendment, ...whole, revision: amendment.revision + 1 };
}
