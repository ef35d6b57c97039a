import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { Owner } from './list-store.ts';

/** Lists of contracts as contract-status shows them. */

export { ownContract as getOwnContractRow } from './contract-answers.ts';
export type { ListFilter, ListPlace, Owner } from './list-store.ts';
export {
  countFiltered as countContracts,
  listChanged as readChangedContracts,
  listFiltered as readContractList,
  listStale as readStaleContracts,
  updateDue as recordDue,
} from './list-store.ts';
export { listPauses as readPauses } from './pause-store.ts';
export { getContractRow } from './store.ts';
export type { ContractPauseRow, ContractRow } from './table.ts';
export { noDueAt } from './table.ts';

export const ownerOfTenant = ({ tenantId }: TenantScope): Owner => ({ side: 'client', tenantId });
export const ownerOfFreelancer = ({ freelancerId }: FreelancerScope, tenant: TenantScope | undefined): Owner => ({
  side: 'freelancer',
  freelancerId,
  tenantId: tenant?.tenantId,
});
