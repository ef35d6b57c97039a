import { readFile } from 'node:fs/promises';
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import { demoPin } from './confirmation.ts';
import type { Employee, IntranetSettings } from './intranet.ts';

/** The same widgets in four kinds of pages; every page of a kind is a file in its folder of `demo/hosts`. */
export type Host = { path: string; label: string; folder: string; pages: readonly HostPage[] };
export type HostPage = { path: string; label: string; file: string };

const findTalent = { path: '', label: 'Find talent', file: 'main.html' };
const postAJob = { path: '/post-a-job', label: 'Post a job', file: 'post-a-job.html' };
const proposals = { path: '/proposals', label: 'Proposals', file: 'proposals.html' };
const contracts = { path: '/contracts', label: 'Contracts', file: 'contracts.html' };
const hours = { path: '/hours', label: 'Hours', file: 'hours.html' };
const pool = { path: '/pool', label: 'Our talent', file: 'pool.html' };
const approvals = { path: '/approvals', label: 'Approvals', file: 'approvals.html' };
const spend = { path: '/spend', label: 'Spend', file: 'spend.html' };

export const hosts: readonly Host[] = [
  {
    path: '/hiring',
    label: 'Plain HTML',
    folder: 'html',
    pages: [findTalent, postAJob, proposals, contracts, hours, approvals, pool, spend],
  },
  {
    path: '/react',
    label: 'React',
    folder: 'react',
    pages: [findTalent, postAJob, contracts, hours, approvals, pool, spend],
  },
  {
    path: '/vue',
    label: 'Vue',
    folder: 'vue',
    pages: [findTalent, postAJob, contracts, hours, approvals, pool, spend],
  },
  {
    path: '/strict',
    label: 'Strict CSP',
    folder: 'strict',
    pages: [findTalent, postAJob, proposals, contracts, hours, approvals, pool, spend],
  },
];

export const hostPaths = hosts.flatMap(({ path, pages }) => pages.map((each) => path + each.path));

/** Fills `{{name}}` in a host's own file, so that what a reader copies from `demo/hosts` is what runs here. */
export async function hostContent(file: string, values: Record<string, string>): Promise<string> {
  const source = await readFile(new URL(`../hosts/${file}`, import.meta.url), 'utf8');
  return source.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

type PageParts = {
  title: string;
  current: string;
  /** whose pages are offered beside each other */
  host?: Host;
  content: string;
  employee: Employee;
  settings: IntranetSettings;
};

export function page(c: Context, { title, current, host, content, employee, settings }: PageParts) {
  return c.html(html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} – ${settings.companyName} intranet</title>
    <link rel="stylesheet" href="/intranet.css" />
    <link rel="icon" href="/icon.svg" />
  </head>
  <body>
    <header class="bar">
      <a class="brand" href="/"><img src="/icon.svg" alt="" width="24" height="24" />${settings.companyName}</a>
      <nav aria-label="Intranet">
        <a href="/" ${current === '/' ? raw('aria-current="page"') : ''}>Home</a>
        ${hosts.map(({ path, label }) => html`<a href="${path}" ${path === host?.path ? raw('aria-current="true"') : ''}>${label}</a>`)}
      </nav>
      <form method="post" action="/sign-in" class="who">
        <label for="email">Signed in as</label>
        <select id="email" name="email">
          ${settings.employees.map(
            ({ email, name, jobTitle }) =>
              html`<option value="${email}" ${email === employee.email ? raw('selected') : ''}>${name}, ${jobTitle}</option>`,
          )}
        </select>
        <input type="hidden" name="back" value="${current}" />
        <button type="submit">Switch</button>
      </form>
    </header>
    <main>
      ${
        host
          ? html`<nav class="pages" aria-label="Hiring">
              ${host.pages.map(
                ({ path, label }) =>
                  html`<a href="${host.path}${path}" ${host.path + path === current ? raw('aria-current="page"') : ''}>${label}</a>`,
              )}
            </nav>`
          : ''
      }
      ${raw(content)}
    </main>
    ${host ? confirmDialog(employee, settings) : ''}
    <footer>${settings.companyName} · internal use only</footer>
  </body>
</html>`);
}

/** Opened by a widget that is about to move money; see `public/confirm.js`. */
const confirmDialog = (
  { name }: Employee,
  { companyName }: IntranetSettings,
) => html`<dialog id="confirm" aria-labelledby="confirm-title">
      <form>
        <h2 id="confirm-title">Is it you, ${name}?</h2>
        <p>Money is about to move for ${companyName}. Type the PIN of your badge to go on. In this demo it is ${demoPin}.</p>
        <label for="pin">PIN</label>
        <input id="pin" name="pin" type="password" inputmode="numeric" autocomplete="off" required aria-describedby="pin-error" />
        <p id="pin-error" role="alert"></p>
        <div class="choices"><button type="button">Cancel</button><button type="submit">Confirm</button></div>
      </form>
    </dialog>
    <script type="module" src="/confirm.js"></script>`;
