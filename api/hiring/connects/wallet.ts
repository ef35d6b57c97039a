import { type AccountRef, connectsUnit } from '../../money/ledger/ledger.ts';
import { postTransfer } from '../../money/ledger/post-transfer.ts';
import type { Money } from '../../money/money.ts';
import type { Clock, NewId } from '../../platform/clock/clock.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/events/events.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { connectsPolicy } from './policy.ts';
import * as store from './store.ts';
import type { LotRow, LotSource, WalletRow } from './table.ts';

export type ConnectsDeps = { clock: Clock; newId: NewId; outbox: Outbox };

const dayMs = 86_400_000;

export const connectsAccount = (freelancerId: string): AccountRef => ({ kind: 'connects', ownerId: freelancerId });
export const inConnects = (amountMinor: number): Money => ({ amountMinor, currency: connectsUnit });

/** `2026-11`, by UTC. */
export function monthOf(epochMs: number): string {
  return isoInstant(epochMs).slice(0, 7);
}

/**
 * First step of whatever changes a wallet: opens it on first use and brings it up to date. Until the transaction ends
 * nobody else changes it, so that lots and ledger move together.
 */
export async function takeTurn(trx: Executor, deps: ConnectsDeps, freelancerId: string): Promise<void> {
  const nowMs = deps.clock.now();
  const opened = { freelancerId, grantedMonth: '', turns: 0, openedAt: nowMs };
  if (!(await store.findWallet(trx, freelancerId))) await store.insertWalletOnce(trx, opened);
  const wallet = await store.raiseTurns(trx, freelancerId);
  await grantThisMonth(trx, deps, wallet);
  await expireLots(trx, deps, freelancerId);
}

/** A month in which nobody looked and the clock did not run is not made up for. */
async function grantThisMonth(trx: Executor, deps: ConnectsDeps, { freelancerId, grantedMonth }: WalletRow) {
  const month = monthOf(deps.clock.now());
  if (grantedMonth >= month) return;
  await store.setGrantedMonth(trx, freelancerId, month);
  const { monthlyGrant, lotDays } = await readPolicy(trx, undefined, connectsPolicy);
  if (monthlyGrant === 0) return;
  const { id, isNew } = await postTransfer(trx, deps, {
    key: `connects.grant ${freelancerId} ${month}`,
    kind: 'connects.grant',
    tenantId: null,
    subject: { kind: 'freelancer', id: freelancerId },
    details: { month },
    entries: [
      { account: { kind: 'connectsIssued', ownerId: '' }, amount: inConnects(-monthlyGrant) },
      { account: connectsAccount(freelancerId), amount: inConnects(monthlyGrant) },
    ],
  });
  if (isNew) await addLot(trx, deps, freelancerId, 'grant', id, monthlyGrant, lotDays);
}

async function expireLots(trx: Executor, deps: ConnectsDeps, freelancerId: string): Promise<void> {
  const nowMs = deps.clock.now();
  for (const { id, remaining, expiresAt } of await store.listLots(trx, freelancerId)) {
    if (expiresAt > nowMs) return;
    if (!(await store.expireLot(trx, id, remaining))) continue;
    await postTransfer(trx, deps, {
      key: `connects.expiry ${id}`,
      kind: 'connects.expiry',
      tenantId: null,
      subject: { kind: 'connectsLot', id },
      entries: [
        { account: connectsAccount(freelancerId), amount: inConnects(-remaining) },
        { account: { kind: 'connectsExpired', ownerId: '' }, amount: inConnects(remaining) },
      ],
    });
  }
}

export async function addLot(
  trx: Executor,
  { clock, newId }: ConnectsDeps,
  freelancerId: string,
  source: LotSource,
  transferId: string,
  amount: number,
  days: number,
): Promise<void> {
  const nowMs = clock.now();
  const lot: LotRow = {
    id: newId('cl'),
    freelancerId,
    source,
    transferId,
    amount,
    remaining: amount,
    state: 'valid',
    acquiredAt: nowMs,
    expiresAt: nowMs + days * dayMs,
    warnedAt: null,
  };
  await store.insertLot(trx, lot);
}

/** Takes what a transfer spends or holds from the lots that expire soonest, and remembers from which. */
export async function takeFromLots(trx: Executor, freelancerId: string, transferId: string, amount: number) {
  const uses = [];
  let left = amount;
  for (const lot of await store.listLots(trx, freelancerId)) {
    const taken = Math.min(left, lot.remaining);
    if (!(await store.takeFromLot(trx, lot.id, taken))) break;
    uses.push({ transferId, lotId: lot.id, amount: taken });
    left -= taken;
    if (left === 0) break;
  }
  if (left > 0) throw new Error(`the lots of ${freelancerId} hold ${left} fewer connects than the ledger says`);
  await store.insertLotUses(trx, uses);
}

/**
 * Puts what a transfer took back to where it was. What is from a lot that has expired meanwhile becomes a lot of its
 * own: nobody loses connects to how long a client took.
 */
export async function giveBackToLots(
  trx: Executor,
  deps: ConnectsDeps,
  freelancerId: string,
  takenBy: string,
  broughtBy: string,
): Promise<void> {
  let late = 0;
  for (const { lotId, amount } of await store.listLotUses(trx, takenBy)) {
    if (!(await store.giveBackToLot(trx, lotId, amount, deps.clock.now()))) late += amount;
  }
  if (late === 0) return;
  const { returnedLotDays } = await readPolicy(trx, undefined, connectsPolicy);
  await addLot(trx, deps, freelancerId, 'returned', broughtBy, late, returnedLotDays);
}
