import type { Page } from '@playwright/test';
import { demoPassword, expect } from './clean-page.ts';

/** Signs in at `base` (the portal, or a tenant's part of it) and forgets what was printed before there was a session. */
export async function signIn(page: Page, base: string, email: string, complaints: string[]): Promise<void> {
  await page.goto(`${base}/sign-in`);
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Hello|Welcome/, level: 1 })).toBeVisible();
  // The probe for a session answers 401 while signed out, which a browser prints.
  complaints.length = 0;
}
