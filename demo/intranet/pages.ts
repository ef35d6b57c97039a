import { readFile } from 'node:fs/promises';
import { html, raw } from 'hono/html';
import { demoPin } from './confirmation.ts';
import type { Employee, IntranetSettings } from './intranet.ts';
import { type HostKind, type HostPage, hostPages, kindGroups } from './kinds.ts';

type Html = ReturnType<typeof html>;
export type Shown = { employee: Employee; settings: IntranetSettings; path: string };

/** A widget's page, as this kind of host shows it. */
export async function hostPage(
  kind: HostKind,
  { name, label, path }: HostPage,
  shown: Shown,
  values: Record<string, string>,
): Promise<string> {
  const content =
    (await hostFile(`${kind.folder}/page.html`, { ...values, page: name })) ??
    (await hostFile(`pages/${name}.html`, values))!;
  return framed(kind, shown, {
    title: `${label}, ${kind.label}`,
    head: (await hostFile(`${kind.folder}/head.html`, {})) ?? '',
    pages: pageLinks(kind, path),
    confirm: String(await confirmDialog(shown)),
    content,
  });
}

export async function homePage(shown: Shown): Promise<string> {
  const content = await hostFile('home.html', { kinds: String(await kindTiles()) });
  return framed(undefined, shown, { title: 'Home', content: content! });
}

async function framed(
  kind: HostKind | undefined,
  { employee, settings, path }: Shown,
  values: Record<string, string>,
): Promise<string> {
  const file = kind?.frame === 'own' ? `${kind.folder}/frame.html` : 'frame.html';
  return (await hostFile(file, {
    companyName: settings.companyName,
    kinds: String(await kindMenu(kind)),
    who: String(await whoForm(employee, settings, path)),
    ...values,
  }))!;
}

/** Fills `{{name}}` in a host's own file, so that what a reader copies from `demo/hosts` is what runs here. */
async function hostFile(file: string, values: Record<string, string>): Promise<string | undefined> {
  const source = await readFile(new URL(`../hosts/${file}`, import.meta.url), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    },
  );
  return source?.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

const kindMenu = (current: HostKind | undefined) => html`<nav class="kinds" aria-label="Intranet">
      <a href="/" ${current ? '' : raw('aria-current="page"')}>Home</a>
      <details>
        <summary>${current ? html`Hiring: <b>${current.label}</b>` : 'Hiring'}</summary>
        <div>
          ${kindGroups.map(
            ({ label, kinds }) => html`<b>${label}</b>
          ${kinds.map((kind) => html`<a href="${kind.path}" ${kind === current ? raw('aria-current="true"') : ''}>${kind.label}</a>`)}`,
          )}
        </div>
      </details>
    </nav>`;

function pageLinks(kind: HostKind, current: string): string {
  const link = ({ path, label }: HostPage) =>
    `<a href="${kind.path}${path}"${path === current ? ' aria-current="page"' : ''}>${label}</a>`;
  return hostPages.map(link).join('\n        ');
}

const kindTiles = (): Html | Promise<Html> =>
  html`${kindGroups.map(
    ({ label, kinds }) => html`<h3>${label}</h3>
    <ul class="tiles">
      ${kinds.map((kind) => html`<li><a href="${kind.path}">${kind.label}</a><p>${kind.says}</p></li>`)}
    </ul>`,
  )}`;

const whoForm = (
  employee: Employee,
  { employees }: IntranetSettings,
  back: string,
) => html`<form method="post" action="/sign-in" class="who">
      <label for="email">Signed in as</label>
      <select id="email" name="email">
        ${employees.map(
          ({ email, name, jobTitle }) =>
            html`<option value="${email}" ${email === employee.email ? raw('selected') : ''}>${name}, ${jobTitle}</option>`,
        )}
      </select>
      <input type="hidden" name="back" value="${back}" />
      <button type="submit">Switch</button>
    </form>`;

/** Opened by a widget that is about to move money; see `public/confirm.js`. */
const confirmDialog = ({ employee, settings }: Shown) => html`<dialog id="confirm" aria-labelledby="confirm-title">
      <form>
        <h2 id="confirm-title">Is it you, ${employee.name}?</h2>
        <p>Money is about to move for ${settings.companyName}. Type the PIN of your badge to go on. In this demo it is ${demoPin}.</p>
        <label for="pin">PIN</label>
        <input id="pin" name="pin" type="password" inputmode="numeric" autocomplete="off" required aria-describedby="pin-error" />
        <p id="pin-error" role="alert"></p>
        <div class="choices"><button type="button">Cancel</button><button type="submit">Confirm</button></div>
      </form>
    </dialog>
    <script type="module" src="/confirm.js"></script>`;
