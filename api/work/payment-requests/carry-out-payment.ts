import type { FundingSource } from '../../money/payments/payment.ts';
import type { Payment } from '../../money/payments/read-payments.ts';
import { settlePayment } from '../../money/payments/settle-payment.ts';
import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/http/problem.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer, recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused } from '../../platform/moves/require-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { recordOutcome } from '../../procurement/approvals/end-approval.ts';
import { payBonus } from '../bonuses/pay-bonus.ts';
import { getContract } from '../contracts/read-contracts.ts';
import type { ChargingDeps } from '../milestones/deps.ts';
import { fundMilestone } from '../milestones/fund-milestone.ts';
import { refusalInWords } from '../milestones/tell-sides.ts';
import { type PaymentRequestMove, paymentRequestMoves } from './payment-request.ts';
import { findRequests, listUnpaid, updateRequest } from './store.ts';
import type { PaymentRequestRow } from './table.ts';

const minuteMs = 60_000;
const batchMax = 100;

/** ⏱ Pays what was approved and is not paid yet: what a server that stopped, or a slow bank, has left. */
export function watchPaymentRequests(deps: ChargingDeps & { jobs: JobRunner }): void {
  deps.jobs.every({
    kind: 'paymentRequests.pay',
    everyMs: minuteMs,
    run: async () => {
      for (let afterId = ''; ; ) {
        const batch = await listUnpaid(deps.database.db, afterId, batchMax);
        for (const { id, tenantId } of batch) await carryOutPayment(deps, tenantScope(tenantId), id);
        if (batch.length < batchMax) return;
        afterId = batch.at(-1)!.id;
      }
    },
  });
}

/**
 * Pays an approved request exactly as it was asked for, once, however often and from wherever this is called. What
 * cannot be paid any more says so at its approval, and nothing is moved.
 */
export async function carryOutPayment(deps: ChargingDeps, scope: TenantScope, id: string): Promise<void> {
  const { database } = deps;
  const [row] = await findRequests(database.db, scope, [id]);
  if (row?.state !== 'approved' && row?.state !== 'paying') return;
  const paymentId = row.state === 'paying' ? row.paymentId! : await begin(deps, scope, row);
  if (paymentId === undefined) return;
  const payment = await settlePayment(deps, paymentId);
  if (payment.state !== 'posted' && payment.state !== 'voided') return;
  const paying = { ...row, state: 'paying', paymentId } as const;
  await database.transaction((trx) => finish(trx, deps, scope, paying, payment));
}

/** @returns the payment, or undefined when it was refused, or begun by somebody else */
async function begin(deps: ChargingDeps, scope: TenantScope, row: PaymentRequestRow): Promise<string | undefined> {
  const doer = clockDoer(row.id);
  try {
    return await deps.database.transaction(async (trx) => {
      await moveRequest(trx, deps, scope, doer, row, 'pay', {});
      const { paymentId, bonusId } = await pay(trx, deps, scope, doer, row);
      await updateRequest(trx, scope, row.id, ['paying'], { paymentId, bonusId });
      return paymentId;
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code.startsWith('payment_request_')) return undefined;
    await deps.database.transaction((trx) => fail(trx, deps, scope, row, error.message));
    return undefined;
  }
}

async function pay(
  trx: Executor,
  deps: ChargingDeps,
  scope: TenantScope,
  doer: Doer,
  row: PaymentRequestRow,
): Promise<{ paymentId: string; bonusId: string | null }> {
  const source: FundingSource = JSON.parse(row.source);
  if (row.milestoneId !== null) {
    const { id } = await fundMilestone(trx, deps, scope, doer, { id: row.milestoneId, source, expected: row });
    return { paymentId: id, bonusId: null };
  }
  const amount = { amountMinor: row.amountMinor, currency: row.currency };
  const bonus = { contractId: row.contractId, amount, note: row.note, source, createdBy: row.requesterId };
  const { bonusId, payment } = await payBonus(trx, deps, scope, doer, bonus);
  return { paymentId: payment.id, bonusId };
}

async function finish(
  trx: Executor,
  deps: ChargingDeps,
  scope: TenantScope,
  row: PaymentRequestRow,
  { id, state, refusal }: Pick<Payment, 'id' | 'state' | 'refusal'>,
): Promise<void> {
  if (state === 'voided') return fail(trx, deps, scope, row, `The payment was declined (${refusalInWords(refusal)}).`);
  const change = { settledAt: deps.clock.now() };
  if (!(await tryMove(trx, deps, scope, clockDoer(id), row, 'finish', change))) return;
  if (row.approvalId) await recordOutcome(trx, scope, row.approvalId, { state: 'done' });
}

async function fail(
  trx: Executor,
  deps: ChargingDeps,
  scope: TenantScope,
  row: PaymentRequestRow,
  reason: string,
): Promise<void> {
  const change = { failure: reason, settledAt: deps.clock.now() };
  if (!(await tryMove(trx, deps, scope, clockDoer(row.id), row, 'fail', change, { reason }))) return;
  if (row.approvalId) await recordOutcome(trx, scope, row.approvalId, { state: 'failed', reason });
  const { title } = await getContract(trx, scope, row.contractId);
  await notify(trx, deps, {
    personIds: [row.requesterId],
    kind: 'approval.notCarriedOut',
    subject: { kind: 'paymentRequest', id: row.id },
    words: { title, reason },
    path: row.approvalId ? portalPaths.approval(row.approvalId) : portalPaths.contract(row.contractId),
    tenantId: scope.tenantId,
  });
}

type Told = { reason?: string | null; details?: Record<string, unknown> };

/** @throws 409 payment_request_<state> when it has left the states of the move */
export async function moveRequest(
  trx: Executor,
  deps: ChargingDeps,
  scope: TenantScope,
  doer: Doer,
  row: PaymentRequestRow,
  move: PaymentRequestMove,
  change: Partial<PaymentRequestRow>,
  told: Told = {},
): Promise<void> {
  if (await tryMove(trx, deps, scope, doer, row, move, change, told)) return;
  const [now] = await findRequests(trx, scope, [row.id]);
  throw moveRefused('paymentRequest', move, now?.state ?? row.state);
}

async function tryMove(
  trx: Executor,
  deps: ChargingDeps,
  scope: TenantScope,
  doer: Doer,
  row: PaymentRequestRow,
  move: PaymentRequestMove,
  change: Partial<PaymentRequestRow>,
  { reason = null, details = {} }: Told = {},
): Promise<boolean> {
  const { from, to } = paymentRequestMoves[move];
  if (!(await updateRequest(trx, scope, row.id, from, { ...change, state: to }))) return false;
  const subject = { kind: 'paymentRequest', id: row.id };
  await recordMove(trx, deps, scope, doer, { subject, move, from: row.state, to, reason, audience: 'team', details });
  return true;
}
