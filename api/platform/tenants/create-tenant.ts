import type { TenantTheme } from '@portico/themes/tokens.ts';
import type { MemberRole } from '../auth/actor.ts';
import { authInstant } from '../auth/auth-instant.ts';
import type { Clock, NewId } from '../clock/clock.ts';
import type { Executor } from '../database/database.ts';
import { type KeyKind, makeKey } from './api-keys.ts';
import { insertKey } from './key-store.ts';
import type { Plan } from './plan.ts';
import { insertDomains, insertMember, insertTenant, replaceOrigins } from './store.ts';
import type { Tenant } from './tenant.ts';
import { tenantScope } from './tenant-scope.ts';

export type NewTenant = {
  slug: string;
  name: string;
  plan: Plan;
  brandName?: string;
  logoUrl?: string;
  locale?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  theme?: TenantTheme;
  /** Host names without a port. */
  domains?: readonly string[];
  origins?: readonly string[];
};

type CreateDeps = { clock: Clock; newId: NewId };

/** For the operator, seeds and tests, in the caller's transaction. @returns the tenant's id */
export async function createTenant(trx: Executor, { clock, newId }: CreateDeps, tenant: NewTenant): Promise<string> {
  const id = newId('tn');
  await insertTenant(trx, {
    id,
    slug: tenant.slug,
    name: tenant.name,
    brandName: tenant.brandName ?? null,
    logo: tenant.logoUrl ?? null,
    plan: tenant.plan,
    locale: tenant.locale ?? 'en',
    country: tenant.country ?? null,
    theme: JSON.stringify(tenant.theme ?? {}),
    brand: null,
    revision: 1,
    createdAt: authInstant(clock.now()),
  });
  await insertDomains(trx, tenantScope(id), tenant.domains ?? [], clock.now());
  await replaceOrigins(trx, tenantScope(id), tenant.origins ?? [], clock.now());
  return id;
}

/** Lets pages of one more origin use widgets; the caller tells the authority. */
export async function allowOrigin(trx: Executor, { clock }: CreateDeps, tenant: Tenant, origin: string): Promise<void> {
  await replaceOrigins(trx, tenantScope(tenant.id), [...new Set([...tenant.origins, origin])], clock.now());
}

export async function addMember(
  trx: Executor,
  { clock, newId }: CreateDeps,
  tenantId: string,
  personId: string,
  roles: readonly MemberRole[],
): Promise<string> {
  const id = newId('mb');
  await insertMember(trx, tenantScope(tenantId), {
    id,
    personId,
    role: roles.join(','),
    disabledAt: null,
    createdAt: authInstant(clock.now()),
  });
  return id;
}

/** @returns the key itself, which is kept nowhere */
export async function addKey(
  trx: Executor,
  { clock, newId }: CreateDeps,
  tenantId: string,
  kind: KeyKind,
  name: string,
  createdBy: string,
  expiresAt: number | null = null,
): Promise<{ id: string; key: string }> {
  const { key, hash, start } = makeKey(kind);
  const id = newId('key');
  await insertKey(trx, tenantScope(tenantId), {
    id,
    kind,
    name,
    hash,
    start,
    createdBy,
    createdAt: clock.now(),
    lastUsedAt: null,
    lastOperation: null,
    lastUsedFrom: null,
    expiresAt,
    revokedAt: null,
    replacedById: null,
  });
  return { id, key };
}
