import { createMiddleware } from 'hono/factory';
import { type EmbedTokens, sessionDenied, sourceIds } from '../embed-sessions/embed-token.ts';
import { effectiveGrants } from '../embed-sessions/widget-features.ts';
import type { HttpContext, HttpEnv } from '../http/environment.ts';
import { Refusal } from '../http/problem.ts';
import type { ApiKeys } from '../tenants/api-keys.ts';
import { requirePlan } from '../tenants/require-feature.ts';
import type { Site } from '../tenants/site.ts';
import type { TenantDirectory } from '../tenants/tenant-directory.ts';
import { setTenant } from '../tenants/tenant-of-request.ts';
import { type Actor, anonymous, type Person, rolesAnywhere } from './actor.ts';
import type { Authority } from './authority.ts';
import { originNotAllowed } from './cross-origin.ts';
import type { PersonAuthority } from './person-authority.ts';
import { pageOrigin } from './same-site.ts';
import type { SignIns } from './sign-ins.ts';

export type ActorDeps = {
  site: Site;
  directory: TenantDirectory;
  authority: Authority;
  tokens: EmbedTokens;
  apiKeys: ApiKeys;
  signIns: SignIns;
};

/** Who acts: a widget session or a key by the Authorization header, else the person of the sign-in cookie, else nobody. */
export function actorOfRequest(deps: ActorDeps) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    c.set('actor', anonymous);
    const authorization = c.req.header('authorization');
    c.set('actor', authorization === undefined ? await byCookie(c, deps) : await byBearer(c, deps, authorization));
    await next();
  });
}

function byBearer(c: HttpContext, deps: ActorDeps, authorization: string): Promise<Actor> {
  const credential = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization)?.[1];
  if (!credential) throw sessionDenied();
  return /^(sk|pk)_/.test(credential) ? byKey(c, deps, credential) : byEmbedToken(c, deps, credential);
}

async function byEmbedToken(
  c: HttpContext,
  { tokens, authority, directory, site }: ActorDeps,
  token: string,
): Promise<Actor> {
  const claims = await tokens.verify(token);
  const origin = pageOrigin(c, site);
  if (origin === undefined || !claims.origins.includes(origin)) throw originNotAllowed();
  if ([claims.sessionId, ...sourceIds(claims)].some(authority.isEnded)) throw sessionDenied();
  const tenant = await requireTenant(c, directory, claims.tenantId, sessionDenied);
  // The portal shows widgets on every plan, host pages only on one that includes them, also right after a change.
  const isHostPage = claims.source.kind !== 'signIn';
  if (isHostPage) requirePlan(tenant.plan, 'widgets');
  const person = await authority.person(claims.personId);
  if (!person || person.isDisabled) throw sessionDenied();
  const rights = rightsIn(person, claims.tenantId);
  // The portal's own widgets also serve freelancers, who are members of no tenant.
  if (isHostPage && rolesAnywhere(rights).length === 0) throw sessionDenied();
  return {
    ...asPerson(person, rights),
    operatorRoles: [],
    via: {
      kind: 'embed',
      sessionId: claims.sessionId,
      grants: effectiveGrants(claims.widgets, rolesAnywhere(rights)),
      elevated: claims.elevated,
      sourceIds: sourceIds(claims),
      ...(isHostPage && { hostOrigin: origin }),
    },
  };
}

async function byKey(c: HttpContext, { apiKeys, authority, directory, site }: ActorDeps, key: string): Promise<Actor> {
  const found = await apiKeys.find(key);
  if (!found || authority.isEnded(found.id)) throw keyUnknown();
  const tenant = await requireTenant(c, directory, found.tenantId, keyUnknown);
  const origin = pageOrigin(c, site);
  if (found.kind === 'publishable') {
    if (origin === undefined || !tenant.origins.has(origin)) throw originNotAllowed();
    requirePlan(tenant.plan, 'widgets');
    await apiKeys.noteUse(found.id, useOf(c));
    return { kind: 'publishableKey', keyId: found.id, tenantId: found.tenantId };
  }
  if (origin !== undefined) throw secretKeyInBrowser();
  await apiKeys.noteUse(found.id, useOf(c));
  return { kind: 'secretKey', keyId: found.id, tenantId: found.tenantId };
}

async function byCookie(c: HttpContext, { signIns, authority }: ActorDeps): Promise<Actor> {
  if (c.req.header('cookie') === undefined) return anonymous;
  const signIn = await signIns.ofRequest(c);
  if (!signIn) return anonymous;
  const person = await authority.person(signIn.personId);
  if (!person || person.isDisabled || !person.isVerified) return anonymous;
  const freelancerId = person.freelancerId ?? (await authority.findFreelancerId(person.personId));
  return {
    ...asPerson(person, rightsIn(person, c.get('tenant')?.id)),
    freelancerId,
    via: { kind: 'cookie', sessionId: signIn.sessionId, signedInAtMs: signIn.signedInAtMs },
  };
}

/** The credential decides the tenant when the address names none; when both do they must agree. */
async function requireTenant(c: HttpContext, directory: TenantDirectory, tenantId: string, refusal: () => Refusal) {
  const named = c.get('tenant');
  if (named && named.id !== tenantId) throw refusal();
  const tenant = await directory.byId(tenantId);
  if (!tenant) throw refusal();
  if (!named) setTenant(c, tenant);
  return tenant;
}

function asPerson(person: PersonAuthority, rights: ReturnType<typeof rightsIn>): Omit<Person, 'via'> {
  const { personId, email, freelancerId, operatorRoles } = person;
  return { kind: 'person', personId, email, freelancerId, ...rights, operatorRoles };
}

function rightsIn(
  person: PersonAuthority,
  tenantId: string | undefined,
): Pick<Person, 'roles'> & { teamRoles: Person['teamRoles'] } {
  const membership = person.isVerified ? person.memberships.find((held) => held.tenantId === tenantId) : undefined;
  return { roles: membership?.roles ?? [], teamRoles: membership?.teamRoles ?? {} };
}

const useOf = (c: HttpContext) => ({
  operation: `${c.req.method} ${c.req.path}`,
  address: c.get('clientAddress'),
});

const keyUnknown = () =>
  new Refusal(401, 'key_unknown', 'This key is not accepted here. Check which tenant it belongs to.');
const secretKeyInBrowser = () =>
  new Refusal(
    403,
    'secret_key_in_browser',
    'A secret key must never reach a browser. Revoke this one and use it on your server only.',
  );
