import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { signedIn } from '../../testing/actors.ts';
import { sliceApp, testDeps } from '../../testing/slice-app.ts';
import { skillKey } from '../skills/skill.ts';
import { freelancerRoutes } from './routes.ts';
import type { OwnFreelancer } from './schema.ts';

const ada = signedIn('person_ada');
const own = '/v1/freelancers/me';
const falconry = { id: 'falconry-reports', name: 'Falconry Reports' };

describe('skills that the operator accepted', () => {
  let deps: Awaited<ReturnType<typeof testDeps>>;
  let app: ReturnType<typeof sliceApp>;

  before(async () => {
    deps = await testDeps();
    const { db } = deps.database;
    const at = { source: 'jobPosts', createdAt: 1 } as const;
    const place = { categoryId: 'writing', specializationId: 'editing-proofreading' };
    await db
      .insertInto('skills')
      .values({ ...falconry, ...place, ...at })
      .execute();
    const aliases = [
      { name: 'Reaktiv', skillId: 'react' },
      { name: 'Hawking', skillId: falconry.id },
    ];
    await db
      .insertInto('skillAliases')
      .values(aliases.map(({ name, skillId }) => ({ key: skillKey(name), name, skillId, ...at })))
      .execute();
    app = sliceApp(freelancerRoutes(deps, {}));
    const start = { name: 'Ada Okafor', country: 'DE', timezone: 'Europe/Berlin' };
    assert.equal((await app.as(ada).request('POST', '/v1/freelancers', start)).status, 201);
  });
  after(() => deps.database.close());

  async function change(method: string, path: string, body: object): Promise<{ status: number; body: OwnFreelancer }> {
    const etag = (await app.as(ada).request('GET', own)).headers.get('etag')!;
    const answer = await app.as(ada).request(method, own + path, body, { 'if-match': etag });
    return { status: answer.status, body: await answer.json() };
  }

  test('are found in a profile by any spelling, beside built-in and free ones', async () => {
    const typed = ['REAKTIV', 'falconry reports', 'FalconryReports', 'Bookbinding'];
    const { body } = await change('PUT', '/skills', { skills: typed.map((name) => ({ name })) });
    assert.deepEqual(body.skills, [
      { id: 'react', name: 'React' },
      falconry,
      { id: 'bookbinding', name: 'Bookbinding' },
    ]);
  });

  test('are found in a portfolio by spelling and by id', async () => {
    const added = await change('POST', '/portfolio', { title: 'A hawk', skills: [{ name: 'hawking' }] });
    const [item] = added.body.portfolio;
    assert.deepEqual(item!.skills, [falconry]);
    const edited = await change('PATCH', `/portfolio/${item!.id}`, { skills: [{ id: 'react' }, { id: falconry.id }] });
    assert.deepEqual(edited.body.portfolio[0]!.skills, [{ id: 'react', name: 'React' }, falconry]);
  });

  test('make no other id known', async () => {
    const { status, body } = await change('PUT', '/skills', { skills: [{ id: 'falconry' }] });
    const { errors } = body as unknown as { errors: { code: string; pointer: string }[] };
    assert.deepEqual([status, errors[0]!.code, errors[0]!.pointer], [422, 'unknown_skill', '/skills/0']);
  });
});
