import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type JobPostsApp, openJobPostsApp, wholePost } from '../../testing/job-posts-app.ts';

describe('job templates', () => {
  let app: JobPostsApp;
  before(async () => {
    app = await openJobPostsApp();
  });
  after(() => app.close());

  const create = (body: unknown, who = 'mia@acme') => app.ask(who, 'POST', 'job-templates', body);

  test('a draft begins with a template’s fields; what is sent along goes before them', async () => {
    const template = await create({ name: 'Shops', fields: { ...wholePost, team: 'Shop' } });
    assert.equal(template.status, 201);
    const templateId = template.body.id;
    const { body } = await app.ask('rita@acme', 'POST', 'job-posts', { templateId, title: 'Mine' });
    assert.deepEqual(
      [body.title, body.team, body.templateId, body.description.markdown, body.state],
      ['Mine', 'Shop', templateId, wholePost.description, 'draft'],
    );
    const deleted = await app.ask('mia@acme', 'DELETE', `job-templates/${templateId}`);
    assert.equal(deleted.status, 204);
    assert.equal((await app.ask('rita@acme', 'GET', `job-posts/${body.id}`)).body.team, 'Shop');
    assert.equal((await app.ask('rita@acme', 'POST', 'job-posts', { templateId })).status, 404);
  });

  test('a post is saved as one, without what is the post’s alone', async () => {
    const post = await app.open({
      team: 'Data',
      questions: [{ kind: 'yesNo', text: 'Now?', choices: [], isRequired: true }],
    });
    const { body } = await create({ name: 'From a post', jobPostId: post.id });
    assert.deepEqual([body.fields.title, body.fields.team], [post.title, 'Data']);
    assert.equal('id' in body.fields.questions[0], false);
    assert.equal((await create({ name: 'Not mine', jobPostId: post.id }, 'olga@globex')).status, 404);
  });

  test('is renamed and changed field by field, by revision', async () => {
    const { body, etag } = await create({ name: 'Before', fields: { title: 'A', team: 'T' } });
    const path = `job-templates/${body.id}`;
    const changed = await app.ask(
      'rita@acme',
      'PATCH',
      path,
      { name: 'After', fields: { title: 'B' } },
      { 'if-match': etag },
    );
    assert.deepEqual([changed.body.name, changed.body.fields], ['After', { title: 'B', team: 'T' }]);
    assert.equal((await app.ask('rita@acme', 'PATCH', path, { name: 'Late' }, { 'if-match': etag })).status, 412);
    assert.equal((await app.ask('rita@acme', 'PATCH', path, { name: 'Late' })).status, 428);
  });

  test('what no draft accepts no template does; a name is taken once', async () => {
    assert.equal((await create({ name: 'Bad', fields: { categoryId: 'none' } })).body.code, 'unknown_category');
    assert.equal((await create({ name: 'Both' })).body.code, 'template_source');
    assert.equal((await create({ name: 'Twice', fields: {} })).status, 201);
    assert.equal((await create({ name: 'Twice', fields: {} })).body.code, 'template_name_taken');
    assert.equal((await create({ name: 'Twice', fields: {} }, 'olga@globex')).status, 201);
    const raced = await Promise.all([1, 2, 3].map(() => create({ name: 'Raced', fields: {} })));
    assert.deepEqual(raced.map(({ status }) => status).sort(), [201, 409, 409]);
  });

  test('who deletes one may put it back, unless its name was given again', async () => {
    const { body } = await create({ name: 'Back again', fields: { title: 'Build a shop' } });
    const path = `job-templates/${body.id}`;
    await app.ask('mia@acme', 'DELETE', path);
    assert.equal((await app.ask('rita@acme', 'POST', `${path}/restoration`)).status, 404);
    const other = await create({ name: 'Back again', fields: {} });
    const taken = await app.ask('mia@acme', 'POST', `${path}/restoration`);
    assert.deepEqual([taken.status, taken.body.code], [409, 'template_name_taken']);
    await app.ask('mia@acme', 'DELETE', `job-templates/${other.body.id}`);
    // The refusal took nothing away: it is still there to be put back.
    const back = await app.ask('mia@acme', 'POST', `${path}/restoration`);
    assert.deepEqual([back.status, back.body], [200, body]);
  });

  test('another client’s is like none, and a viewer changes nothing', async () => {
    const { body, etag } = await create({ name: 'Hidden', fields: {} });
    const path = `job-templates/${body.id}`;
    assert.equal((await app.ask('olga@globex', 'GET', path)).status, 404);
    assert.equal((await app.ask('olga@globex', 'DELETE', path)).status, 404);
    assert.equal((await app.ask('vic@acme', 'GET', path)).status, 200);
    assert.equal((await app.ask('vic@acme', 'PATCH', path, { name: 'x' }, { 'if-match': etag })).status, 403);
    const { items } = (await app.ask('olga@globex', 'GET', 'job-templates')).body;
    assert.equal(
      items.some(({ id }: { id: string }) => id === body.id),
      false,
    );
  });
});
