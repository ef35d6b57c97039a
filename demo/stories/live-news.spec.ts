import type { BrowserContext, Page } from '@playwright/test';
import { demoPassword, expect, portalUrl, test } from './clean-page.ts';
import { signIn } from './sign-in.ts';

const email = 'karim@talent.example';

/** Somebody else’s device of the same person, without a page: what happens there comes to the pages as news does. */
async function elsewhere({ request }: BrowserContext) {
  const headers = { origin: portalUrl };
  const answer = await request.post(`${portalUrl}/v1/auth/sign-in/email`, {
    data: { email, password: demoPassword },
    headers,
  });
  expect(answer.ok()).toBe(true);
  const { items } = await (await request.get(`${portalUrl}/v1/notifications?limit=2`)).json();
  const [first, second] = items.map(({ id }: { id: string }) => `${portalUrl}/v1/notifications/${id}/read`);
  return {
    read: async () => {
      for (const each of [first, second]) await request.put(each, { headers });
      const count = await (await request.get(`${portalUrl}/v1/notifications/unread-count`)).json();
      return count.unread as number;
    },
    comes: (which: 'first' | 'second') => request.delete(which === 'first' ? first : second, { headers }),
  };
}

const bellOf = (page: Page, unread: number) =>
  page.getByRole('link', { name: unread > 0 ? `Notifications, ${unread} unread` : 'Notifications', exact: true });

test('what comes is counted at the bell of every open page, said once, and after a break too', async ({
  page,
  context,
  complaints,
  browser,
}) => {
  const other = await browser.newContext();
  const news = await elsewhere(other);
  const unread = await news.read();
  await signIn(page, portalUrl, email, complaints);
  const beside = await context.newPage();
  await beside.goto(`${portalUrl}/notifications`);
  await expect(bellOf(page, unread)).toBeVisible();
  await expect(bellOf(beside, unread)).toBeVisible();
  // The stream is held by one page of the browser; the other hears of it through that one.
  await expect.poll(() => page.evaluate(async () => (await navigator.locks.query()).held?.length)).toBeGreaterThan(0);

  await news.comes('first');
  await expect(bellOf(page, unread + 1)).toBeVisible();
  await expect(bellOf(beside, unread + 1)).toBeVisible();
  await expect(beside).toHaveTitle(new RegExp(`^\\(${unread + 1}\\) Notifications`));
  await expect(page.getByRole('status').filter({ hasText: '1 new notification' })).toHaveCount(1);

  // Whichever page holds the stream goes; the one that stays takes over, even after it had no network.
  await page.close();
  await context.setOffline(true);
  await news.comes('second');
  await expect(beside.getByText('You are offline').first()).toBeVisible();
  await context.setOffline(false);
  await expect(bellOf(beside, unread + 2)).toBeVisible();
  await news.read();
  await expect(bellOf(beside, unread)).toBeVisible();
  await other.close();
  // Without a network a browser prints what it could not load.
  complaints.length = 0;
});
