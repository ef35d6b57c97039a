import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from '@playwright/test';
import { setPersonDisabled } from '@portico/api/platform/auth/disable-person.ts';
import { signIn } from '@portico/api/testing/test-tenants.ts';
import { type ForeignPage, isBuilt, openForeignPage } from '../testing/foreign-page.ts';

const widgets = {
  talentSearch: { save: true, compare: true, invite: true },
  contractStatus: { read: true },
};
const tags = '<loader data-session-url="/api/hire-session"></script><hire-talent-search></hire-talent-search>';

describe('rights that end while widgets run in a foreign page', { skip: !isBuilt }, () => {
  let world: ForeignPage;
  let owner: Record<string, string>;
  const people = ['rita', 'rosa', 'ruth', 'rhea'].map((name) => `${name}@acme.example`);
  before(async () => {
    world = await openForeignPage(
      {
        'owner@acme.example': ['owner'],
        ...Object.fromEntries(people.map((person) => [person, ['recruiter' as const]])),
      },
      process.env.CHROMIUM_PATH,
    );
    owner = await signIn(world.app, 'owner@acme.example', new URL(world.base).origin);
    await world.app.talentSearch.start();
  });
  after(() => world?.close());

  const box = (page: Page) => page.getByRole('combobox', { name: 'Search talent' });
  const denied = (page: Page) =>
    page
      .locator('hire-talent-search')
      .getByRole('alert')
      .getByText('Your sign-in does not allow this', { exact: false });

  async function running(email: string) {
    world.sessionAs(email, widgets);
    const opened = await world.open(tags);
    await box(opened.page).waitFor();
    return opened;
  }

  /** As a widget follows contracts. */
  const openStream = (page: Page, sessionToken: string) =>
    page.evaluate(
      async ([url, token]) => {
        const response = await fetch(url!, { headers: { authorization: `Bearer ${token}` } });
        const reader = response.body!.getReader();
        const ended = (async () => {
          while (!(await reader.read()).done);
        })();
        Object.assign(window, { streamEnded: ended });
        return response.status;
      },
      [`${world.base}/v1/contract-status/changes`, sessionToken],
    );

  const send = (method: string, path: string, body?: object) =>
    world.app.send(method, `${world.base}${path}`, body, owner);

  const endings: [name: string, email: string, end: (email: string) => Promise<unknown>][] = [
    [
      'the session is ended and the host gives no other',
      people[0]!,
      async () => {
        world.sessionAs('nobody@acme.example');
        const { status } = await send('DELETE', `/v1/embed/sessions/${world.sessions.at(-1)!.id}`);
        assert.equal(status, 204);
      },
    ],
    [
      'the person is disabled',
      people[1]!,
      async (email) => {
        const { id } = await world.app.deps.database.db
          .selectFrom('people')
          .select('id')
          .where('email', '=', email)
          .executeTakeFirstOrThrow();
        await setPersonDisabled({ ...world.app.identity, clock: world.app.ports.clock }, id, true);
      },
    ],
    [
      'the member is disabled',
      people[2]!,
      async (email) => {
        const { status } = await send('PATCH', `/v1/members/${world.acme.members.get(email)}`, { disabled: true });
        assert.equal(status, 200);
      },
    ],
  ];
  for (const [name, email, end] of endings)
    test(`${name}: the next request is refused, the widget says so, the open stream ends`, async () => {
      const token = await tokenOf(email);
      const { page, context } = await running(email);
      assert.equal(await openStream(page, token.value), 200);
      await token.end?.();
      await end(email);
      await box(page).fill('engineer');
      await denied(page).waitFor();
      await page.evaluate(() => (window as unknown as { streamEnded: Promise<void> }).streamEnded);
      await context.close();
    });

  /** For the stream: a session of the same person, which ends with them, and by itself where only that is ended. */
  async function tokenOf(email: string): Promise<{ value: string; end?: () => Promise<unknown> }> {
    world.sessionAs(email, widgets);
    const answer = await fetch(`${world.host}/api/hire-session`, {
      method: 'POST',
      headers: { 'x-hire-session': 'initial' },
    });
    const { token: value, id } = (await answer.json()) as { token: string; id: string };
    if (email !== people[0]) return { value };
    return { value, end: () => send('DELETE', `/v1/embed/sessions/${id}`) };
  }

  test('a smaller role takes the rest away at once, and leaves what it has', async () => {
    const email = people[3]!;
    const { page, context } = await running(email);
    const session = await tokenOf(email);
    const status = (path: string, method: string) =>
      page.evaluate(
        async ([url, token, how]) =>
          (await fetch(url!, { method: how!, headers: { authorization: `Bearer ${token}` } })).status,
        [`${world.base}${path}`, session.value, method],
      );
    assert.equal(await status('/v1/talent/saved/fr_none', 'PUT'), 404);
    const changed = await send('PATCH', `/v1/members/${world.acme.members.get(email)}`, { roles: ['auditor'] });
    assert.equal(changed.status, 200);
    assert.equal(await status('/v1/talent/saved/fr_none', 'PUT'), 403);
    assert.equal(await status('/v1/talent/search', 'GET'), 200);
    await context.close();
  });
});
