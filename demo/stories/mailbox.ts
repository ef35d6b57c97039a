import type { Page } from '@playwright/test';
import { expect, portalUrl } from './clean-page.ts';

/** The link of the newest mail to a person whose subject fits. */
export async function linkMailedTo(page: Page, email: string, subject: RegExp): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(async () => {
      const answer = await page.request.get(`${portalUrl}/v1/dev/mail?to=${encodeURIComponent(email)}`);
      const { items } = (await answer.json()) as { items: { subject: string; text: string }[] };
      const mail = items.find((each) => subject.test(each.subject));
      link = /https?:\/\/\S+/.exec(mail?.text ?? '')?.[0];
      return link;
    })
    .toBeDefined();
  return link!;
}
