import type { Page } from '@playwright/test';
import { addressOf, type Combination } from './combinations.ts';

export async function show(page: Page, combination: Combination, more = ''): Promise<void> {
  await page.setViewportSize({ width: combination.width, height: combination.width < 640 ? 720 : 800 });
  await page.goto(addressOf(combination) + more);
  await page.waitForSelector('html[data-settled]');
}
