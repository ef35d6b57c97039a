import { writeFile } from 'node:fs/promises';
import type { App } from '@portico/api/app.ts';
import type { Deps } from '@portico/api/deps.ts';
import type { MemberRole } from '@portico/api/platform/auth/actor.ts';
import { createPersonWithPassword, makeOperator } from '@portico/api/platform/auth/create-person.ts';
import { personByEmail } from '@portico/api/platform/auth/people.ts';
import type { Executor } from '@portico/api/platform/database/database.ts';
import { addKey, addMember, allowOrigin, createTenant } from '@portico/api/platform/tenants/create-tenant.ts';
import type { Tenant } from '@portico/api/platform/tenants/tenant.ts';
import { readyThemes } from '@portico/themes/ready-themes.ts';
import { hostTenant, seedOperators } from './tenants.ts';
import type { SeedMember, SeedTenant } from './world.ts';

export type SeededApp = Pick<App, 'deps' | 'identity' | 'jobSearch'>;

/** A tenant with its members, in one transaction: it is there whole or not at all. */
export async function seedTenant({ deps, identity }: SeededApp, tenant: SeedTenant, hash: string): Promise<void> {
  const { slug, name, plan, country, accent, members } = tenant;
  if (await identity.directory.bySlug(slug)) return;
  const theme = readyThemes[accent as keyof typeof readyThemes];
  await deps.database.transaction(async (trx) => {
    const tenantId = await createTenant(trx, deps, { slug, name, plan, country, theme });
    for (const member of members) await seedMember(trx, deps, tenantId, member, hash);
  });
}

/** Who works there since a later version of the demo world. */
export async function seedNewMembers({ deps, identity }: SeededApp, tenant: SeedTenant, hash: string): Promise<void> {
  const { id } = (await identity.directory.bySlug(tenant.slug))!;
  for (const member of tenant.members) {
    if (await personByEmail(deps.database.db, member.email)) continue;
    await deps.database.transaction((trx) => seedMember(trx, deps, id, member, hash));
  }
}

async function seedMember(trx: Executor, deps: Deps, tenantId: string, member: SeedMember, hash: string) {
  const personId = await createPersonWithPassword(trx, deps, member, hash);
  await addMember(trx, deps, tenantId, personId, member.role ? [member.role] : []);
}

export async function seedOperatorDesks({ deps }: SeededApp, hash: string): Promise<void> {
  for (const operator of seedOperators) {
    if (await personByEmail(deps.database.db, operator.email)) continue;
    await deps.database.transaction(async (trx) => {
      const personId = await createPersonWithPassword(trx, deps, operator, hash);
      await makeOperator(trx, deps, personId, operator.role);
    });
  }
}

/** A new key for the demo intranet. @returns the key, which only `file` keeps */
export async function seedIntranetKey(app: SeededApp, file: string): Promise<string> {
  const { deps } = app;
  const { id: tenantId } = await getHostTenant(app);
  const admin = await getHostMember(app, 'accountAdmin');
  return deps.database.transaction(async (trx) => {
    const { key } = await addKey(trx, deps, tenantId, 'secret', 'Demo intranet', admin.id);
    // Before the key counts: an interruption leaves a file that opens nothing, never a key that nobody knows.
    await writeFile(file, key, { mode: 0o600 });
    return key;
  });
}

/** The intranet may have been started on another port than last time. */
export async function allowIntranet(app: SeededApp, intranetPort: number): Promise<void> {
  const { deps, identity } = app;
  const tenant = await getHostTenant(app);
  const origin = `http://localhost:${intranetPort}`;
  if (tenant.origins.has(origin)) return;
  await identity.authority.change(async (trx) => {
    await allowOrigin(trx, deps, tenant, origin);
    await identity.authority.record(trx, { tenantId: tenant.id });
  });
}

export async function getHostTenant({ identity }: SeededApp): Promise<Tenant> {
  const tenant = await identity.directory.bySlug(hostTenant.slug);
  if (!tenant) throw new Error(`the tenant ${hostTenant.slug} is missing`);
  return tenant;
}

export async function getHostMember({ deps }: SeededApp, role: MemberRole) {
  const { email } = hostTenant.members.find((member) => member.role === role)!;
  const person = await personByEmail(deps.database.db, email);
  if (!person) throw new Error(`${email} is missing`);
  return person;
}
