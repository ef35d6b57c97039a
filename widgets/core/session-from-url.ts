import { HireError } from './hire-error.ts';
import type { FetchSession } from './session.ts';

/** Somebody is about to move money: a page that asks people to confirm who they are does so now. */
export type HireElevateDetail = { scope: string; waitUntil(confirmation: Promise<unknown>): void };

declare global {
  interface DocumentEventMap {
    'hire-elevate': CustomEvent<HireElevateDetail>;
  }
}

/**
 * Ask the host's own server. Same origin and a custom header, so that no other site can make a signed-in browser ask:
 * a cross-origin page cannot send the header without a preflight that the host never answers.
 */
export function sessionFromUrl(sessionUrl: string): FetchSession {
  return async ({ reason, scope, signal }) => {
    const url = new URL(sessionUrl, document.baseURI);
    if (url.origin !== location.origin) throw new HireError('session_denied');
    if (scope) await confirmation(scope);
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'x-hire-session': reason, ...(scope && { 'x-hire-scope': scope }) },
      signal,
    });
    if (response.ok) return response.json();
    throw new HireError(response.status < 500 && response.status !== 429 ? 'session_denied' : 'session_unavailable');
  };
}

/** Its server answers the request that follows by what it saw; what the page says only ends the wait. */
function confirmation(scope: string): Promise<unknown> {
  const waits: Promise<unknown>[] = [];
  const detail: HireElevateDetail = { scope, waitUntil: (wait) => waits.push(wait) };
  document.dispatchEvent(new CustomEvent('hire-elevate', { detail }));
  return Promise.all(waits);
}
