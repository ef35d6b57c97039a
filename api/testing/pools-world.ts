import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { OpenAPIHono } from '@hono/zod-openapi';
import { type Actor, anonymous, type MemberRole, type Person } from '../platform/auth/actor.ts';
import { createAuthority } from '../platform/auth/authority.ts';
import type { HttpEnv, RequestTenant } from '../platform/http/environment.ts';
import { createTenant } from '../platform/tenants/create-tenant.ts';
import type { Plan } from '../platform/tenants/plan.ts';
import { createTenantDirectory } from '../platform/tenants/tenant-directory.ts';
import { tenantScope } from '../platform/tenants/tenant-scope.ts';
import { insertFreelancers } from '../talent/freelancers/insert-freelancers.ts';
import { freelancerIdOf } from '../talent/freelancers/read-freelancers.ts';
import { createBoardReads } from '../talent/talent-pools/board-reads.ts';
import { createPool, fillPool } from '../talent/talent-pools/change-pools.ts';
import { freelancerPoolRoutes } from '../talent/talent-pools/freelancer-routes.ts';
import { poolMemberRoutes } from '../talent/talent-pools/member-routes.ts';
import { operatorPoolRoutes } from '../talent/talent-pools/operator-routes.ts';
import { createProfileReads } from '../talent/talent-pools/profile-reads.ts';
import { talentPoolRoutes } from '../talent/talent-pools/routes.ts';
import type { MemberPage, PoolMemberDetail, TalentPoolDetail } from '../talent/talent-pools/schema.ts';
import { poolShareRoutes } from '../talent/talent-pools/share-routes.ts';
import { watchPools } from '../talent/talent-pools/watch-pools.ts';
import { openContract } from '../work/contracts/open-contract.ts';
import { poolPorts } from '../work/contracts/read-for-pools.ts';
import type { AgreedTerms } from '../work/contracts/schema.ts';
import { inWidget, signedIn } from './actors.ts';
import { madeFreelancer } from './made-freelancers.ts';
import { sliceApp, testDeps } from './slice-app.ts';

type Made = Omit<Parameters<typeof madeFreelancer>[1], 'id'>;

/** Talent pools of three companies and of the installation, with real contracts behind them. */
export function poolsWorld() {
  let deps: Awaited<ReturnType<typeof testDeps>>;
  let app: ReturnType<typeof sliceApp>;
  const tenants = new Map<string, RequestTenant>();

  before(async () => {
    deps = await testDeps();
    const authority = createAuthority({ ...deps, findFreelancerId: freelancerIdOf });
    const { db } = deps.database;
    const directory = createTenantDirectory(deps.database, authority);
    const readProfiles = createProfileReads(db);
    const readBoardMembers = createBoardReads(db, readProfiles);
    const whole = { ...deps, directory, ports: poolPorts(db), readProfiles, readBoardMembers };
    const routes = new OpenAPIHono<HttpEnv>();
    for (const make of [talentPoolRoutes, poolMemberRoutes, poolShareRoutes, freelancerPoolRoutes, operatorPoolRoutes])
      routes.route('/', make(whole));
    app = sliceApp(routes);
    watchPools(whole);
    const kinds: [string, Plan][] = [
      ['acme', 'enterprise'],
      ['globex', 'enterprise'],
      ['fennec', 'pro'],
      ['plain', 'basic'],
    ];
    for (const [slug, plan] of kinds)
      await deps.database.transaction(async (trx) => {
        const id = await createTenant(trx, deps, { slug, name: slug, plan });
        tenants.set(slug, { id, slug, plan });
      });
  });
  after(() => deps.database.close());

  const tenant = (slug: string): RequestTenant => tenants.get(slug)!;
  const send = (actor: Actor, slug: string | null, method: string, path: string, body?: unknown, ifMatch?: string) =>
    app
      .as(actor, slug === null ? null : tenant(slug))
      .request(method, path, body, ifMatch === undefined ? {} : { 'if-match': ifMatch });
  const ask = async <Answer>(...sent: Parameters<typeof send>): Promise<Answer> => {
    const answer = await send(...sent);
    assert.ok(answer.status < 300, `${sent[2]} ${sent[3]}: ${answer.status} ${await answer.clone().text()}`);
    return answer.status === 204 ? (undefined as Answer) : ((await answer.json()) as Answer);
  };

  return {
    deps: () => deps,
    tenant,
    send,
    ask,
    /** Status and code of a refusal. */
    refused: async (...sent: Parameters<typeof send>): Promise<[number, string]> => {
      const answer = await send(...sent);
      const { code = '' } = answer.status === 204 ? {} : ((await answer.json()) as { code?: string });
      return [answer.status, code];
    },
    recruiter: signedIn('pe_recruiter', ['recruiter']),
    member: (role: MemberRole) => signedIn(`pe_${role}`, [role]),
    widget: (role: MemberRole, ...features: string[]) =>
      inWidget(signedIn(`pe_${role}`, [role]), {
        talentPool: Object.fromEntries(features.map((feature) => [feature, true])),
      }),
    nobody: anonymous,
    vetter: { ...signedIn('pe_vetter'), operatorRoles: ['vetter'] } as Person,
    freelancer: (name: string): Person => ({ ...signedIn(`pe_${name}`), freelancerId: `fr_${name}` }),
    async freelancers(people: Record<string, Made>): Promise<void> {
      const made = Object.entries(people).map(([name, row]) =>
        madeFreelancer(deps.clock.now(), { id: `fr_${name}`, personId: `pe_${name}`, name, hoursPerWeek: 40, ...row }),
      );
      await deps.database.transaction((trx) => insertFreelancers(trx, made));
    },
    /** A pool that holds these already. @param slug null: the installation’s */
    async pool(id: string, slug: string | null, names: readonly string[] = []): Promise<string> {
      await deps.database.transaction(async (trx) => {
        const nowMs = deps.clock.now();
        await createPool(trx, { id, tenantId: slug === null ? null : tenant(slug).id, name: id }, nowMs);
        const freelancerIds = names.map((name) => `fr_${name}`);
        await fillPool(trx, { poolId: id, freelancerIds, addedBy: 'pe_recruiter' }, nowMs);
      });
      return id;
    },
    /** By the hour, under way at once unless it names a later start. */
    contract(slug: string, name: string, hours: number | null, terms: Partial<AgreedTerms> = {}): Promise<string> {
      const actor = signedIn('pe_owner', ['owner']);
      const text: AgreedTerms = {
        title: 'Work',
        payment: {
          kind: 'hourly',
          rate: { amountMinor: 5000, currency: 'USD' },
          weeklyLimitHours: hours,
          manualTimeAllowed: true,
        },
        startsOn: null,
        endsOn: null,
        purchaseOrder: null,
        nda: false,
        text: '',
        template: null,
        ...terms,
      };
      return deps.database.transaction(async (trx) => {
        const signed = {
          freelancerId: `fr_${name}`,
          offerId: deps.newId('of'),
          offerVersion: 1,
          terms: JSON.stringify(text),
          termsHash: 'hash',
          jobPostId: null,
          proposalId: null,
          team: null,
          costCenter: null,
          clientPersonId: 'pe_owner',
          freelancerPersonId: `pe_${name}`,
        };
        const scope = tenantScope(tenant(slug).id);
        return (await openContract(trx, deps, scope, { actor, requestId: 'req_test' }, signed)).id;
      });
    },
    members: (actor: Actor, slug: string, pool: string, query = '') =>
      ask<MemberPage>(actor, slug, 'GET', `/v1/talent/pools/${pool}/members${query}`),
    one: (actor: Actor, slug: string, pool: string, name: string) =>
      ask<PoolMemberDetail>(actor, slug, 'GET', `/v1/talent/pools/${pool}/members/fr_${name}`),
    details: (actor: Actor, slug: string, pool: string) =>
      ask<TalentPoolDetail>(actor, slug, 'GET', `/v1/talent/pools/${pool}`),
    /** Kinds of what a person was told since the start, the oldest first. */
    async toldTo(personId: string): Promise<string[]> {
      const rows = await deps.database.db
        .selectFrom('outboxEvents')
        .select('payload')
        .where('kind', '=', 'personNotified')
        .orderBy('occurredAt')
        .orderBy('id')
        .execute();
      return rows
        .map(({ payload }) => JSON.parse(payload) as { personIds: string[]; kind: string })
        .filter(({ personIds, kind }) => kind.startsWith('pool.') && personIds.includes(personId))
        .map(({ kind }) => kind);
    },
  };
}
