import type { Embed } from '../core/embed.ts';
import type { CheckedFile, LaterFiles } from '../core/lazy.ts';
import { sessionFromUrl } from '../core/session-from-url.ts';
import type { LoaderOptions } from './start-widget.ts';

/** Written in by the build: the tags there are, with spaces between. */
declare const TAG_NAMES: string;
/** Written in by the build: what every tag needs, and last the table with the files of each, the deepest first. */
declare const FIRST_FILES: CheckedFile[];

type Table = { default: Record<string, CheckedFile[]> & { core: LaterFiles } };
type WidgetModule = { start(options: LoaderOptions): Embed };

const here = import.meta.url;
const servedKey = Symbol.for('hire.served');
const tagNames = TAG_NAMES.split(' ');
const {
  prefix = 'hire',
  sessionUrl,
  publishableKey,
  signIn,
  locale,
} = [...document.scripts].find(({ src }) => src === here)?.dataset ?? {};
const apiBase = here.slice(0, here.lastIndexOf('/embed/'));
const fetchSession = sessionUrl ? sessionFromUrl(sessionUrl) : undefined;
const links: Record<string, Promise<HTMLLinkElement>> = {};
const started: Record<string, Promise<Embed | undefined>> = {};
const page = globalThis as { [servedKey]?: Record<string, string> };
page[servedKey] ??= {};
const served = page[servedKey];
const failed = new Set<string>();
const isUnchecked = navigator.vendor.startsWith('Apple');

/**
 * The browser checks the hash and keeps the file; a later `import()` of the same address gets exactly those bytes.
 * WebKit fetches what a link names without a look at its hash: there a fetch checks the same file once more.
 */
function check([file, sha256]: CheckedFile): Promise<HTMLLinkElement> {
  links[file] ??= new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.crossOrigin = '';
    link.integrity = `sha256-${sha256}=`;
    link.href = new URL(file, here).href;
    link.onerror = () => {
      link.remove();
      delete links[file];
      reject(link);
    };
    link.onload = () =>
      isUnchecked
        ? fetch(link.href, { integrity: link.integrity }).then(() => resolve(link), link.onerror)
        : resolve(link);
    document.head.append(link);
  });
  return links[file];
}

const verify = (files: CheckedFile[]) => Promise.all(files.map(check));

/** The last of the files; the others are what it needs. */
async function verifiedImport(files: CheckedFile[]) {
  return import(/* @vite-ignore */ (await verify(files)).at(-1)!.href);
}

async function load(name: string): Promise<Embed | undefined> {
  const tag = `${prefix}-${name}`;
  try {
    const { default: table }: Table = await verifiedImport(FIRST_FILES);
    const module: WidgetModule = await verifiedImport(table[name]!);
    return module.start({ apiBase, tag, fetchSession, publishableKey, signIn, locale, verify, coreFiles: table.core });
  } catch {
    failed.add(name);
    look();
    return undefined;
  }
}

/** The first loader that meets a tag serves it; another copy or version of this file then leaves it alone. */
function begin(name: string): void {
  const tag = `${prefix}-${name}`;
  served[tag] ??= here;
  if (served[tag] === here) started[name] ??= load(name);
}

/** The element has no code yet, so the words go where its children are. */
function showFailure(element: Element, name: string): void {
  if (element.firstElementChild?.role === 'alert') return;
  const notice = document.createElement('p');
  const again = document.createElement('button');
  notice.role = 'alert';
  notice.textContent = 'This part of the page could not be loaded. ';
  again.textContent = 'Try again';
  again.onclick = () => {
    for (const { firstElementChild: told } of document.querySelectorAll(element.localName)) told?.remove();
    failed.delete(name);
    started[name] = load(name);
  };
  notice.append(again);
  element.replaceChildren(notice);
  element.dispatchEvent(
    new CustomEvent('hire-error', { detail: { code: 'chunk_load' }, bubbles: true, composed: true }),
  );
}

const sight = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries)
    if (isIntersecting) begin(target.localName.slice(prefix.length + 1));
});

function look(): void {
  for (const name of tagNames) {
    for (const element of document.querySelectorAll(`${prefix}-${name}:not(:defined)`)) {
      if (failed.has(name)) showFailure(element, name);
      else if (element.getAttribute('loading') === 'lazy') sight.observe(element);
      else begin(name);
    }
  }
}

const arrivals = new MutationObserver(look);
arrivals.observe(document, { childList: true, subtree: true });
look();

/** Stop looking, end the session, leave nothing behind. */
export async function destroy(): Promise<void> {
  arrivals.disconnect();
  sight.disconnect();
  for (const embed of await Promise.all(Object.values(started))) embed?.destroy();
  for (const link of await Promise.all(Object.values(links))) link.remove();
}
