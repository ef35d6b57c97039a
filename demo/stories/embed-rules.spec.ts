import { expect, intranetUrl, portalUrl, test } from './clean-page.ts';

test('the widget loads nothing from a third party and sets no cookie', async ({ page, context }) => {
  const origins = new Set<string>();
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  await page.goto(`${intranetUrl}/hiring`);
  await expect(page.getByRole('button', { name: /^Save / })).toHaveCount(10);
  expect([...origins].filter((origin) => origin !== 'null').toSorted()).toEqual([intranetUrl, portalUrl].toSorted());
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
});

test('a changed chunk is refused with a visible message', async ({ page, complaints }) => {
  await page.route(/embed\/1\.0\.0\/talent-search-.*\.js/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `${await answer.text()}\n/* changed on the way */` });
  });
  await page.goto(`${intranetUrl}/hiring`);
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Save / })).toHaveCount(0);
  complaints.length = 0;
});

test('a page on an origin that the tenant did not allow reads nothing', async ({ page, complaints }) => {
  const session = await page.request.post(`${intranetUrl}/api/hire-session`, {
    headers: { 'x-hire-session': 'initial' },
  });
  const { token } = (await session.json()) as { token: string };
  // Another name of this machine is another origin.
  const foreign = intranetUrl.replace('localhost', '127.0.0.1');
  await page.goto(foreign);
  const read = await page.evaluate(
    async ({ url, bearer }) => {
      const answer = await fetch(url, { headers: { authorization: `Bearer ${bearer}` } }).catch(() => undefined);
      return answer?.status ?? 'blocked';
    },
    { url: `${portalUrl}/t/larkmoor/v1/talent/search`, bearer: token },
  );
  expect(read).toBe('blocked');
  complaints.length = 0;
});

test('the loader twice on one page is one widget and no error', async ({ page }) => {
  await page.goto(`${intranetUrl}/hiring`);
  await expect(page.getByRole('button', { name: /^Save / })).toHaveCount(10);
  await page.evaluate(() => {
    const first = document.querySelector<HTMLScriptElement>('script[src*="loader.js"]')!;
    const again = document.createElement('script');
    again.type = 'module';
    again.src = `${first.src}?again`;
    again.dataset.sessionUrl = first.dataset.sessionUrl;
    document.body.append(again, document.createElement('hire-talent-search'));
    return new Promise((resolve) => again.addEventListener('load', resolve));
  });
  await expect(page.getByRole('combobox', { name: 'Search talent' })).toHaveCount(2);
  await expect(page.getByRole('button', { name: /^Save / })).toHaveCount(30);
});
