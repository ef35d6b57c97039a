import type { Executor } from '../../platform/database/database.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import { requireMove } from '../../platform/moves/require-move.ts';
import { holdTransfer } from '../ledger/post-transfer.ts';
import { settleTransfer } from '../ledger/settle-transfer.ts';
import type { Money } from '../money.ts';
import { type MoneyDoer, recordPayeeMove } from '../payees/record-payee-move.ts';
import type { PayoutDeps } from './deps.ts';
import { payoutMoves } from './payout.ts';
import { submittedEntries } from './payout-entries.ts';
import { requirePayable } from './quote-payout.ts';
import { findPayout, insertPayout, updateUnasked } from './store.ts';
import type { PayoutRow } from './table.ts';

const dayMs = 86_400_000;

/**
 * Holds the money and writes down what is to be paid, before any rail is asked: a crash in between loses nothing.
 * settlePayout asks the rail once this is committed; a wire waits for its file.
 * @throws 404, 409 balance_too_low, tax_form_missing, payouts_on_hold, payout_method_…; 422 payout_currency_mismatch, payout_too_small
 */
export async function requestPayout(
  trx: Executor,
  deps: PayoutDeps,
  doer: MoneyDoer,
  asked: { freelancerId: string; methodId: string; amount: Money; origin: PayoutRow['origin'] },
): Promise<PayoutRow> {
  const { freelancerId, origin } = asked;
  const terms = await requirePayable(trx, deps, freelancerId, asked);
  const { method, amount, fee, withheld, net } = terms;
  const [id, createdAt] = [deps.newId('po'), deps.clock.now()];
  const sums = {
    currency: amount.currency,
    amountMinor: amount.amountMinor,
    feeMinor: fee.amountMinor,
    withheldMinor: withheld.amountMinor,
    netMinor: net.amountMinor,
  };
  // What is held here nobody else can take, however many ask at once.
  const held = await holdTransfer(trx, deps, {
    key: `payout ${id}`,
    kind: 'payout',
    tenantId: null,
    subject: { kind: 'payout', id },
    details: { label: method.label, rail: method.rail },
    entries: submittedEntries({ id, freelancerId, ...sums }),
  });
  const row: PayoutRow = {
    id,
    freelancerId,
    methodId: method.id,
    rail: method.rail,
    provider: method.provider,
    label: method.label,
    origin,
    ...sums,
    taxFormId: terms.taxFormId,
    transferId: held.id,
    state: 'requested',
    externalId: null,
    batchId: null,
    reason: null,
    createdAt,
    submittedAt: null,
    arrivesAt: createdAt + terms.usualDays * dayMs,
    paidAt: null,
    endedAt: null,
    nextLookAt: method.rail === 'wire' ? null : createdAt,
    askedUntil: null,
  };
  await insertPayout(trx, row);
  const subject = { kind: 'payout', id } as const;
  await recordPayeeMove(trx, deps, doer, { freelancerId, subject, move: 'request', to: 'requested', reason: origin });
  return row;
}

/**
 * While no rail was asked and no file has it: everything is available again.
 * @param freelancerId undefined for an operator
 * @throws 404, 409 payout_under_way
 */
export async function cancelPayout(
  trx: Executor,
  deps: PayoutDeps,
  doer: MoneyDoer,
  { id, freelancerId }: { id: string; freelancerId?: string },
): Promise<PayoutRow> {
  const row = await findPayout(trx, id);
  if (!row || (freelancerId !== undefined && row.freelancerId !== freelancerId)) throw notFound();
  const { to } = requireMove(payoutMoves, 'payout', 'cancel', row.state);
  const change = { state: to, endedAt: deps.clock.now(), nextLookAt: null };
  if (!(await updateUnasked(trx, id, change))) throw underWay();
  await settleTransfer(trx, deps, row.transferId, 'voided');
  const subject = { kind: 'payout', id } as const;
  const move = { freelancerId: row.freelancerId, subject, move: 'cancel', from: row.state, to };
  await recordPayeeMove(trx, deps, doer, move);
  return { ...row, ...change };
}

const underWay = () =>
  conflict('payout_under_way', 'This payout is on its way already; nothing was changed. It cannot be called back.');
