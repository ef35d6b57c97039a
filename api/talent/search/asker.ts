import { isMember, isPerson } from '../../platform/auth/actor.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { HttpContext, RequestTenant } from '../../platform/http/environment.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readSavedAmong } from '../lists/read-saved.ts';
import { type NamedPool, readPools } from '../talent-pools/read-for-search.ts';
import type { WorkedWithUs } from './worked-with-us.ts';

/** What search may show to whoever asks, and what it knows of their tenant. */
export type Asker = {
  tenantId: string | null;
  seesSignedIn: boolean;
  pools: readonly NamedPool[];
  workedWithUs: ReadonlySet<string>;
  savedAmong: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
};

const nobody: ReadonlySet<string> = new Set();

/** A tenant's pools and history are for its members and its own server; saved marks for members. */
export async function readAsker(c: HttpContext, db: Executor, workedWithUs: WorkedWithUs): Promise<Asker> {
  const actor = c.get('actor');
  const [scope, tenant] = [c.get('scope'), c.get('tenant')];
  const asker: Asker = {
    tenantId: scope?.tenantId ?? null,
    seesSignedIn: isPerson(actor) || actor.kind === 'secretKey',
    pools: [],
    workedWithUs: nobody,
    savedAmong: async () => nobody,
  };
  if (!scope || !tenant || !(isMember(actor) || actor.kind === 'secretKey')) return asker;
  return {
    ...(await readTenantAsker(db, scope, tenant, workedWithUs)),
    savedAmong: isPerson(actor) ? (ids) => readSavedAmong(db, scope, actor.personId, ids) : asker.savedAmong,
  };
}

/** How anybody of a tenant sees talent. */
export async function readTenantAsker(
  db: Executor,
  scope: TenantScope,
  tenant: Pick<RequestTenant, 'plan'>,
  workedWithUs: WorkedWithUs,
): Promise<Asker> {
  const [pools, known] = await Promise.all([readPools(db, scope, tenant), workedWithUs(scope)]);
  return {
    tenantId: scope.tenantId,
    seesSignedIn: true,
    pools,
    workedWithUs: known,
    savedAmong: async () => nobody,
  };
}
