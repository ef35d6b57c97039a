import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import { createAcmeAndGlobex, refusalOf, signIn } from '../../testing/test-tenants.ts';
import { plainBrand } from './brand.ts';
import type { BrandImage, BrandState, BrandVersion } from './brand-schema.ts';

const png = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: '#0a7d55' } })
    .png()
    .toBuffer();

describe('a tenant’s brand', () => {
  let app: TestApp;
  let admin: Record<string, string>;
  before(async () => {
    app = await openTestApp();
    await createAcmeAndGlobex(app);
    admin = await signIn(app, 'admin@acme.example');
  });
  after(() => app.close());

  const at = (path: string) => `/t/acme/v1/tenant/brand${path}`;
  const read = async () => {
    const answer = await app.send('GET', at(''), undefined, admin);
    return { state: (await answer.json()) as BrandState, etag: answer.headers.get('etag')! };
  };
  const change = async (method: string, path: string, body?: unknown, etag?: string) =>
    app.send(method, at(path), body, { ...admin, 'if-match': etag ?? (await read()).etag });
  const upload = (use: string, bytes: Uint8Array, slug = 'acme', headers = admin) =>
    app.http.request(`http://localhost:4000/t/${slug}/v1/tenant/brand/images?use=${use}`, {
      method: 'POST',
      body: bytes as never,
      headers: { ...headers, 'content-type': 'application/octet-stream' },
    });
  const shown = async () => (await (await app.send('GET', '/t/acme/v1/tenant')).json()) as { brand: { name: string } };

  it('is edited as a draft that nobody sees until it is published, and every version can be worn again', async () => {
    const draft = { ...plainBrand('Acme Works'), support: { email: 'help@acme.example', url: null } };
    assert.equal((await change('PUT', '/draft', draft)).status, 200);
    assert.equal((await shown()).brand.name, 'Acme');
    const published = (await (await change('POST', '/publication')).json()) as BrandState;
    assert.deepEqual([published.version, published.changes], [2, []]);
    assert.equal((await shown()).brand.name, 'Acme Works');
    assert.deepEqual(await refusalOf(await change('POST', '/publication')), [409, 'nothing_to_publish']);
    assert.equal((await change('POST', '/versions/1/restoration')).status, 200);
    assert.equal((await shown()).brand.name, 'Acme');
    const { items } = (await (await app.send('GET', at('/versions'), undefined, admin)).json()) as {
      items: BrandVersion[];
    };
    assert.deepEqual(
      items.map(({ number, changes, restoredFrom, isWorn }) => [number, changes, restoredFrom, isWorn]),
      [
        [3, ['name', 'support'], 1, true],
        [2, ['name', 'support'], null, false],
        [1, [], null, false],
      ],
    );
  });

  it('is not overwritten by somebody who read it before', async () => {
    const { etag } = await read();
    assert.equal((await change('PUT', '/draft', plainBrand('First'), etag)).status, 200);
    assert.deepEqual(await refusalOf(await change('PUT', '/draft', plainBrand('Second'), etag)), [
      412,
      'changed_meanwhile',
    ]);
    assert.deepEqual(await refusalOf(await app.send('PUT', at('/draft'), plainBrand('x'), admin)), [
      428,
      'if_match_required',
    ]);
    assert.equal((await change('DELETE', '/draft')).status, 200);
    assert.equal((await read()).state.draft.name, 'Acme');
  });

  it('keeps colors that cannot be read in the draft, and never wears them', async () => {
    const draft = { ...plainBrand('Acme'), theme: { light: { text: '#eeeeee' } } };
    assert.equal((await change('PUT', '/draft', draft)).status, 200);
    assert.deepEqual(await refusalOf(await change('POST', '/publication')), [422, 'theme_refused']);
    await change('DELETE', '/draft');
  });

  it('takes no CSS, HTML, braces, script addresses or images of others', async () => {
    const plain = plainBrand('Acme');
    for (const bad of [
      { ...plain, theme: { light: { accent: 'red;}body{display:none' } } },
      { ...plain, words: { en: { freelancer: { one: '{brand}', other: 'x' } } } },
      { ...plain, legal: { ...plain.legal, terms: { title: null, url: 'javascript:alert(1)' } } },
      { ...plain, legal: { ...plain.legal, terms: { title: null, markdown: '<script>alert(1)</script>' } } },
      { ...plain, logo: '0'.repeat(32) },
      { ...plain, print: { ...plain.print, accent: '#ffffff' } },
      { ...plain, name: '\u200b' },
      { ...plain, css: 'x' },
    ])
      assert.equal((await change('PUT', '/draft', bad)).status, 422, JSON.stringify(bad).slice(0, 200));
  });

  it('keeps images as PNG by what they are, served for ever to any page', async () => {
    const answer = await upload('logo', await png(2000, 500));
    const logo = (await answer.json()) as BrandImage;
    assert.deepEqual([answer.status, logo.width, logo.height], [201, 960, 240]);
    assert.equal(logo.colors.length, 1);
    const served = await app.http.request(`http://localhost:4000${logo.url}`);
    assert.equal(served.headers.get('content-type'), 'image/png');
    assert.equal(served.headers.get('cross-origin-resource-policy'), 'cross-origin');
    assert.match(served.headers.get('cache-control')!, /immutable/);
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    assert.deepEqual(await refusalOf(await upload('logo', svg)), [415, 'image_type_refused']);
    assert.deepEqual(await refusalOf(await upload('logo', (await png(400, 400)).subarray(0, 60))), [
      422,
      'image_unreadable',
    ]);
    const etag = (await read()).etag;
    assert.equal((await change('PUT', '/draft', { ...plainBrand('Acme'), logo: logo.hash }, etag)).status, 200);
    await change('DELETE', '/draft');
  });

  it('goes as far as the plan does', async () => {
    const olga = await signIn(app, 'olga@globex.example');
    const brand = (name: string, more = {}) => ({ ...plainBrand(name), ...more });
    const send = async (method: string, path: string, body?: unknown) => {
      const etag = (await app.send('GET', '/t/globex/v1/tenant/brand', undefined, olga)).headers.get('etag')!;
      return app.send(method, `/t/globex/v1/tenant/brand${path}`, body, { ...olga, 'if-match': etag });
    };
    await send(
      'PUT',
      '/draft',
      brand('Globex', { words: { en: { freelancer: { one: 'expert', other: 'experts' } } } }),
    );
    assert.deepEqual(await refusalOf(await send('POST', '/publication')), [403, 'plan_does_not_include']);
    await send('PUT', '/draft', brand('Globex Two', { density: 'compact' }));
    assert.equal((await send('POST', '/publication')).status, 200);
  });

  it('shows its legal texts to anybody, and says nothing where there are none', async () => {
    const plain = plainBrand('Acme');
    const draft = { ...plain, legal: { ...plain.legal, imprint: { title: null, markdown: '# Acme\n\nA street' } } };
    assert.equal((await change('PUT', '/draft', draft)).status, 200);
    assert.equal((await change('POST', '/publication')).status, 200);
    const imprint = await (await app.send('GET', '/t/acme/v1/tenant/legal/imprint')).json();
    assert.partialDeepStrictEqual(imprint, { kind: 'imprint', url: null });
    assert.deepEqual(await refusalOf(await app.send('GET', '/t/acme/v1/tenant/legal/terms')), [404, 'not_found']);
    assert.deepEqual(await refusalOf(await app.send('GET', '/t/globex/v1/tenant/legal/imprint')), [404, 'not_found']);
  });
});
