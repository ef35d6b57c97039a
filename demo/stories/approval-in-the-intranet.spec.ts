import { AxeBuilder } from '@axe-core/playwright';
import { expect, intranetUrl, portalUrl, test } from './clean-page.ts';
import { asking } from './later.ts';

const larkmoor = `${portalUrl}/t/larkmoor`;

test('an approver decides in the intranet in two actions, and the post opens', async ({ page }, { project }) => {
  const title = `Control room walls, ${project.name}`;
  const hanna = await asking('hanna@larkmoor.example', 'larkmoor');
  const fields = {
    title,
    description: 'Large screens for two control rooms, drawn and built with the people who sit there.',
    categoryId: 'web-development',
    skills: [{ name: 'TypeScript' }],
    budget: { kind: 'fixed', amount: { amountMinor: 4_000_000, currency: 'USD' } },
    duration: '1To3Months',
    weeklyHours: 30,
    experienceLevel: 'expert',
    visibility: 'public',
    team: 'Digital',
    costCenter: 'CC-4110',
    purchaseOrder: { kind: 'notYet' },
  };
  const made = await hanna.post(`${larkmoor}/v1/job-posts`, { data: fields });
  expect(made.status(), await made.text()).toBe(201);
  const { id } = await made.json();
  const published = await hanna.post(`${larkmoor}/v1/job-posts/${id}/publish`, { data: {} });
  expect((await published.json()).state).toBe('pendingApproval');

  await page.goto(intranetUrl);
  await page.getByLabel('Signed in as').selectOption('samuel@larkmoor.example');
  await page.getByRole('button', { name: 'Switch' }).click();
  await page.goto(`${intranetUrl}/hiring/approvals`);
  await page.getByRole('button', { name: title, exact: true }).click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByText('$40,000').first()).toBeVisible();
  await expect(panel.getByText('CC-4110')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('hire-approvals').analyze();
  expect(violations).toEqual([]);
  await panel.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Approved.' })).toBeVisible();

  const post = await (await hanna.get(`${larkmoor}/v1/job-posts/${id}`)).json();
  expect(post.state).toBe('open');
  await hanna.dispose();
});
