import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Actor } from '../../../platform/auth/actor.ts';
import { signedIn } from '../../../testing/actors.ts';
import { acme, sliceApp, testDeps } from '../../../testing/slice-app.ts';
import { viewRoutes } from './routes.ts';

describe('views of reports', () => {
  let deps: Awaited<ReturnType<typeof testDeps>>;
  let app: ReturnType<typeof sliceApp>;
  const [petra, oskar] = [signedIn('pe_petra', ['financeAdmin']), signedIn('pe_oskar', ['owner'])];

  before(async () => {
    deps = await testDeps();
    app = sliceApp(viewRoutes(deps));
  });
  after(() => deps.database.close());

  async function ask(actor: Actor, method: string, path = '', body?: unknown) {
    const answer = await app.as(actor, acme).request(method, `/v1/reports/views${path}`, body);
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : undefined };
  }

  test('who removes one may put it back under its address, unless its name was given again', async () => {
    const view = { report: 'spend', name: 'Design, this year', filters: {}, isShared: true };
    const { status, body } = await ask(petra, 'POST', '', view);
    assert.equal(status, 201);
    const back = (actor: Actor) => ask(actor, 'POST', `/${body.id}/restoration`);
    assert.equal((await ask(petra, 'DELETE', `/${body.id}`)).status, 204);
    assert.equal((await back(oskar)).status, 404);
    const other = await ask(petra, 'POST', '', view);
    assert.equal((await back(petra)).body.code, 'view_name_taken');
    await ask(petra, 'DELETE', `/${other.body.id}`);
    assert.deepEqual(await back(petra), { status: 200, body });
    assert.deepEqual(
      (await ask(oskar, 'GET')).body.items.map(({ id }: { id: string }) => id),
      [body.id],
    );
    assert.equal((await back(petra)).status, 404);
  });
});
