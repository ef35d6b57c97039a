import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Actor } from '../platform/auth/actor.ts';
import type { ProfilePorts } from '../talent/freelancers/profile-routes.ts';
import { freelancerRoutes } from '../talent/freelancers/routes.ts';
import type { OwnFreelancer } from '../talent/freelancers/schema.ts';
import { signedIn } from './actors.ts';
import { sliceApp, testDeps } from './slice-app.ts';

export const newFreelancer = { name: 'Ada Okafor', country: 'DE', timezone: 'Europe/Berlin' };

/** The freelancers' routes for the tests of one `describe`, on a database of its own. */
export function freelancerApp(ports: ProfilePorts = {}) {
  let deps: Awaited<ReturnType<typeof testDeps>>;
  let app: ReturnType<typeof sliceApp>;
  before(async () => {
    deps = await testDeps();
    app = sliceApp(freelancerRoutes(deps, ports));
  });
  after(() => deps.database.close());

  const send = (actor: Actor, method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    app.as(actor).request(method, path, body, headers);

  return {
    deps: () => deps,
    send,

    /** A new freelancer of a new person. */
    async newcomer(name: string, more: object = {}) {
      const person = signedIn(`person_${name}`);
      const answer = await send(person, 'POST', '/v1/freelancers', { ...newFreelancer, name, ...more });
      assert.equal(answer.status, 201);
      return { person, own: (await answer.json()) as OwnFreelancer, etag: answer.headers.get('etag')! };
    },

    /** Revisions of a profile that others were told of. */
    async toldRevisions(id: string): Promise<number[]> {
      const rows = await deps.database.db
        .selectFrom('outboxEvents')
        .selectAll()
        .where('kind', '=', 'freelancerChanged')
        .execute();
      return rows
        .map(({ payload }) => JSON.parse(payload) as { id: string; revision: number })
        .filter((payload) => payload.id === id)
        .map(({ revision }) => revision)
        .sort((a, b) => a - b);
    },
  };
}

export async function refusedWith(answer: Response, status: number, code: string): Promise<void> {
  assert.deepEqual([answer.status, (await answer.clone().json()).code], [status, code]);
  assert.equal(answer.headers.get('content-type'), 'application/problem+json');
}
