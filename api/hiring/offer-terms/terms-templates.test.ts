import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { offersWorld } from '../../testing/offers-world.ts';
import { refusal } from '../../testing/proposals-world.ts';
import type { TermsTemplate, TermsTemplateVersion } from './schema.ts';
import { standardTemplate } from './standard-template.ts';
import { hashOfText } from './text-hash.ts';

const path = '/v1/terms-templates';

describe('terms templates', () => {
  const world = offersWorld();
  const { send, sendAt, ok, draft, member, freelancer } = world;
  const list = async (who: Parameters<typeof send>[0]) =>
    (await ok<{ items: TermsTemplate[] }>(await send(who, 'GET', path))).items;
  const make = async (who: Parameters<typeof send>[0], name: string, text: string, isDefault = false) => {
    const answer = await send(who, 'POST', path, { name, text, isDefault });
    return { template: await ok<TermsTemplate>(answer, 201), etag: answer.headers.get('etag')! };
  };

  test('the standard terms are there for every tenant, and cannot be changed', async () => {
    const owner = await member('Owner0', 'owner');
    const [first] = await list(owner);
    assert.deepEqual([first?.id, first?.isDefault, first?.isStandard], ['standard', true, true]);
    assert.equal(first?.hash, hashOfText(first!.text));
    const body = { name: 'Ours', text: 'x', isDefault: true };
    assert.equal((await send(owner, 'PUT', `${path}/standard`, body, { 'if-match': '"x"' })).status, 404);
    assert.equal((await send(owner, 'DELETE', `${path}/standard`)).status, 404);
    const { items } = await ok<{ items: TermsTemplateVersion[] }>(
      await send(owner, 'GET', `${path}/standard/versions`),
    );
    assert.deepEqual(
      items.map(({ version, hash }) => [version, hash]),
      [[1, standardTemplate.hash]],
    );
  });

  test('another text is a new version and the old one stays; offers keep the one they were written with', async () => {
    const [owner, ada] = [await member('Owner1', 'owner'), await freelancer('Ada1')];
    const { template, etag } = await make(owner, 'Consulting', 'Version **one**.');
    const to = { kind: 'freelancer' as const, freelancerId: ada.freelancerId };
    const offer = await draft(owner, to, { templateId: template.id });
    assert.deepEqual(
      [offer.terms.text, offer.terms.template],
      ['Version **one**.', { id: template.id, version: 1, hash: template.hash }],
    );
    const one = `${path}/${template.id}`;
    const changed = { name: 'Consulting', text: 'Version two.', isDefault: false };
    assert.equal((await send(owner, 'PUT', one, changed)).status, 428);
    const saved = await send(owner, 'PUT', one, changed, { 'if-match': etag });
    assert.equal((await ok<TermsTemplate>(saved)).version, 2);
    assert.equal((await send(owner, 'PUT', one, changed, { 'if-match': etag })).status, 412);
    const renamed = await send(
      owner,
      'PUT',
      one,
      { ...changed, name: 'Advice' },
      { 'if-match': saved.headers.get('etag')! },
    );
    assert.equal((await ok<TermsTemplate>(renamed)).version, 2, 'a name is no version');
    const { items } = await ok<{ items: TermsTemplateVersion[] }>(await send(owner, 'GET', `${one}/versions`));
    assert.deepEqual(
      items.map(({ version, text, hash, savedBy }) => [version, text, hash === hashOfText(text), savedBy]),
      [
        [2, 'Version two.', true, 'Owner1'],
        [1, 'Version **one**.', true, 'Owner1'],
      ],
    );
    assert.equal((await world.readAsTeam(owner, offer.id)).terms.template?.version, 1);
    const edit = (await send(owner, 'GET', `/v1/offers/${offer.id}`)).headers.get('etag')!;
    const own = await send(owner, 'PATCH', `/v1/offers/${offer.id}`, { text: 'My own.' }, { 'if-match': edit });
    assert.equal((await ok<typeof offer>(own)).terms.template, null, 'a text of one’s own is no template’s');
  });

  test('one is the default, also when two are made it at once; offers start from it', async () => {
    const [owner, ada] = [await member('Owner2', 'owner'), await freelancer('Ada2')];
    const answers = await Promise.all(
      ['A', 'B', 'C'].map((name) => send(owner, 'POST', path, { name, text: `Terms ${name}`, isDefault: true })),
    );
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201]));
    const defaults = (await list(owner)).filter(({ isDefault }) => isDefault);
    assert.equal(defaults.length, 1);
    const offer = await draft(owner, { kind: 'freelancer', freelancerId: ada.freelancerId });
    assert.equal(offer.terms.template?.id, defaults[0]!.id);
    assert.equal((await send(owner, 'DELETE', `${path}/${defaults[0]!.id}`)).status, 204);
    assert.equal((await list(owner)).find(({ isDefault }) => isDefault)?.id, 'standard');
    assert.equal((await world.readAsTeam(owner, offer.id)).terms.template?.id, defaults[0]!.id);
    const gone = await send(owner, 'POST', '/v1/offers', {
      to: { kind: 'freelancer', freelancerId: ada.freelancerId },
      templateId: defaults[0]!.id,
    });
    assert.deepEqual(await refusal(gone), [422, 'unknown_template']);
  });

  test('one that was put away comes back as the default, unless another is by then', async () => {
    const owner = await member('Owner4', 'owner');
    const { template } = await make(owner, 'First', 'First terms');
    await ok(
      await send(
        owner,
        'PUT',
        `${path}/${template.id}`,
        { name: 'First', text: 'First terms', isDefault: true },
        {
          'if-match': `"${template.id}.1"`,
        },
      ),
    );
    const putAway = () => send(owner, 'DELETE', `${path}/${template.id}`);
    const takeOut = () => send(owner, 'POST', `${path}/${template.id}/restoration`);
    await putAway();
    assert.equal((await ok<TermsTemplate>(await takeOut())).isDefault, true);
    assert.equal((await takeOut()).status, 404);
    await putAway();
    await send(owner, 'POST', path, { name: 'Second', text: 'Second terms', isDefault: true });
    assert.equal((await ok<TermsTemplate>(await takeOut())).isDefault, false);
    assert.equal((await list(owner)).filter(({ isDefault }) => isDefault).length, 1);
  });

  test('owners and account admins keep them, others read; another tenant’s do not exist; HTML is refused', async () => {
    const [owner, manager] = [await member('Owner3', 'owner'), await member('Man3')];
    const { template } = await make(owner, 'Ours', 'Secret terms');
    const body = { name: 'X', text: 'x', isDefault: false };
    assert.equal((await send(manager, 'POST', path, body)).status, 403);
    assert.equal((await send(manager, 'GET', `${path}/${template.id}`)).status, 200);
    const other = await member('Globex3', 'owner', world.globex());
    for (const [method, sub] of [
      ['GET', ''],
      ['GET', '/versions'],
      ['DELETE', ''],
    ] as const)
      assert.equal((await sendAt(world.globex(), other, method, `${path}/${template.id}${sub}`)).status, 404);
    const html = await send(owner, 'POST', path, { ...body, text: 'a <script>x</script>' });
    assert.deepEqual(await refusal(html), [422, 'html_in_text']);
  });
});
