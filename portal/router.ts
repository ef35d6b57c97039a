import type { TemplateResult } from 'lit';
import type { Me } from './api/wire.ts';
import { onScrollEnd } from './scroll-end.ts';

export type Params = Readonly<Record<string, string>>;

/** Who may open a page; the API refuses by itself, this only spares people a page that cannot work for them. */
export type Access =
  | 'anyone'
  | 'signedIn'
  | 'member'
  /** Also who holds a role in one team only. */
  | 'teamMember'
  /** Writes posts and works through proposals. */
  | 'hirer'
  /** Makes offers too. */
  | 'offerer'
  /** Reads the tenant's rules and numbers. */
  | 'policyReader'
  /** Reads invoices and transactions: everybody but a recruiter. */
  | 'billing'
  /** Pays, and says whom invoices are made out to. */
  | 'payer'
  | 'freelancer'
  | 'accountAdmin'
  | 'auditor'
  /** Vets for the tenant, or reads how it was done. */
  | 'vettingReader'
  /** Reads what people handed in before work. */
  | 'paperReader'
  /** Any of the people who run the installation. */
  | 'operator'
  | 'operatorAdmin'
  | 'vetter'
  | 'support';

/** What a plan includes. */
export type Feature = Me['features'][number];

export type Route = {
  /** `/lists/:id` */
  path: string;
  access: Access;
  /** Only where the tenant's plan has this. */
  feature?: Feature;
  /** `bare`: without navigation, as sign-in is. `wide`: the page decides its own width. */
  frame?: 'bare' | 'wide';
  load: () => Promise<unknown>;
  render: (params: Params, query: URLSearchParams) => TemplateResult;
};

export type Match = { route: Route; params: Params };

/** `/t/acme` when the path names the tenant, `` when the host does. */
export const basePathOf = (pathname: string): string => /^\/t\/[a-z0-9-]{1,63}(?=\/|$)/.exec(pathname)?.[0] ?? '';

export function matchPath(pattern: string, path: string): Params | undefined {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index]!;
    if (!part.startsWith(':')) {
      if (part !== value) return undefined;
      continue;
    }
    try {
      params[part.slice(1)] = decodeURIComponent(value);
    } catch {
      return undefined;
    }
  }
  return params;
}

export function findRoute(routes: readonly Route[], path: string): Match | undefined {
  for (const route of routes) {
    const params = matchPath(route.path, path);
    if (params) return { route, params };
  }
  return undefined;
}

export const basePath = basePathOf(location.pathname);

/** The address of a page under this tenant's prefix, for `href`. */
export const href = (path: string): string => basePath + path;

/** The present page's path without the tenant's prefix. */
export const currentPath = (): string => location.pathname.slice(basePath.length) || '/';
export const currentQuery = (): URLSearchParams => new URLSearchParams(location.search);

/** A path of this application from text that came with the URL; anything that could leave it becomes `/`. */
export function safePath(text: string | null): string {
  return text && /^\/(?![/\\])[\x21-\x7e]*$/.test(text) ? text : '/';
}

type Leave = () => boolean | Promise<boolean>;
const places = new EventTarget();
let mayLeave: Leave | undefined;

/** `place`: another page was asked for. `query`: the same page changed its own state in the URL. */
export function onNavigate(kind: 'place' | 'query', listener: () => void): () => void {
  places.addEventListener(kind, listener);
  return () => places.removeEventListener(kind, listener);
}

/** A page with unsaved words asks before it is left; the answer of the last one that asked counts. */
export function guardLeaving(guard: Leave): () => void {
  mayLeave = guard;
  return () => {
    if (mayLeave === guard) mayLeave = undefined;
  };
}

type Place = { scrollY: number; left: string };
let returning: Place | undefined;
let shown = location.pathname;

/** Where the person was on the page that "back" or a reload brings again; asked once. */
export function placeToReturnTo(): Place | undefined {
  const place = returning;
  returning = undefined;
  return place;
}

const keepScroll = () => history.replaceState({ ...history.state, scrollY }, '');

export async function navigate(path: string, how: 'push' | 'replace' = 'push'): Promise<void> {
  if (mayLeave && !(await mayLeave())) return;
  returning = undefined;
  if (how === 'push') keepScroll();
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', href(path));
  shown = location.pathname;
  if (how === 'push') scrollTo({ top: 0, behavior: 'instant' });
  places.dispatchEvent(new Event('place'));
}

/** Mirror a page's state in the URL without leaving the page: filters, tabs, panels. */
export function replaceQuery(query: URLSearchParams): void {
  const search = query.size > 0 ? `?${query}` : '';
  if (search === location.search) return;
  history.replaceState(history.state, '', location.pathname + search + location.hash);
  places.dispatchEvent(new Event('query'));
}

/** The same page shows another part of itself, such as a tab with an address of its own. */
export function replacePath(path: string): void {
  history.replaceState(history.state, '', href(path));
  places.dispatchEvent(new Event('query'));
}

export function startRouter(): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  // The browser would scroll before the page's data is there.
  history.scrollRestoration = 'manual';
  const kept = (left: string) => {
    const { scrollY } = (history.state ?? {}) as Partial<Place>;
    returning = scrollY === undefined ? undefined : { scrollY, left };
  };
  kept('');
  addEventListener(
    'popstate',
    () => {
      kept(shown === location.pathname ? '' : shown);
      shown = location.pathname;
      places.dispatchEvent(new Event('place'));
    },
    { signal },
  );
  onScrollEnd(keepScroll, signal);
  document.addEventListener('click', followLink, { signal });
  return () => stop.abort();
}

function followLink(event: MouseEvent): void {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  ) {
    return;
  }
  const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
  if (!link?.href || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
  if (!staysInside(link.pathname)) return;
  // A skip link or a table of contents is the browser's own work.
  if (link.hash && link.pathname === location.pathname && link.search === location.search) return;
  event.preventDefault();
  void navigate(link.pathname.slice(basePath.length) + link.search + link.hash);
}

function staysInside(pathname: string): boolean {
  const inside = basePathOf(pathname) === basePath;
  return inside && !/^\/(v1|embed|assets|docs)(\/|$)/.test(pathname.slice(basePath.length));
}
