import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { WorkedWithUs } from '../../talent/search/worked-with-us.ts';
import type { ContractState } from './contract.ts';
import { findContract, listStartedFreelancers } from './store.ts';

/** Answers talent search: whoever had a contract that started. */
export function workedWithUs(db: Executor): WorkedWithUs {
  return async (scope) => new Set((await listStartedFreelancers(db, scope)).map(({ freelancerId }) => freelancerId));
}

export async function contractStateOf(
  db: Executor,
  scope: TenantScope,
  id: string,
): Promise<ContractState | undefined> {
  return (await findContract(db, scope, id))?.state;
}
