import type { MemberRole } from '../platform/auth/actor.ts';
import { createPersonWithPassword, passwordHash } from '../platform/auth/create-person.ts';
import { addKey, addMember, createTenant, type NewTenant } from '../platform/tenants/create-tenant.ts';
import { ownOrigin, type TestApp } from './test-app.ts';

export const testPassword = 'correct horse battery';
/** One for all: the hash is slow on purpose. */
export const testPasswordHash = passwordHash(testPassword);

export type TestTenant = {
  id: string;
  slug: string;
  secretKey: string;
  secretKeyId: string;
  publishableKey: string;
  /** Member ids by e-mail. */
  members: Map<string, string>;
};

/** A tenant with members and keys, made by the code that makes real ones. */
export async function createTestTenant(
  { deps, identity }: TestApp,
  tenant: Partial<NewTenant> & { slug: string },
  members: Record<string, readonly MemberRole[]> = {},
): Promise<TestTenant> {
  const hash = await testPasswordHash;
  return identity.authority.change(async (trx) => {
    const id = await createTenant(trx, deps, { name: tenant.slug, plan: 'enterprise', ...tenant });
    const memberIds = new Map<string, string>();
    for (const [email, roles] of Object.entries(members)) {
      const personId = await createPersonWithPassword(trx, deps, { email, name: email.split('@')[0]! }, hash);
      memberIds.set(email, await addMember(trx, deps, id, personId, roles));
    }
    const secret = await addKey(trx, deps, id, 'secret', 'server', 'test');
    const publishable = await addKey(trx, deps, id, 'publishable', 'page', 'test');
    return {
      id,
      slug: tenant.slug,
      secretKey: secret.key,
      secretKeyId: secret.id,
      publishableKey: publishable.key,
      members: memberIds,
    };
  });
}

export const acmeIntranet = 'https://intranet.acme.example';

/** Two clients who must know nothing of each other. @returns Acme, which has a domain and an intranet of its own */
export async function createAcmeAndGlobex(app: TestApp): Promise<TestTenant> {
  await createTestTenant(
    app,
    { slug: 'globex', plan: 'basic', origins: ['https://globex.example'] },
    { 'olga@globex.example': ['owner'] },
  );
  return createTestTenant(
    app,
    { slug: 'acme', name: 'Acme', domains: ['talent.acme.example'], origins: [acmeIntranet] },
    {
      'owner@acme.example': ['owner'],
      'admin@acme.example': ['accountAdmin'],
      'rita@acme.example': ['recruiter', 'approver'],
    },
  );
}

/** Headers of a page of ours on which this person is signed in. */
export async function signIn(
  app: TestApp,
  email: string,
  origin = ownOrigin,
): Promise<{ cookie: string; origin: string }> {
  const answer = await app.send(
    'POST',
    `${origin}/v1/auth/sign-in/email`,
    { email, password: testPassword },
    { origin },
  );
  const cookie = answer.headers.getSetCookie().find((set) => set.includes('session_token'));
  if (!cookie) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`);
  return { cookie: cookie.split(';')[0]!, origin };
}

export type MintedSession = { id: string; token: string; expiresAt: string; apiBase: string };

/** A widget session as a host's server asks for it. */
export async function mintEmbedToken(
  app: TestApp,
  tenant: TestTenant,
  asked: { email: string; origins: string[]; widgets?: Record<string, Record<string, boolean>>; ttlSeconds?: number },
): Promise<MintedSession> {
  const { email, widgets = { talentSearch: {} }, ...rest } = asked;
  const answer = await app.send(
    'POST',
    '/v1/embed/sessions',
    { member: { email }, widgets, ...rest },
    { authorization: `Bearer ${tenant.secretKey}` },
  );
  if (answer.status !== 201) throw new Error(`minting answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as MintedSession;
}

/** The code of a problem answer, after its status. */
export async function refusalOf(answer: Response): Promise<[number, string]> {
  const problem = (await answer.json()) as { code: string };
  return [answer.status, problem.code];
}
