import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { addToSums, insertEntries } from './commitment-store.ts';
import type { SpendingDeps } from './deps.ts';
import type { Exposure } from './exposure.ts';
import { purchaseOrderUnknown, whyRefused } from './refusals.ts';
import { findByNumber, keepsAny } from './store.ts';
import type { CommitmentRow, SpendingCause, SpendingEntryRow } from './table.ts';
import { noticeUse } from './watch-use.ts';

export type Place = Pick<CommitmentRow, 'purchaseOrder' | 'costCenter' | 'team'>;
export type Delta = { place: Place; part: SpendingEntryRow['part']; amountMinor: number };

/**
 * `guarded`: only within an open, valid purchase order that has so much left. `mayExceed`: approved to take more.
 * `owed`: work that was done, or what was agreed on before, is booked in any case.
 */
export type Guarding = 'guarded' | 'mayExceed' | 'owed';

export type Why = { cause: SpendingCause; paymentId?: string };

/**
 * Books what changed of a commitment: entries that stay for good, and the sums of the purchase orders they belong to.
 * @throws 409 purchase_order_closed, _draft, _expired, _not_valid_yet, _exceeded, 422 purchase_order_unknown, _other_currency
 */
export async function bookDeltas(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  doer: Doer,
  commitment: Pick<CommitmentRow, 'id' | 'currency' | 'offerId' | 'contractId' | 'exposure'>,
  deltas: readonly Delta[],
  { cause, paymentId }: Why,
  guarding: Guarding,
): Promise<void> {
  const real = deltas.filter(({ amountMinor }) => amountMinor !== 0);
  const { id, currency, offerId, contractId } = commitment;
  const at = deps.clock.now();
  await insertEntries(
    trx,
    real.map(({ place, part, amountMinor }) => ({
      id: deps.newId('se'),
      tenantId: scope.tenantId,
      commitmentId: id,
      ...placeOf(place),
      part,
      cause,
      amountMinor,
      currency,
      offerId,
      contractId,
      paymentId: paymentId ?? null,
      ...(part === 'spent' ? { fromAt: null, untilAt: null } : spanOf(commitment.exposure)),
      at,
    })),
  );
  const byNumber = Map.groupBy(real, ({ place }) => place.purchaseOrder);
  // Always in one order, so that two who touch the same two never wait for each other.
  for (const number of [...byNumber.keys()].filter((known) => known !== null).toSorted())
    await addTo(trx, deps, scope, doer, number, byNumber.get(number)!, currency, guarding);
  const costCenters = [...new Set(real.flatMap(({ place }) => place.costCenter ?? []))];
  for (const costCenter of costCenters)
    await deps.outbox.record(trx, 'spendingChanged', scope.tenantId, { tenantId: scope.tenantId, costCenter }, at);
}

async function addTo(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  doer: Doer,
  number: string,
  deltas: readonly Delta[],
  currency: string,
  guarding: Guarding,
): Promise<void> {
  const sumOf = (isSpent: boolean) =>
    deltas.reduce((sum, { part, amountMinor }) => sum + ((part === 'spent') === isSpent ? amountMinor : 0), 0);
  const [committedMinor, spentMinor] = [sumOf(false), sumOf(true)];
  const more = committedMinor + spentMinor;
  const nowMs = deps.clock.now();
  const isGuarded = guarding !== 'owed' && (more > 0 || spentMinor > 0);
  const guard = isGuarded ? { currency, nowMs, mayExceed: guarding === 'mayExceed' } : undefined;
  const row = await addToSums(trx, scope, number, { committedMinor, spentMinor }, guard);
  if (row) return noticeUse(trx, deps, scope, doer, row);
  const known = await findByNumber(trx, scope, number);
  if (known) throw whyRefused(known, more, currency, nowMs);
  if (isGuarded && (await keepsAny(trx, scope))) throw purchaseOrderUnknown(number);
}

function spanOf(exposure: string): { fromAt: number | null; untilAt: number | null } {
  const { startsAtMs, endsAtMs }: Partial<Exposure> = JSON.parse(exposure);
  return { fromAt: startsAtMs ?? null, untilAt: endsAtMs ?? null };
}

export function placeOf({ purchaseOrder, costCenter, team }: Place): Place {
  return { purchaseOrder, costCenter, team };
}

declare module '../../platform/events/events.ts' {
  interface EventPayloads {
    spendingChanged: { tenantId: string; costCenter: string };
  }
}
