import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Hono } from 'hono';
import type { HttpEnv } from '../http/environment.ts';
import { brandFront } from './brand-front.ts';
import { createSite } from './site.ts';

const template =
  '<!doctype html><html lang="en"><head><title>Talent</title><link rel="icon" href="/icon.svg"></head></html>';

describe('the page before any of our code runs', () => {
  let folder: string;
  let pages: Hono<HttpEnv>;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'front-'));
    await writeFile(join(folder, 'index.html'), template);
    const nobody = async () => undefined;
    const directory = { byId: nobody, byHost: nobody, bySlug: nobody };
    const front = brandFront({ site: createSite('http://localhost:4000', 'A & <b>'), directory }, folder);
    pages = new Hono<HttpEnv>().get('*', (c) => front.page(c, "default-src 'none'"));
  });
  after(() => rm(folder, { recursive: true }));

  const open = async (cookie?: string) =>
    pages.request('http://localhost:4000/', { headers: { ...(cookie && { cookie }) } });

  test('holds a name as text, and colors in a sheet of their own', async () => {
    const html = await (await open()).text();
    assert.ok(html.includes('<title>A &#38; &#60;b&#62;</title>'), html);
    assert.ok(/<link rel="stylesheet" href="\/brand\.css\?v=\w+"/.test(html));
    assert.ok(!html.includes('<style'));
  });

  test('says that a visitor without a sign-in is a stranger, so that nobody asks the API who they are', async () => {
    const [stranger, known] = [await open('theme=dark'), await open('hire.session_token=x')];
    assert.ok((await stranger.text()).includes('<meta name="signed-in" content="no" />'));
    assert.ok((await known.text()).includes('<meta name="signed-in" content="maybe" />'));
    assert.notEqual(stranger.headers.get('etag'), known.headers.get('etag'));
  });

  test('is painted at once as this browser was last shown, whatever else a cookie says', async () => {
    assert.ok(
      (await (await open('a=b; look=dark.compact; c=d')).text()).includes('data-scheme="dark" data-density="compact">'),
    );
    for (const plain of ['look=system.', 'look="><script>.compact', 'look=dark', 'xlook=dark.compact'])
      assert.ok((await (await open(plain)).text()).includes('<html lang="en">'), plain);
  });

  test('is taken from a cache only after asking', async () => {
    const etag = (await open()).headers.get('etag')!;
    const again = await pages.request('http://localhost:4000/', { headers: { 'if-none-match': etag } });
    assert.equal(again.status, 304);
  });
});
