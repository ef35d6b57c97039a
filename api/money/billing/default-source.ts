import type { Doer } from '../../platform/audit/record-audit.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { FundingSource } from '../payments/payment.ts';
import * as store from './store.ts';
import type { BillingAccountRow } from './table.ts';

type Deps = { clock: Clock; newId: NewId };

/** What pays where nothing else is chosen; undefined when nothing was saved yet. */
export async function readDefaultSource(db: Executor, scope: TenantScope): Promise<FundingSource | undefined> {
  const account = await store.findAccount(db, scope);
  return account && sourceOf(account);
}

export function sourceOf({ defaultKind, defaultMethodId }: BillingAccountRow): FundingSource | undefined {
  if (defaultKind !== 'method') return { kind: defaultKind };
  return defaultMethodId === null ? undefined : { kind: 'method', methodId: defaultMethodId };
}

/** The caller has made sure that a method is this tenant's and active. */
export async function setDefaultSource(
  trx: Executor,
  deps: Deps,
  scope: TenantScope,
  doer: Doer,
  source: FundingSource,
): Promise<void> {
  await store.putAccount(trx, scope, columnsOf(source), deps.clock.now());
  await recordAudit(trx, deps, scope, doer, {
    action: 'billing.defaultSourceChanged',
    object: { kind: 'tenant', id: scope.tenantId },
    details: { source },
    after: source,
  });
}

/** The first method that is saved pays until somebody chooses. */
export async function setDefaultIfNone(
  trx: Executor,
  deps: Deps,
  scope: TenantScope,
  source: FundingSource,
): Promise<void> {
  if (await readDefaultSource(trx, scope)) return;
  await store.putAccount(trx, scope, columnsOf(source), deps.clock.now());
}

/** A method that was removed pays for nothing. */
export async function forgetDefault(trx: Executor, deps: Deps, scope: TenantScope, methodId: string): Promise<void> {
  const standing = await readDefaultSource(trx, scope);
  if (standing?.kind !== 'method' || standing.methodId !== methodId) return;
  await store.putAccount(trx, scope, { defaultKind: 'method', defaultMethodId: null }, deps.clock.now());
}

function columnsOf(source: FundingSource): Pick<BillingAccountRow, 'defaultKind' | 'defaultMethodId'> {
  return { defaultKind: source.kind, defaultMethodId: source.kind === 'method' ? source.methodId : null };
}
