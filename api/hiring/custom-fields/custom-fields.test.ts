import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type JobPostsApp, openJobPostsApp } from '../../testing/job-posts-app.ts';

describe('a tenant’s own fields', () => {
  let app: JobPostsApp;
  before(async () => {
    app = await openJobPostsApp();
  });
  after(() => app.close());

  const read = (who = 'owen@acme') => app.ask(who, 'GET', 'tenant/job-fields');
  const replace = async (fields: unknown[], who = 'owen@acme') =>
    app.ask(who, 'PUT', 'tenant/job-fields', { fields }, { 'if-match': (await read(who)).etag });
  const field = (key: string, kind: string, more = {}) => ({ key, label: key, kind, ...more });
  const set = [
    field('code', 'text', { isRequired: true }),
    field('seats', 'number'),
    field('phase', 'choice', { choices: ['one', 'two'] }),
    field('start', 'date'),
    field('remote', 'yesNo'),
  ];
  const draftWith = (customFields: Record<string, string | number | boolean | null>) =>
    app.ask('mia@acme', 'POST', 'job-posts', { title: 'With fields', customFields });

  test('are one tenant’s, changed by its admins and no one else', async () => {
    assert.equal((await replace(set)).status, 200);
    assert.equal((await read('mia@acme')).body.fields.length, 5);
    assert.deepEqual((await read('olga@globex')).body.fields, []);
    const refused = await app.ask(
      'mia@acme',
      'PUT',
      'tenant/job-fields',
      { fields: [] },
      { 'if-match': (await read()).etag },
    );
    assert.equal(refused.status, 403);
    assert.equal((await app.ask('owen@acme', 'PUT', 'tenant/job-fields', { fields: [] })).status, 428);
    assert.equal((await read()).body.fields.length, 5);
  });

  test('take values of their kind', async () => {
    const values = { code: 'P-1', seats: 3, phase: 'two', start: '2026-12-01', remote: false };
    const { status, body } = await draftWith(values);
    assert.deepEqual([status, body.customFields], [201, values]);
  });

  for (const [values, problem] of [
    [{ code: 5 }, '/customFields/code custom_field_kind'],
    [{ seats: '3' }, '/customFields/seats custom_field_kind'],
    [{ phase: 'three' }, '/customFields/phase unknown_choice'],
    [{ start: '2026-02-30' }, '/customFields/start custom_field_kind'],
    [{ remote: 'yes' }, '/customFields/remote custom_field_kind'],
    [{ code: 'x'.repeat(501) }, '/customFields/code code_too_long'],
    [{ nothing: 'x' }, '/customFields/nothing unknown_custom_field'],
  ] as const) {
    test(`refuse by name ${JSON.stringify(values).slice(0, 40)}`, async () => {
      const { status, body } = await draftWith(values);
      assert.deepEqual(
        [status, body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`)],
        [422, [problem]],
      );
    });
  }

  test('a required one is missing at publishing and not before', async () => {
    const { id } = await app.draft();
    const answer = await app.ask('mia@acme', 'POST', `job-posts/${id}/publish`);
    assert.deepEqual(
      [answer.status, answer.body.code, answer.body.errors[0].pointer],
      [422, 'custom_field_missing', '/customFields/code'],
    );
    assert.equal((await app.open({ customFields: { code: 'P-2' } })).state, 'open');
  });

  test('one that is left out is archived: no longer asked, its values stay', async () => {
    const post = await app.draft({ customFields: { code: 'P-3', seats: 4 } });
    await replace(set.filter(({ key }) => key !== 'seats'));
    const { fields } = (await read()).body;
    assert.deepEqual(
      fields.filter(({ isArchived }: { isArchived: boolean }) => isArchived).map(({ key }: { key: string }) => key),
      ['seats'],
    );
    assert.equal((await draftWith({ seats: 5 })).body.code, 'unknown_custom_field');
    const kept = { customFields: { code: 'P-4', seats: 4 } };
    const saved = await app.ask('mia@acme', 'PATCH', `job-posts/${post.id}`, kept, { 'if-match': post.etag });
    assert.deepEqual(saved.body.customFields, { code: 'P-4', seats: 4 });
    const copy = await app.ask('mia@acme', 'POST', `job-posts/${post.id}/duplicate`);
    assert.deepEqual(copy.body.customFields, { code: 'P-4' });
  });

  test('a key keeps its kind, is there once, and twenty are enough', async () => {
    const code = async (fields: unknown[]) => (await replace(fields)).body.code;
    assert.equal(await code([field('code', 'number')]), 'kind_fixed');
    assert.equal(await code([field('seats', 'text')]), 'kind_fixed');
    assert.equal(await code([field('a', 'text'), field('a', 'text')]), 'repeated_key');
    assert.equal(await code([field('a', 'choice', { choices: ['one'] })]), 'choices_missing');
    assert.equal(await code([field('a', 'text', { label: ' ' })]), 'label_missing');
    assert.equal(await code(Array.from({ length: 21 }, (_, at) => field(`a${at}`, 'text'))), 'too_many_custom_fields');
    assert.equal(await code([field('not a key', 'text')]), 'invalid_input');
  });
});
