import { basePath, findRoute, type Route } from '../router.ts';
import { mayOpen } from './session.ts';

const asked = new Set<Route>();

/** A page's code is asked for when somebody points at its link, and when the browser has nothing else to do. */
export function prefetchPages(routes: readonly Route[], root: HTMLElement): () => void {
  const stop = new AbortController();
  const pointed = (event: Event) => {
    const link = (event.target as Element).closest?.('a');
    if (link) prefetch(routes, link);
  };
  for (const type of ['pointerover', 'focusin', 'touchstart'] as const)
    root.addEventListener(type, pointed, { signal: stop.signal, passive: true });
  return () => stop.abort();
}

/** What the navigation leads to, one page at a time: never beside what the person waits for. */
export function prefetchWhenIdle(routes: readonly Route[], root: HTMLElement): void {
  const saves = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData;
  if (saves || typeof requestIdleCallback !== 'function') return;
  const links = [...root.querySelectorAll<HTMLAnchorElement>('.nav a, main a')];
  const next = () => {
    const link = links.shift();
    if (!link || document.visibilityState !== 'visible') return;
    const isNew = prefetch(routes, link);
    if (isNew) void isNew.then(() => requestIdleCallback(next));
    else next();
  };
  requestIdleCallback(next, { timeout: 5000 });
}

function prefetch(routes: readonly Route[], link: HTMLAnchorElement): Promise<unknown> | undefined {
  if (link.origin !== location.origin || !link.pathname.startsWith(basePath) || link.target) return undefined;
  const route = findRoute(routes, link.pathname.slice(basePath.length) || '/')?.route;
  if (!route || asked.has(route) || !mayOpen(route.access, route.feature)) return undefined;
  asked.add(route);
  return route.load().catch(() => asked.delete(route));
}
