import type { BrowserContextOptions } from '@playwright/test';
import { expect, intranetUrl, portalUrl, test } from './clean-page.ts';
import { signIn } from './sign-in.ts';

const larkmoor = `${portalUrl}/t/larkmoor`;
/** One freelancer a browser, so that neither waits for the other. */
const freelancers = {
  desktop: { email: 'adaeze@talent.example', name: 'Adaeze Okafor' },
  phone: { email: 'jonas@talent.example', name: 'Jonas Lindemann' },
} as const;

test('from a post in the intranet to a signed contract', async ({ browser, page }, { project }) => {
  test.slow();
  const freelancer = freelancers[project.name as keyof typeof freelancers];
  const title = `Spare-parts finder for the ${project.name} portal`;
  const options: BrowserContextOptions = {
    ...(project.use.viewport && { viewport: project.use.viewport }),
    locale: 'en-US',
  };

  await test.step('a hiring manager posts a job in a page of the intranet', async () => {
    await page.goto(intranetUrl);
    await page.getByLabel('Signed in as').selectOption('hanna@larkmoor.example');
    await page.getByRole('button', { name: 'Switch' }).click();
    await page.goto(`${intranetUrl}/hiring/post-a-job`);
    await page.getByRole('button', { name: 'Start from a blank page' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill(title);
    await page
      .getByRole('textbox', { name: 'Description' })
      .fill('Technicians look for 12,000 parts. **Find** one in ten seconds, with gloves.');
    await page.getByLabel('Category').selectOption({ label: 'Web Development' });
    const skills = page.getByRole('combobox', { name: 'Skills' });
    await skills.fill('React');
    await skills.press('Enter');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('radio', { name: 'Fixed price' }).check();
    await page.getByRole('textbox', { name: 'Amount' }).fill('26000');
    await page.getByRole('radio', { name: 'Expert' }).check();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Add a question' }).click();
    await page.getByRole('textbox', { name: 'Question' }).fill('Which search did you make fast last?');
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByText(title).first()).toBeVisible();
    await page.getByRole('button', { name: 'Publish' }).click();
    await expect(page.getByText('Sent for approval.')).toBeVisible();
  });

  const person = async (email: string, base: string) => {
    const context = await browser.newContext(options);
    const own = await context.newPage();
    await signIn(own, base, email, []);
    return own;
  };

  await test.step('somebody else approves it, with all facts in view', async () => {
    const approver = await person('samuel@larkmoor.example', larkmoor);
    await approver.goto(`${larkmoor}/approvals`);
    await approver.getByRole('link', { name: title }).click();
    await expect(approver.getByRole('main')).toContainText('$26,000');
    await approver.getByRole('button', { name: 'Approve' }).click();
    await expect(approver.getByText('Approved. It goes on by itself.')).toBeVisible();
    await approver.context().close();
  });

  const own = await person(freelancer.email, portalUrl);
  await test.step('a freelancer finds it, sees what it costs and pays, and proposes', async () => {
    await expect(async () => {
      await own.goto(`${portalUrl}/jobs/search?${new URLSearchParams({ q: title })}`);
      await own.getByRole('link', { name: title }).click({ timeout: 1500 });
    }).toPass({ timeout: 15_000 });
    await own.getByRole('link', { name: 'Propose' }).first().click();
    await own.getByRole('radio', { name: 'One sum at the end' }).check();
    await own.getByRole('textbox', { name: 'Your price' }).fill('14000');
    await expect(own.getByText('$12,600')).toBeVisible();
    await own.getByRole('textbox', { name: /Why you/ }).fill('I made a parts finder for a maker of ticket machines.');
    await own
      .getByRole('textbox', { name: /Which search/ })
      .fill('One over 40,000 drawings, from 3 seconds to 40 milliseconds.');
    await own.getByRole('button', { name: 'Send proposal' }).click();
    await expect(own.getByRole('heading', { name: title })).toBeVisible();
    await expect(own.getByText('The client has not opened it yet.')).toBeVisible();
  });

  await test.step('the proposal is on the board in the intranet, and goes on the shortlist by a key', async () => {
    await page.goto(`${intranetUrl}/strict/proposals`);
    await page.getByRole('button', { name: title }).click();
    await page.getByRole('button', { name: freelancer.name }).first().focus();
    await page.keyboard.press('s');
    await expect(page.getByText(`${freelancer.name} is on the shortlist.`)).toBeVisible();
  });

  const hanna = await person('hanna@larkmoor.example', larkmoor);
  await test.step('the hiring manager offers the work', async () => {
    await hanna.goto(`${larkmoor}/job-posts?${new URLSearchParams({ q: title })}`);
    await hanna.getByRole('link', { name: title }).click();
    await hanna
      .getByRole('navigation', { name: /./ })
      .getByRole('link', { name: /^Proposals/ })
      .last()
      .click();
    await hanna.getByRole('link', { name: freelancer.name }).first().click();
    await hanna.getByRole('button', { name: 'Make an offer' }).click();
    await hanna.getByRole('button', { name: 'Begin the draft' }).click();
    await hanna.getByRole('textbox', { name: 'Type your name to sign' }).fill('Hanna Lindqvist');
    await hanna.getByRole('button', { name: 'Sign and send' }).click();
    await expect(hanna.getByText(`${freelancer.name} answers next`)).toBeVisible();
  });

  await test.step('the freelancer asks for other terms', async () => {
    await own.goto(`${portalUrl}/my/offers`);
    await own.getByRole('link', { name: title }).click();
    await own.getByRole('button', { name: 'Ask for other terms' }).click();
    await own.getByRole('textbox', { name: /^Amount/ }).fill('14800');
    await own.getByRole('textbox', { name: 'Why' }).fill('Two more days for the drawings.');
    await own.getByRole('button', { name: 'Send to the client' }).click();
    await expect(own.getByText('the client answers next').first()).toBeVisible();
  });

  await test.step('the client sees what is different and sends the terms back', async () => {
    await hanna.reload();
    await expect(hanna.getByText(`${freelancer.name} proposes other terms`).first()).toBeVisible();
    await hanna.getByRole('button', { name: 'Agree and send back' }).click();
    const dialog = hanna.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Type your name to sign' }).fill('Hanna Lindqvist');
    await dialog.getByRole('button', { name: 'Agree and send back' }).click();
    await expect(hanna.getByText(`${freelancer.name} answers next`)).toBeVisible();
  });

  await test.step('the freelancer signs, and there is a contract', async () => {
    await own.reload();
    await own.getByRole('button', { name: 'Sign', exact: true }).click();
    const dialog = own.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Type your full name' }).fill(freelancer.name);
    await dialog.getByRole('checkbox', { name: /agree/ }).check();
    await dialog.getByRole('button', { name: 'Sign and accept' }).click();
    await own
      .getByRole('main')
      .getByRole('link', { name: /^Terms/ })
      .first()
      .click();
    await expect(own.getByText('Signatures')).toBeVisible();
    await expect(own.getByRole('main')).toContainText('$14,800');
  });
});
