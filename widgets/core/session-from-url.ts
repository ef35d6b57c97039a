import { HireError } from './hire-error.ts';
import type { FetchSession } from './session-request.ts';

/**
 * Ask the host's own server. Same origin and a custom header, so that no other site can make a signed-in browser ask:
 * a cross-origin page cannot send the header without a preflight that the host never answers.
 */
export function sessionFromUrl(sessionUrl: string): FetchSession {
  return async ({ reason, scope, signal }) => {
    const url = new URL(sessionUrl, document.baseURI);
    if (url.origin !== location.origin) throw new HireError('session_denied');
    // With the host's own cookies: to its own origin a fetch sends them unless told otherwise.
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'x-hire-session': reason, ...(scope && { 'x-hire-scope': scope }) },
      signal,
    });
    if (response.ok) return response.json();
    throw new HireError(response.status < 500 && response.status !== 429 ? 'session_denied' : 'session_unavailable');
  };
}
