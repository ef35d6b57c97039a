import type { ActingFreelancer } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { ContractState } from './contract.ts';
import { type AgreedContract, agreedOf } from './read-contracts.ts';
import { listContractsOf } from './store.ts';

const contractsMax = 200;

/** A freelancer's own contracts in some states, the newest first. */
export async function readOwnContracts(
  db: Executor,
  { freelancer, tenant }: ActingFreelancer,
  states: readonly ContractState[],
): Promise<AgreedContract[]> {
  const found: AgreedContract[] = [];
  for (const state of states)
    found.push(...(await listContractsOf(db, freelancer, tenant, { state, limit: contractsMax })).map(agreedOf));
  return found;
}
