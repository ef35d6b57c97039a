import { type APIRequestContext, expect, type Page, request } from '@playwright/test';
import { demoPassword, portalUrl } from './clean-page.ts';

/** Somebody signed in, asking the API itself: to compare figures with what pages show. */
export async function asking(email: string, slug?: string): Promise<APIRequestContext> {
  const base = slug ? `${portalUrl}/t/${slug}` : portalUrl;
  const context = await request.newContext({ extraHTTPHeaders: { origin: portalUrl } });
  const answer = await context.post(`${base}/v1/auth/sign-in/email`, { data: { email, password: demoPassword } });
  expect(answer.ok()).toBe(true);
  return context;
}

/** Lets minutes pass on the server, as the operator's button does. */
export async function passMinutes(operator: APIRequestContext, minutes: number): Promise<void> {
  const answer = await operator.post(`${portalUrl}/v1/operator/clock/advance`, { data: { minutes } });
  expect(answer.ok()).toBe(true);
}

/** Lets time pass until a weekday, 1 for Monday, at an hour of UTC. */
export async function passUntil(operator: APIRequestContext, weekday: number, hour: number): Promise<void> {
  const answer = await operator.get(`${portalUrl}/v1/operator/clock`);
  const nowMs = Date.parse((await answer.json()).now);
  const midnightMs = Math.floor(nowMs / dayMs) * dayMs;
  let targetMs = midnightMs + ((weekday - new Date(midnightMs).getUTCDay() + 7) % 7) * dayMs + hour * 3_600_000;
  if (targetMs <= nowMs) targetMs += 7 * dayMs;
  for (let left = Math.ceil((targetMs - nowMs) / 60_000); left > 0; left -= 1440)
    await passMinutes(operator, Math.min(1440, left));
}

const dayMs = 86_400_000;

/** Presses the button that lets days pass, and waits until they have. */
export async function passDays(operator: Page, days: 1 | 5 | 14): Promise<void> {
  await operator.goto(portalUrl);
  const label = days === 1 ? 'Let 1 day pass' : `Let ${days} days pass`;
  await operator.getByRole('button', { name: label }).click();
  const passed = days === 1 ? '1 day has passed' : `${days} days have passed`;
  await expect(operator.getByText(passed)).toBeVisible({ timeout: 120_000 });
}

/** Answers "is it you", which pages ask before money moves once a sign-in is too old. */
export async function confirmsWhenAsked(page: Page): Promise<void> {
  await page.addLocatorHandler(page.getByRole('dialog', { name: 'Confirm that it is you' }), async (dialog) => {
    await dialog.getByRole('textbox', { name: 'Password' }).fill(demoPassword);
    await dialog.getByRole('button', { name: 'Confirm', exact: true }).click();
  });
}
