import { spawn } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, portalUrl, test } from './clean-page.ts';
import { signIn } from './sign-in.ts';

test('a stranger follows the README and sees the widget in a page of their own', async ({ page, complaints }) => {
  test.slow();
  const port = await freePort();
  const origin = `http://localhost:${port}`;

  await signIn(page, `${portalUrl}/t/larkmoor`, 'mirela@larkmoor.example', complaints);

  await page.goto(`${portalUrl}/t/larkmoor/settings/embed`);
  await page.getByRole('button', { name: 'New key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('README');
  await dialog.getByRole('button', { name: /create|make/i }).click();
  const key = await keyShownIn(page.getByRole('dialog'));
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await page.getByRole('textbox', { name: 'Origin' }).fill(origin);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('button', { name: `Remove ${origin}` })).toBeVisible();

  const folder = await mkdtemp(join(tmpdir(), 'readme-'));
  const { html, server } = await readmeSteps({ origin, tenant: 'larkmoor', member: 'hanna@larkmoor.example' });
  await writeFile(join(folder, 'index.html'), html);
  await writeFile(join(folder, 'server.mjs'), server);
  const running = spawn(process.execPath, ['server.mjs'], {
    cwd: folder,
    env: { ...process.env, HIRE_KEY: key },
    stdio: 'inherit',
  });
  try {
    await expect
      .poll(() =>
        fetch(origin).then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(200);
    complaints.length = 0;
    await page.goto(origin);
    await expect(page.getByRole('heading', { level: 2 })).toHaveCount(10);
    await expect(page.getByRole('combobox', { name: 'Search talent' })).toHaveValue('react');
    // A page without an icon: the browser asks for one and prints that there is none.
    complaints.splice(0, complaints.length, ...complaints.filter((line) => !/favicon|404/.test(line)));
  } finally {
    running.kill();
  }
});

/** The README's own code, with its placeholders filled in as a reader would. */
async function readmeSteps({ origin, tenant, member }: { origin: string; tenant: string; member: string }) {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const manifest = new URL('../../dist/embed/1.0.0/manifest.json', import.meta.url);
  const { loader } = JSON.parse(await readFile(manifest, 'utf8'));
  const block = (language: string) => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)![1]!;
  const filled = (code: string) =>
    code
      .replaceAll('MEMBER@TENANT.example', member)
      .replaceAll('TENANT', tenant)
      .replaceAll('http://localhost:4000', portalUrl)
      .replaceAll('http://localhost:5173', origin)
      .replaceAll('5173', new URL(origin).port)
      .replaceAll('sha384-…', loader.integrity);
  return { html: filled(block('html')), server: filled(block('js')) };
}

async function keyShownIn(dialog: Locator): Promise<string> {
  return dialog.getByText(/^sk_[\w-]{20,}$/).innerText();
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
