import { actorId, type Doer, recordAudit } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, Refusal } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type LedgerDeps, postTransfer } from '../ledger/post-transfer.ts';
import { readBalance } from '../ledger/read-ledger.ts';
import { type Money, money } from '../money.ts';
import { findCreditLine, insertCreditLine, updateCreditLine } from './store.ts';

/**
 * What a tenant may buy before it pays. The limit is moved to where purchases take it from, so the ledger refuses what
 * is over it.
 * @param fromRevision 0 where there was none
 * @throws 409 credit_in_use, 412 changed_meanwhile
 */
export async function setCreditLine(
  trx: Executor,
  deps: LedgerDeps,
  scope: TenantScope,
  doer: Doer,
  fromRevision: number,
  { limit, days }: { limit: Money; days: number },
): Promise<void> {
  const before = await findCreditLine(trx, scope);
  if ((before?.revision ?? 0) !== fromRevision) throw changedMeanwhile();
  const revision = fromRevision + 1;
  if (before && before.currency !== limit.currency) {
    await moveLimit(trx, deps, scope, `${revision} ${before.currency}`, money(0 - before.limitMinor, before.currency));
    await moveLimit(trx, deps, scope, `${revision}`, limit);
  } else {
    const by = money(limit.amountMinor - (before?.limitMinor ?? 0), limit.currency);
    await moveLimit(trx, deps, scope, `${revision}`, by);
  }
  const row = {
    currency: limit.currency,
    limitMinor: limit.amountMinor,
    days,
    setBy: actorId(doer.actor) ?? '',
    updatedAt: deps.clock.now(),
  };
  const isSet = before
    ? await updateCreditLine(trx, scope, fromRevision, row)
    : await insertCreditLine(trx, { ...row, tenantId: scope.tenantId, revision });
  if (!isSet) throw changedMeanwhile();
  await recordAudit(trx, deps, scope, doer, {
    action: 'creditLine.set',
    object: { kind: 'creditLine', id: scope.tenantId },
    details: {
      before: before ? { limitMinor: before.limitMinor, currency: before.currency, days: before.days } : null,
      after: { limitMinor: limit.amountMinor, currency: limit.currency, days },
    },
    before: before ?? null,
    after: { ...before, ...row },
  });
}

async function moveLimit(
  trx: Executor,
  deps: LedgerDeps,
  { tenantId }: TenantScope,
  step: string,
  { amountMinor, currency }: Money,
): Promise<void> {
  if (amountMinor === 0) return;
  const credit = { kind: 'clientCredit', ownerId: tenantId } as const;
  const { availableMinor } = await readBalance(trx, credit, currency);
  if (availableMinor + amountMinor < 0) throw creditInUse();
  await postTransfer(trx, deps, {
    key: `creditLine ${tenantId} ${step}`,
    kind: 'creditLine.set',
    tenantId,
    subject: { kind: 'creditLine', id: tenantId },
    entries: [
      { account: { kind: 'creditLine', ownerId: tenantId }, amount: money(0 - amountMinor, currency) },
      { account: credit, amount: money(amountMinor, currency) },
    ],
  });
}

const changedMeanwhile = () =>
  new Refusal(
    412,
    'changed_meanwhile',
    'Somebody changed this credit line meanwhile; your change was not saved. Read it again.',
  );
const creditInUse = () =>
  conflict(
    'credit_in_use',
    'More than this is in use, so the limit cannot be so low; nothing was changed. It can fall as invoices are paid.',
  );
