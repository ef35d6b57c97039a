import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from '@playwright/test';
import { insertFreelancers } from '@portico/api/talent/freelancers/insert-freelancers.ts';
import { madeFreelancer } from '@portico/api/testing/made-freelancers.ts';
import { type ForeignPage, isBuilt, openForeignPage } from '../testing/foreign-page.ts';

describe('public talent search by a publishable key, in a foreign page under the strictest policy', {
  skip: !isBuilt,
}, () => {
  let world: ForeignPage;
  before(async () => {
    world = await openForeignPage({ 'owner@acme.example': ['owner'] }, process.env.CHROMIUM_PATH);
    const nowMs = world.app.ports.clock.now();
    await world.app.deps.database.transaction((trx) =>
      insertFreelancers(trx, [
        madeFreelancer(nowMs, { id: 'fr_open', name: 'Olivia Open', headline: 'React engineer' }),
        madeFreelancer(nowMs, {
          id: 'fr_inside',
          name: 'Ida Inside',
          headline: 'React engineer',
          visibility: 'signedIn',
        }),
        madeFreelancer(nowMs, {
          id: 'fr_hidden',
          name: 'Hugo Hidden',
          headline: 'React engineer',
          visibility: 'private',
        }),
      ]),
    );
    await world.app.talentSearch.start();
  });
  after(() => world?.close());

  const tag = (key: string) =>
    `<loader data-publishable-key="${key}"></script><hire-talent-search query="react"></hire-talent-search>`;
  const people = (page: Page) => page.locator('hire-talent-search .name').allTextContents();

  test('shows public profiles only, opens them, and offers nothing that needs a person', async () => {
    const { page, context, wrong } = await world.open(tag(world.acme.publishableKey));
    await page.getByRole('button', { name: 'Olivia Open' }).click();
    await page.getByRole('dialog').getByRole('heading', { name: 'Olivia Open' }).waitFor();
    assert.deepEqual(await people(page), ['Olivia Open']);
    for (const name of [/^Save/, /^Invite/, /^Compare/])
      assert.equal(await page.getByRole('button', { name }).count(), 0, String(name));
    assert.deepEqual(await context.cookies(), []);
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
    assert.deepEqual(wrong, []);
    await context.close();
  });

  test('a profile that is not public is answered like one that does not exist', async () => {
    const { page, context } = await world.open(tag(world.acme.publishableKey));
    const status = (id: string) =>
      page.evaluate(
        async ([url, key]) => (await fetch(url!, { headers: { authorization: `Bearer ${key}` } })).status,
        [`${world.base}/v1/freelancers/${id}`, world.acme.publishableKey],
      );
    assert.deepEqual(
      await Promise.all(['fr_open', 'fr_inside', 'fr_hidden', 'fr_none'].map(status)),
      [200, 404, 404, 404],
    );
    await context.close();
  });

  test('another origin reads nothing, and its page says why', async () => {
    const { page, context } = await world.open(tag(world.acme.publishableKey), world.stranger);
    await page.getByRole('alert').getByText('This site may not show this', { exact: false }).waitFor();
    assert.deepEqual(await people(page), []);
    await context.close();
  });

  test('a key that is no key is refused, and the widget says so', async () => {
    const { page, context } = await world.open(tag('pk_made-up'));
    await page.getByRole('alert').getByText('Your sign-in does not allow this', { exact: false }).waitFor();
    await context.close();
  });
});
