import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from '../deps.ts';
import { readWallet } from '../hiring/connects/read-connects.ts';
import { invitationRoutes } from '../hiring/invitations/routes.ts';
import { watchInvitations } from '../hiring/invitations/watch-invitations.ts';
import { movePost } from '../hiring/job-posts/move-post.ts';
import { getJobPost } from '../hiring/job-posts/read-job-posts.ts';
import { insertPosts } from '../hiring/job-posts/store.ts';
import type { JobPostEnd } from '../hiring/job-posts/table.ts';
import { proposalMessageRoutes } from '../hiring/proposal-messages/routes.ts';
import { ownProposalRoutes } from '../hiring/proposals/own-routes.ts';
import type { OwnProposal } from '../hiring/proposals/own-schema.ts';
import { proposalRoutes } from '../hiring/proposals/routes.ts';
import { watchProposals } from '../hiring/proposals/watch-proposals.ts';
import { keepResponseTimes } from '../hiring/response-times/keep-response-times.ts';
import type { Actor, MemberRole, Person } from '../platform/auth/actor.ts';
import { createAuthority } from '../platform/auth/authority.ts';
import { createPersonWithPassword } from '../platform/auth/create-person.ts';
import type { HttpEnv, RequestTenant } from '../platform/http/environment.ts';
import { clockDoer } from '../platform/moves/record-move.ts';
import { addMember, createTenant } from '../platform/tenants/create-tenant.ts';
import { createTenantDirectory } from '../platform/tenants/tenant-directory.ts';
import { tenantScope } from '../platform/tenants/tenant-scope.ts';
import { becomeFreelancer } from '../talent/freelancers/become-freelancer.ts';
import { freelancerIdOf } from '../talent/freelancers/read-freelancers.ts';
import { signedIn } from './actors.ts';
import { newFreelancer } from './freelancer-app.ts';
import { madeJobPost } from './made-job-posts.ts';
import { sliceApp, type TestPorts, testDeps } from './slice-app.ts';
import { testPasswordHash } from './test-tenants.ts';

export const dayMs = 86_400_000;
export const hourMs = 3_600_000;

export type Member = Person;
export type Freelancing = Person & { freelancerId: string };

const mover = { filled: 'fill', closed: 'close', expired: 'expire', removed: 'remove' } as const;

/** Invitations, proposals and threads of two clients, with their clock jobs, for the tests of one `describe`. */
export function proposalsWorld() {
  let deps: Deps & TestPorts;
  let app: ReturnType<typeof sliceApp>;
  let acme: RequestTenant;
  let globex: RequestTenant;
  let posts = 0;

  before(async () => {
    deps = await testDeps();
    const authority = createAuthority({ ...deps, findFreelancerId: freelancerIdOf });
    const hiring = { ...deps, directory: createTenantDirectory(deps.database, authority) };
    [acme, globex] = [await newTenant('acme', 'Acme'), await newTenant('globex', 'Globex')];
    watchInvitations(hiring);
    watchProposals(hiring);
    keepResponseTimes(deps);
    const routes = new OpenAPIHono<HttpEnv>();
    for (const slice of [invitationRoutes, proposalRoutes, ownProposalRoutes, proposalMessageRoutes])
      routes.route('/', slice(hiring));
    app = sliceApp(routes);
  });
  after(() => deps.database.close());

  async function newTenant(slug: string, name: string): Promise<RequestTenant> {
    const plan = 'enterprise';
    const id = await deps.database.transaction((trx) => createTenant(trx, deps, { slug, name, plan }));
    return { id, slug, plan };
  }

  async function newPerson(name: string): Promise<Person> {
    const hash = await testPasswordHash;
    const email = `${name.toLowerCase()}@people.example`;
    const id = await deps.database.transaction((trx) => createPersonWithPassword(trx, deps, { email, name }, hash));
    return signedIn(id);
  }

  const send = (actor: Actor, method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    app.as(actor, actor.kind === 'person' && actor.roles.length > 0 ? acme : null).request(method, path, body, headers);

  return {
    deps: () => deps,
    db: () => deps.database.db,
    acme: () => acme,
    globex: () => globex,

    /** At Acme's address for members, at the installation's for everybody else. */
    send,
    /** At the address of one tenant. */
    sendAt: (tenant: RequestTenant, actor: Actor, method: string, path: string, body?: unknown) =>
      app.as(actor, tenant).request(method, path, body),

    async member(name: string, role: MemberRole = 'hiringManager', tenant = acme): Promise<Member> {
      const person = await newPerson(name);
      await deps.database.transaction((trx) => addMember(trx, deps, tenant.id, person.personId, [role]));
      return { ...person, roles: [role] };
    },

    async freelancer(name: string, more: object = {}): Promise<Freelancing> {
      const person = await newPerson(name);
      const { row } = await becomeFreelancer(deps, person.personId, { ...newFreelancer, name, ...more } as never);
      return { ...person, freelancerId: row.id };
    },

    /** An open, public post for a fixed 1,000 dollars, unless it says otherwise. */
    async post(owner: Member, row: Partial<Parameters<typeof madeJobPost>[1]> = {}): Promise<string> {
      const id = `jp_${++posts}`;
      const budget = { budgetKind: 'fixed', budgetMinMinor: 100_000, budgetMaxMinor: 100_000 } as const;
      const made = madeJobPost(deps.clock.now(), { id, tenantId: acme.id, ownerId: owner.personId, ...budget, ...row });
      await deps.database.transaction((trx) => insertPosts(trx, [made]));
      return id;
    },

    async propose(who: Freelancing, jobId: string, more: object = {}): Promise<OwnProposal> {
      const answer = await send(who, 'POST', '/v1/freelancers/me/proposals', { ...proposalFor(jobId), ...more });
      assert.equal(answer.status, 201, await answer.clone().text());
      return (await answer.json()) as OwnProposal;
    },

    /** Ends a post as its own command would, and lets those who listen hear of it. */
    async endPost(id: string, how: JobPostEnd['how'], hired = 0): Promise<void> {
      const scope = tenantScope(acme.id);
      await deps.database.transaction(async (trx) => {
        const post = await getJobPost(trx, scope, id);
        await movePost(trx, deps, scope, clockDoer('job_1'), post, mover[how], { change: { hired } });
      });
      await deps.jobs.runDue();
    },

    balance: async ({ freelancerId }: Freelancing) => (await readWallet(deps, freelancerId)).balance,

    /** Moves the clock and lets it do what is due. */
    async pass(ms: number): Promise<void> {
      deps.clock.advance(ms);
      await deps.jobs.runDue();
    },

    /** What somebody was told, by kind, in the order of telling. */
    async told({ personId }: Person): Promise<string[]> {
      const rows = await deps.database.db
        .selectFrom('outboxEvents')
        .selectAll()
        .where('kind', '=', 'personNotified')
        .orderBy('occurredAt')
        .orderBy('id')
        .execute();
      return rows
        .map(({ payload }) => JSON.parse(payload) as { kind: string; personIds: string[] })
        .filter(({ personIds }) => personIds.includes(personId))
        .map(({ kind }) => kind);
    },
  };
}

/** A plain proposal for 900 dollars. */
export const proposalFor = (jobId: string) => ({
  jobId,
  coverLetter: 'I have built **three** of these and would like to build yours.',
  bid: { kind: 'fixed', total: { amountMinor: 90_000, currency: 'USD' } },
});

/** Status and code of a refusal. */
export async function refusal(answer: Response): Promise<[number, string]> {
  return [answer.status, ((await answer.clone().json()) as { code?: string }).code ?? ''];
}
