import type { Page } from '@playwright/test';
import { expect, portalUrl, test } from './clean-page.ts';
import { signIn } from './sign-in.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><rect width="400" height="400"/></svg>';
const drawingNamedPng = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(svg) };

/** A picture that a browser drew, as bytes of a real PNG. */
async function picture(page: Page, name: string, hue: number) {
  const base64 = await page.evaluate((from) => {
    const canvas = document.createElement('canvas');
    canvas.width = 1200;
    canvas.height = 900;
    const context = canvas.getContext('2d')!;
    const sky = context.createLinearGradient(0, 0, canvas.width, canvas.height);
    sky.addColorStop(0, `hsl(${from} 70% 60%)`);
    sky.addColorStop(1, `hsl(${from + 60} 70% 40%)`);
    context.fillStyle = sky;
    context.fillRect(0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').split(',')[1]!;
  }, hue);
  return { name, mimeType: 'image/png', buffer: Buffer.from(base64, 'base64') };
}

test('a freelancer adds photo, position and work, sees them as clients do; a disguised drawing is refused in words', async ({
  page,
  complaints,
}, { project }) => {
  const email = project.name === 'phone' ? 'jonas@talent.example' : 'adaeze@talent.example';
  const unique = Date.now().toString(36);
  const position = `Lead maintainer ${unique}`;
  const work = `Ferry timetable ${unique}`;
  await signIn(page, portalUrl, email, complaints);
  await page.goto(`${portalUrl}/profile`);

  const photo = page.locator('#photo');
  await photo.locator('input[type=file]').setInputFiles(drawingNamedPng);
  await expect(photo.getByText('This file cannot be read as a picture.')).toBeVisible();
  await photo.locator('input[type=file]').setInputFiles(await picture(page, 'me.png', 20));
  await page.getByRole('button', { name: 'Save photo' }).click();
  await expect(page.getByText('Photo saved.')).toBeVisible();
  await expect(photo.getByText('This file cannot be read as a picture.')).toHaveCount(0);
  const photoUrl = await photo.locator('img').getAttribute('src');

  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Add position' }).click();
  await dialog.getByLabel('Title').fill(position);
  await dialog.getByLabel('Company').fill('Harbor Lines');
  await dialog.getByRole('combobox', { name: 'Month' }).selectOption({ label: 'March' });
  await dialog.getByRole('textbox', { name: 'Year' }).fill('2025');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.locator('#employment')).toContainText(position);
  await expect(page.getByText('Everything is saved')).toBeVisible();

  await page.getByRole('button', { name: 'Add work' }).click();
  await dialog.getByLabel('Title').fill(work);
  await dialog.locator('input[type=file]').setInputFiles(drawingNamedPng);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText(/This is no JPEG/);
  await dialog.getByRole('button', { name: 'Remove picture 1' }).click();
  await dialog.locator('input[type=file]').setInputFiles(await picture(page, 'ferry.png', 200));
  await dialog.getByLabel('What picture 1 shows').fill(`A timetable ${unique} on a phone`);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('#portfolio').getByRole('heading', { name: work })).toHaveCount(1);

  await page.getByRole('link', { name: 'Preview' }).click();
  await expect(page.getByText(position)).toBeVisible();
  await expect(page.getByRole('heading', { name: work })).toBeVisible();
  const shown = page.getByRole('img', { name: `A timetable ${unique} on a phone` });
  await shown.scrollIntoViewIfNeeded();
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  expect(photoUrl).toBeTruthy();
  await expect(page.locator('.preview .avatar img, .preview img.avatar').first()).toHaveAttribute('src', photoUrl!);

  // The refused drawing is answered with 415, which a browser prints.
  const unexpected = complaints.filter((line) => !line.includes('415'));
  complaints.splice(0, complaints.length, ...unexpected);
});
