import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Deps } from '../../deps.ts';
import { type Actor, anonymous, type OperatorRole, type Person } from '../../platform/auth/actor.ts';
import { signedIn } from '../../testing/actors.ts';
import { sliceApp, testDeps } from '../../testing/slice-app.ts';
import { importJobSkills } from './import-job-skills.ts';
import { skillRoutes } from './routes.ts';

const person = (operatorRoles: OperatorRole[], roles: Person['roles'] = []): Actor => ({
  ...signedIn('pe_1', roles),
  operatorRoles,
});

describe('skills', () => {
  let deps: Deps;
  let app: ReturnType<typeof sliceApp>;
  const get = async (path: string, actor: Actor = anonymous) => {
    const answer = await app.as(actor).request('GET', path);
    return {
      status: answer.status,
      body: (await answer.json()) as {
        items: { id: string; alias?: string }[];
        code?: string;
        nextCursor?: string | null;
      },
    };
  };
  const ids = async (path: string) => (await get(path)).body.items.map(({ id }) => id);

  before(async () => {
    deps = await testDeps();
    app = sliceApp(skillRoutes(deps));
  });
  after(() => deps.database.close());

  test('a beginning finds the skill, whatever the spelling', async () => {
    assert.equal((await ids('/v1/skills?q=rea'))[0], 'react');
    assert.equal((await ids('/v1/skills?q=REACT.JS'))[0], 'react');
    assert.equal((await ids('/v1/skills?q=c%23'))[0], 'c-sharp');
    assert.equal((await ids('/v1/skills?q=.net'))[0], 'dot-net');
    assert.ok((await ids('/v1/skills?q=script')).length > 0);
  });

  test('an alias finds its skill and is told', async () => {
    const { body } = await get('/v1/skills?q=golang');
    assert.deepEqual([body.items[0]?.id, body.items[0]?.alias], ['go', 'Golang']);
  });

  test('a typing error is forgiven', async () => {
    assert.ok((await ids('/v1/skills?q=javascrpt')).includes('javascript'));
    assert.ok((await ids('/v1/skills?q=kubrenetes')).includes('kubernetes'));
  });

  test('skills already chosen are left out and draw their neighbours up', async () => {
    const alone = await ids('/v1/skills?q=s&limit=50');
    const beside = await ids('/v1/skills?q=s&with=figma&with=UX%20Design&limit=50');
    assert.ok(!alone.slice(0, 3).includes('sketch'));
    assert.ok(beside.slice(0, 3).includes('sketch'), beside.join());
    assert.ok(!(await ids('/v1/skills?q=figma&with=figma')).includes('figma'));
  });

  test('text of any kind is answered, too much of it refused', async () => {
    for (const q of ['"', '*', 'NEAR(', ':', '%', '\u0000', '🎸', "' or 1=1 --", '((((']) {
      assert.equal((await get(`/v1/skills?q=${encodeURIComponent(q)}`)).status, 200, q);
    }
    for (const query of [
      `q=${'x'.repeat(101)}`,
      'limit=0',
      'limit=-1',
      'limit=51',
      'unknown=1',
      'with=',
      `${'with=a&'.repeat(21)}q=a`,
    ]) {
      assert.equal((await get(`/v1/skills?${query}`)).status, 422, query);
    }
  });

  test('categories hold their specializations', async () => {
    const { body } = await get('/v1/skills/categories');
    assert.ok(body.items.length >= 12);
    assert.ok(JSON.stringify(body.items).includes('"front-end-development"'));
  });

  describe('suggestions of the taxonomy', () => {
    const vetter = person(['vetter']);
    const list = '/v1/operator/skill-suggestions';
    const post = async (path: string, body?: unknown, actor: Actor = vetter) => {
      const answer = await app.as(actor).request('POST', path, body);
      const code = answer.status === 204 ? undefined : ((await answer.json()) as { code: string }).code;
      return [answer.status, code];
    };

    before(async () => {
      const row = { cells: 5, terms: 'Hourly', budget: 'N/A', level: 'Expert' };
      async function* posts() {
        for (let line = 2; line < 6; line++) {
          yield { ...row, line, title: `Post ${line}`, skills: 'Node.js, React, Sails.js, NodeJS Framework' };
          yield { ...row, line: line + 10, title: `Other ${line}`, skills: 'Underwater Basketry' };
        }
      }
      await importJobSkills(deps.database, posts(), { nowMs: deps.clock.now(), onOddRow: () => {} });
    });

    test('only the vetting desk sees and decides them', async () => {
      const denied: [Actor, number][] = [
        [anonymous, 401],
        [person([]), 403],
        [person([], ['owner']), 403],
        [person(['support']), 403],
        [{ kind: 'secretKey', keyId: 'k', tenantId: 'tn_acme' }, 401],
      ];
      for (const [actor, status] of denied) {
        assert.equal((await get(list, actor)).status, status);
        assert.equal((await post(`${list}/su_sails-js/accept`, undefined, actor))[0], status);
        assert.equal((await post(`${list}/su_sails-js/reject`, undefined, actor))[0], status);
      }
      assert.equal((await get(list, vetter)).body.items.length, 3);
    });

    test('are paged without losing or repeating one; a cursor serves its own list only', async () => {
      const seen: string[] = [];
      let cursor: string | null | undefined = '';
      while (cursor !== null) {
        const { body }: Awaited<ReturnType<typeof get>> = await get(
          `${list}?limit=1${cursor ? `&cursor=${cursor}` : ''}`,
          vetter,
        );
        seen.push(...body.items.map(({ id }) => id));
        if (body.nextCursor) {
          const elsewhere = await get(`${list}?state=rejected&cursor=${body.nextCursor}`, vetter);
          assert.deepEqual([elsewhere.status, elsewhere.body.code], [400, 'invalid_cursor']);
        }
        cursor = body.nextCursor;
      }
      assert.deepEqual(new Set(seen).size, 3);
      assert.equal(seen.length, 3);
    });

    test('an accepted skill is suggested with its companions, an accepted spelling finds its skill', async () => {
      assert.ok(!(await ids('/v1/skills?q=sails')).includes('sails-js'));
      assert.deepEqual(await post(`${list}/su_sails-js/accept`), [204, undefined]);
      assert.equal((await ids('/v1/skills?q=sails'))[0], 'sails-js');
      assert.ok((await ids('/v1/skills?with=express&with=node-js&limit=50')).includes('sails-js'));
      assert.deepEqual(await post(`${list}/su_nodejs-framework/accept`), [204, undefined]);
      assert.equal((await get('/v1/skills?q=nodejs%20framework')).body.items[0]?.alias, 'NodeJS Framework');
    });

    test('a decision is taken once', async () => {
      assert.deepEqual(await post(`${list}/su_sails-js/accept`), [409, 'suggestion_decided']);
      assert.deepEqual(await post(`${list}/su_sails-js/reject`), [409, 'suggestion_decided']);
      assert.deepEqual(await post(`${list}/su_missing/reject`), [404, 'not_found']);
    });

    test('two who decide at once: one wins, the other is told', async () => {
      const place = { categoryId: 'design-and-creative', specializationId: 'illustration-and-art' };
      const outcomes = await Promise.all([
        post(`${list}/su_underwater-basketry/accept`, place),
        post(`${list}/su_underwater-basketry/reject`),
      ]);
      assert.deepEqual(outcomes.map(([status]) => status).sort(), [204, 409]);
    });
  });

  test('a skill that nobody could place needs a place, and a real one', async () => {
    const suggestion = {
      kind: 'skill',
      state: 'proposed',
      posts: 3,
      skillIds: '[]',
      reason: 'asked_for',
      categoryId: null,
    } as const;
    await deps.database.db
      .insertInto('skillSuggestions')
      .values({
        ...suggestion,
        id: 'su_cave-singing',
        name: 'Cave Singing',
        specializationId: null,
        confidence: 0,
        createdAt: 0,
        decidedAt: null,
        decidedBy: null,
      })
      .execute();
    const accept = async (body?: unknown) => {
      const answer = await app
        .as(person(['vetter']))
        .request('POST', '/v1/operator/skill-suggestions/su_cave-singing/accept', body);
      return [answer.status, answer.status === 204 ? '' : ((await answer.json()) as { code: string }).code];
    };
    assert.deepEqual(await accept(), [409, 'category_needed']);
    assert.deepEqual(await accept({ categoryId: 'legal', specializationId: 'audio-and-music' }), [
      409,
      'unknown_category',
    ]);
    assert.deepEqual(await accept({ categoryId: 'legal' }), [422, 'invalid_input']);
    assert.deepEqual(await accept({ categoryId: 'video-and-audio', specializationId: 'audio-and-music' }), [204, '']);
    assert.deepEqual(await ids('/v1/skills?q=cave%20sing'), ['cave-singing']);
  });
});
