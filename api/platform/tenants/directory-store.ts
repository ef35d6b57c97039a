import type { Executor } from '../database/database.ts';
import { type Tenant, tenantFromRow } from './tenant.ts';

/** Queries that decide the tenant of a request, so they come before there is a scope. */
export async function findTenantId(db: Executor, by: 'slug' | 'host', name: string): Promise<string | undefined> {
  const found =
    by === 'slug'
      ? await db.selectFrom('tenants').select('id').where('slug', '=', name).executeTakeFirst()
      : await db.selectFrom('tenantDomains').select('tenantId as id').where('host', '=', name).executeTakeFirst();
  return found?.id;
}

export async function findTenantWithSettings(db: Executor, id: string): Promise<Tenant | undefined> {
  const row = await db.selectFrom('tenants').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const [domains, origins] = await Promise.all([
    db
      .selectFrom('tenantDomains')
      .select('host')
      .where('tenantId', '=', id)
      .where('isActive', '=', 1)
      .orderBy('isPrimary', 'desc')
      .orderBy('createdAt')
      .orderBy('host')
      .execute(),
    db.selectFrom('tenantOrigins').select('origin').where('tenantId', '=', id).orderBy('origin').execute(),
  ]);
  return tenantFromRow(
    row,
    domains.map(({ host }) => host),
    origins.map(({ origin }) => origin),
  );
}

/** Of every tenant: freelancers look for work across them. */
export function listTenantBrands(db: Executor) {
  return db.selectFrom('tenants').select(['id', 'name', 'brandName', 'logo', 'country', 'createdAt']).execute();
}
