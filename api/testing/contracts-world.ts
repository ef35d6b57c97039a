import { after, before } from 'node:test';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Actor, Person } from '../platform/auth/actor.ts';
import { createAuthority } from '../platform/auth/authority.ts';
import type { HttpEnv } from '../platform/http/environment.ts';
import { createTenantDirectory } from '../platform/tenants/tenant-directory.ts';
import { approvalRoutes } from '../procurement/approvals/routes.ts';
import { freelancerIdOf } from '../talent/freelancers/read-freelancers.ts';
import { amendmentApprovals } from '../work/amendments/amendment-approvals.ts';
import { amendmentsPart } from '../work/amendments/amendments-part.ts';
import { amendmentRoutes } from '../work/amendments/routes.ts';
import { watchAmendments } from '../work/amendments/watch-amendments.ts';
import { type ChangeStreams, createChangeStreams } from '../work/contract-status/change-streams.ts';
import { watchDue } from '../work/contract-status/keep-due.ts';
import { contractStatusRoutes } from '../work/contract-status/routes.ts';
import type { ContractStatus, ContractStatusPage } from '../work/contract-status/schema.ts';
import { contractCommandRoutes } from '../work/contracts/command-routes.ts';
import { contractRoutes } from '../work/contracts/routes.ts';
import { watchContracts } from '../work/contracts/watch-contracts.ts';
import { milestonesPart } from '../work/milestones/contract-part.ts';
import { timesheetsPart } from '../work/timesheets/contract-part.ts';
import { milestonesWorld } from './milestones-world.ts';
import type { Freelancing, Member } from './proposals-world.ts';
import { sliceApp } from './slice-app.ts';

const mine = '/v1/freelancers/me';

/** Contracts from start to end with what they wait for, beside everything of milestonesWorld. */
export function contractsWorld() {
  const world = milestonesWorld();
  let app: ReturnType<typeof sliceApp>;
  let streams: ChangeStreams;
  let authority: ReturnType<typeof createAuthority>;

  before(() => {
    const deps = world.deps();
    authority = createAuthority({ ...deps, findFreelancerId: freelancerIdOf });
    const directory = createTenantDirectory(deps.database, authority);
    const charging = { ...deps, purposes: world.purposes() };
    const parts = [amendmentsPart(deps), milestonesPart(charging), timesheetsPart(deps)];
    const whole = { ...deps, directory, authority, parts };
    streams = createChangeStreams(whole);
    watchContracts(whole);
    watchAmendments(deps);
    watchDue(deps);
    const routes = new OpenAPIHono<HttpEnv>();
    routes.route('/', approvalRoutes(deps, { amendment: amendmentApprovals(deps) }));
    routes.route('/', contractRoutes(whole));
    routes.route('/', contractCommandRoutes(whole));
    routes.route('/', amendmentRoutes(deps));
    routes.route('/', contractStatusRoutes(whole, streams));
    app = sliceApp(routes);
  });
  after(() => streams.close());

  const isMember = (actor: Actor) => actor.kind === 'person' && actor.roles.length > 0;
  /** At the tenant’s address for its people, at the installation’s for everybody else. */
  const ask = (actor: Actor, method: string, path: string, body?: unknown) =>
    app.as(actor, isMember(actor) ? world.acme() : null).request(method, path, body);
  const askAt = (tenant: Parameters<typeof app.as>[1], actor: Actor, method: string, path: string, body?: unknown) =>
    app.as(actor, tenant).request(method, path, body);

  return {
    ...world,
    ask,
    askAt,
    streams: () => streams,
    authority: () => authority,
    operator: (): Person => ({
      kind: 'person',
      personId: 'pe_operator',
      email: 'operator@example.com',
      freelancerId: null,
      roles: [],
      operatorRoles: ['support'],
      via: { kind: 'cookie', sessionId: 'session_operator' },
    }),
    status: async (who: Member, id: string): Promise<ContractStatus> =>
      world.ok(await ask(who, 'GET', `/v1/contract-status/${id}`)),
    ownStatus: async (who: Freelancing, id: string): Promise<ContractStatus> =>
      world.ok(await ask(who, 'GET', `${mine}/contract-status/${id}`)),
    list: async (who: Actor, query = ''): Promise<ContractStatusPage> =>
      world.ok(await ask(who, 'GET', `${isMember(who) ? '/v1' : mine}/contract-status${query}`)),
    end: (who: Actor, id: string, reason = 'completed') =>
      ask(who, 'POST', `${isMember(who) ? '/v1' : mine}/contracts/${id}/end`, { reason }),
    command: (who: Actor, id: string, path: string, body?: unknown) =>
      ask(who, 'POST', `/v1/contracts/${id}/${path}`, body),
  };
}

export { mine };
