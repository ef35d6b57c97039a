import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { postTransfer } from '../ledger/post-transfer.ts';
import { settleTransfer } from '../ledger/settle-transfer.ts';
import { decimalText, money } from '../money.ts';
import { type MoneyDoer, recordPayeeMove } from '../payees/record-payee-move.ts';
import { tellPayee } from '../payees/tell-payee.ts';
import { payoutsPolicy } from '../payout-methods/policy.ts';
import type { PayoutDeps } from './deps.ts';
import { type PayoutMove, payoutMoves } from './payout.ts';
import { paidEntries, returnedEntries } from './payout-entries.ts';
import { updatePayout } from './store.ts';
import type { PayoutRow } from './table.ts';

/* Each move of a payout with what it does to the ledger, in the caller's transaction. */

const dayMs = 86_400_000;

/** The rail has taken it. @throws 409 external_id_used */
export async function bookSubmitted(
  trx: Executor,
  deps: PayoutDeps,
  doer: MoneyDoer,
  row: PayoutRow,
  {
    externalId,
    arrivesAtMs,
    nextLookAt,
  }: { externalId: string; arrivesAtMs?: number | undefined; nextLookAt: number | null },
): Promise<PayoutRow> {
  const submittedAt = deps.clock.now();
  const arrivesAt = arrivesAtMs ?? row.arrivesAt;
  const moved = await move(trx, deps, doer, row, 'submit', { externalId, submittedAt, arrivesAt, nextLookAt });
  await settleTransfer(trx, deps, row.transferId, 'posted', externalId);
  return moved;
}

/** Unless it arrives at once. */
export async function tellOfSubmitted(trx: Executor, deps: PayoutDeps, row: PayoutRow): Promise<void> {
  const { id, freelancerId, label, netMinor, currency, arrivesAt, createdAt } = row;
  await tellPayee(trx, deps, freelancerId, {
    kind: 'payout.submitted',
    subject: { kind: 'payout', id },
    words: {
      amount: `${decimalText(money(netMinor, currency))} ${currency}`,
      method: label,
      date: isoInstant(arrivesAt ?? createdAt).slice(0, 10),
    },
    path: portalPaths.payouts(),
  });
}

/** It arrived; for some days the rail is still asked whether it came back. */
export async function bookPaid(trx: Executor, deps: PayoutDeps, doer: MoneyDoer, row: PayoutRow): Promise<PayoutRow> {
  const { returnWatchDays } = await readPolicy(trx, undefined, payoutsPolicy);
  const paidAt = deps.clock.now();
  const nextLookAt = row.rail === 'wire' || returnWatchDays === 0 ? null : paidAt + dayMs;
  const moved = await move(trx, deps, doer, row, 'pay', { paidAt, nextLookAt });
  await post(trx, deps, row, 'payoutPaid', paidEntries(row, row.provider));
  await tellOf(trx, deps, row, 'payout.paid');
  return moved;
}

/** It came to nothing: everything is available again. */
export async function bookBack(
  trx: Executor,
  deps: PayoutDeps,
  doer: MoneyDoer,
  row: PayoutRow,
  outcome: 'fail' | 'return',
  { reason, externalId = row.externalId }: { reason: string; externalId?: string | null },
): Promise<PayoutRow> {
  const ended = { reason, externalId, endedAt: deps.clock.now(), nextLookAt: null };
  const moved = await move(trx, deps, doer, row, outcome, ended);
  if (row.state === 'requested') await settleTransfer(trx, deps, row.transferId, 'voided', externalId);
  else {
    const from = row.state === 'paid' ? row.provider : 'clearing';
    await post(trx, deps, row, outcome === 'fail' ? 'payoutFailed' : 'payoutReturned', returnedEntries(row, from));
  }
  await tellOf(trx, deps, moved, outcome === 'fail' ? 'payout.failed' : 'payout.returned');
  return moved;
}

async function move(
  trx: Executor,
  deps: PayoutDeps,
  doer: MoneyDoer,
  row: PayoutRow,
  name: PayoutMove,
  change: Partial<PayoutRow>,
): Promise<PayoutRow> {
  const { id, freelancerId, state: from } = row;
  const { to } = requireMove(payoutMoves, 'payout', name, from);
  const changed = { ...change, state: to };
  if (!(await updatePayout(trx, id, [from], changed))) throw moveRefused('payout', name, from);
  const subject = { kind: 'payout', id } as const;
  const reason = change.reason ?? null;
  await recordPayeeMove(trx, deps, doer, { freelancerId, subject, move: name, from, to, reason });
  return { ...row, ...changed };
}

/** Each happens once to a payout. */
async function post(
  trx: Executor,
  deps: PayoutDeps,
  { id, label, rail, reason }: PayoutRow,
  kind: 'payoutPaid' | 'payoutFailed' | 'payoutReturned',
  entries: Parameters<typeof postTransfer>[2]['entries'],
): Promise<void> {
  const key = `payout ${id} ${kind === 'payoutPaid' ? 'paid' : 'back'}`;
  const subject = { kind: 'payout', id };
  const transfer = { key, kind, tenantId: null, subject, details: { label, rail, reason }, entries };
  if (!(await postTransfer(trx, deps, transfer)).isNew) throw conflict('payout_booked', 'This was booked already.');
}

async function tellOf(
  trx: Executor,
  deps: PayoutDeps,
  { id, freelancerId, label, netMinor, amountMinor, currency, reason }: PayoutRow,
  kind: 'payout.paid' | 'payout.failed' | 'payout.returned',
): Promise<void> {
  const shown = money(kind === 'payout.paid' ? netMinor : amountMinor, currency);
  const amount = `${decimalText(shown)} ${currency}`;
  const subject = { kind: 'payout', id };
  const path = portalPaths.payouts();
  const words = { amount, method: label };
  if (kind === 'payout.paid') await tellPayee(trx, deps, freelancerId, { kind, subject, words, path });
  else await tellPayee(trx, deps, freelancerId, { kind, subject, words: { ...words, reason: reason ?? '' }, path });
}
