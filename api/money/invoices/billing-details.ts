import { type Doer, recordAudit } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { LedgerDeps } from '../ledger/post-transfer.ts';
import { findBillingDetails, saveBillingDetailsRow } from './billing-details-store.ts';
import type { BillingDetails } from './schema.ts';

const blank: BillingDetails = {
  legalName: '',
  street: '',
  postalCode: '',
  city: '',
  region: '',
  country: null,
  vatId: '',
  reference: '',
  splitBy: 'none',
};

/** Revision 0: nobody has written any. */
export async function readBillingDetails(
  db: Executor,
  scope: TenantScope,
): Promise<{ details: BillingDetails; revision: number }> {
  const found = await findBillingDetails(db, scope);
  if (!found) return { details: blank, revision: 0 };
  const { tenantId: _tenant, updatedAt: _at, revision, ...details } = found;
  return { details, revision };
}

/** From the next document on: what was issued stays as it is. @throws 412 changed_meanwhile */
export async function saveBillingDetails(
  trx: Executor,
  deps: LedgerDeps,
  scope: TenantScope,
  doer: Doer,
  fromRevision: number,
  details: BillingDetails,
): Promise<void> {
  const before = await readBillingDetails(trx, scope);
  if (!(await saveBillingDetailsRow(trx, scope, fromRevision, { ...details, updatedAt: deps.clock.now() })))
    throw new Refusal(
      412,
      'changed_meanwhile',
      'Somebody changed this meanwhile; your change was not saved. Read it again.',
    );
  await recordAudit(trx, deps, scope, doer, {
    action: 'billing.detailsChanged',
    object: { kind: 'billingDetails', id: scope.tenantId },
    details: { before: before.details, after: details },
    before: before.details,
    after: details,
  });
}
