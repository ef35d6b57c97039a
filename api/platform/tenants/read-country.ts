import type { Executor } from '../database/database.ts';
import { findCountry } from './store.ts';
import type { TenantScope } from './tenant-scope.ts';

/** ISO 3166 code of where a tenant has its seat; undefined until somebody has said it. */
export async function readCountry(db: Executor, scope: TenantScope): Promise<string | undefined> {
  return (await findCountry(db, scope)) ?? undefined;
}
