import { earn } from '../../money/earnings/earn.ts';
import { postTransfer } from '../../money/ledger/post-transfer.ts';
import { type Money, subtract } from '../../money/money.ts';
import { negated } from '../../money/payments/charge-entries.ts';
import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { getContract } from '../contracts/read-contracts.ts';
import { answerDeliverable } from '../deliverables/keep-deliverables.ts';
import { amountOf, partOf } from './amounts.ts';
import type { ChargingDeps } from './deps.ts';
import { changeMilestone, moveMilestone } from './move-milestone.ts';
import { frozenOf, refundOut, tellRefunded } from './refund-milestone.ts';
import { insertBehind } from './remainder.ts';
import type { MilestoneRow } from './table.ts';
import { amountInWords, tellSide } from './tell-sides.ts';

/**
 * The operator’s split of disputed money: what the freelancer does not get goes back to where it came from, as a
 * refunded milestone of its own where both get something.
 * @throws 409 by state, bank_dispute_open, 422 currency_mixed, amount_over_escrow
 */
export async function resolveDispute(
  trx: Executor,
  deps: ChargingDeps,
  doer: Doer,
  row: MilestoneRow,
  { toFreelancer, reason }: { toFreelancer: Money; reason: string },
): Promise<MilestoneRow> {
  const scope = tenantScope(row.tenantId);
  if (row.bankDisputeId !== null) throw bankDecides();
  const whole = amountOf(row);
  const given = partOf(whole, toFreelancer, '/toFreelancer');
  const back = subtract(whole, given);
  const contract = await getContract(trx, scope, row.contractId);
  const details = { toFreelancer: given, toClient: back };
  const isAward = given.amountMinor > 0;
  const change = isAward ? { amountMinor: given.amountMinor, releasedAt: deps.clock.now() } : {};
  const name = isAward ? 'award' : 'awardBack';
  let moved = await moveMilestone(trx, deps, scope, doer, row, name, change, { reason, details });
  if (isAward) {
    const earning = await earn(trx, deps, scope, {
      key: `milestone.release ${row.id}`,
      freelancerId: row.freelancerId,
      contractId: row.contractId,
      subject: { kind: 'milestone', id: row.id },
      gross: given,
      from: frozenOf(row),
      schedule: contract.fees.freelancer,
    });
    moved = await changeMilestone(trx, deps, scope, moved, { earningId: earning.id }, name);
    await answerDeliverable(trx, deps, scope, row.id, 'accepted');
  }
  if (back.amountMinor > 0) {
    const refunded = isAward ? await splitOff() : moved;
    await refundOut(trx, deps, scope, doer, refunded, { from: frozenOf(refunded), amount: back, reason });
    await tellRefunded(trx, deps, contract, row, back);
  }
  const words = { title: contract.title, milestone: row.description, amount: amountInWords(given), reason };
  for (const side of ['client', 'freelancer'] as const)
    await tellSide(trx, deps, contract, side, 'milestone.resolved', words);
  return moved;

  /** The client’s part, with an account of its own to come back to should its refund fail. */
  async function splitOff(): Promise<MilestoneRow> {
    const part = await insertBehind(trx, deps, scope, row, back, { state: 'refunded', fundedAt: row.fundedAt });
    await postTransfer(trx, deps, {
      key: `milestone.remainder ${part.id}`,
      kind: 'remainder',
      tenantId: scope.tenantId,
      contractId: row.contractId,
      subject: { kind: 'milestone', id: part.id },
      details: { remainderOf: row.id },
      entries: [
        { account: frozenOf(row), amount: negated(back) },
        { account: frozenOf(part), amount: back },
      ],
    });
    await recordMove(trx, deps, scope, doer, {
      subject: { kind: 'milestone', id: part.id },
      move: 'leftOver',
      to: 'refunded',
      reason,
      details: { remainderOf: row.id, amount: back },
    });
    return part;
  }
}

const bankDecides = () =>
  conflict('bank_dispute_open', 'A bank is deciding over this payment; nothing was moved. Wait for its decision.');
