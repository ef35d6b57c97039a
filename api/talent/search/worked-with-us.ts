import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';

/** Freelancers who had a contract with the tenant; the work wing answers it, above this one. */
export type WorkedWithUs = (scope: TenantScope) => Promise<ReadonlySet<string>>;

/** True as long as the installation keeps no contracts: nobody has worked with anybody. */
export const nobodyYet: WorkedWithUs = async () => new Set();
