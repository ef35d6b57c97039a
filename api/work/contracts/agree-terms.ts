import type { Clock } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { insertTerms, updateTerms } from './store.ts';
import type { ContractTermsRow } from './table.ts';
import { touchContract } from './touch-contract.ts';

/** Keeps a version that both have signed. A second one of the same number breaks the key and with it the transaction. */
export async function agreeTerms(
  trx: Executor,
  deps: { clock: Clock },
  scope: TenantScope,
  version: Omit<ContractTermsRow, 'tenantId'>,
): Promise<void> {
  await insertTerms(trx, { ...version, tenantId: scope.tenantId });
  await touchContract(trx, deps, scope, version.contractId);
}

/** From now on these are the terms that everybody reads. Weeks keep theirs by `termsOfWeek`. */
export async function putTermsInForce(
  trx: Executor,
  deps: { clock: Clock },
  scope: TenantScope,
  { contractId, version, terms, termsHash }: Pick<ContractTermsRow, 'contractId' | 'version' | 'terms' | 'termsHash'>,
): Promise<void> {
  await updateTerms(trx, scope, contractId, { termsVersion: version, terms, termsHash });
  await touchContract(trx, deps, scope, contractId, { isActivity: false });
}
