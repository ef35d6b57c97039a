import { HireError } from '../hire-error.ts';
import type { SessionAnswer, SessionCommand, SessionRequest } from '../session-request.ts';

/** What must survive the way to the portal and back; in the tab's storage between leaving and coming back only. */
type Departure = { state: string; verifier: string; page: string; command?: SessionCommand };

const codes = new Map<string, object>();
const commands = new Map<string, SessionCommand>();
const refreshTokens = new Map<string, string>();

/**
 * A session for the code that the portal sent along, or for the refresh token of the session before: in memory only,
 * bound to this origin, good once.
 * @throws HireError sign_in_required, whose `act` goes to the portal
 */
export async function signedIn(
  apiBase: string,
  { reason, scope, command, signal }: SessionRequest,
): Promise<SessionAnswer> {
  arrive(apiBase);
  if (reason === 'elevate') return leave(apiBase, signal, scope, command);
  const code = codes.get(apiBase);
  const refreshToken = refreshTokens.get(apiBase);
  const asked = code ?? (refreshToken && { grantType: 'refreshToken', refreshToken });
  if (!asked) throw signInRequired(apiBase, signal);
  const response = await fetch(`${apiBase}/v1/embed/tokens`, {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(asked),
    signal,
  });
  // What never got an answer, or no judgement, may be tried again.
  if (response.status >= 500 || response.status === 429) throw new HireError('session_unavailable');
  codes.delete(apiBase);
  refreshTokens.delete(apiBase);
  if (response.status === 401) throw signInRequired(apiBase, signal);
  if (!response.ok) throw new HireError('session_denied', await response.json().catch(() => ({})));
  const { refreshToken: next, ...answer } = (await response.json()) as SessionAnswer & { refreshToken: string };
  refreshTokens.set(apiBase, next);
  await goOn(apiBase, answer.token, signal);
  return answer;
}

/**
 * What the person pressed before they left to confirm who they are, once, with its own key. Where it fails nothing has
 * happened: what the widgets then read says so, and the button is there again.
 */
async function goOn(apiBase: string, token: string, signal: AbortSignal): Promise<void> {
  const command = commands.get(apiBase);
  if (!commands.delete(apiBase)) return;
  const { path, method, body, headers } = command!;
  await fetch(apiBase + path, {
    method,
    credentials: 'omit',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: body === undefined ? body : JSON.stringify(body),
    signal,
  }).catch(() => {});
}

const signInRequired = (apiBase: string, signal: AbortSignal) =>
  Object.assign(new HireError('sign_in_required'), {
    act: () => void leave(apiBase, signal).catch(() => {}),
  });

/** Takes the code out of the address, if it is the answer to what this tab asked (RFC 6749, `state`). */
function arrive(apiBase: string): void {
  const kept = sessionStorage.getItem(storageKey(apiBase));
  if (!kept) return;
  sessionStorage.removeItem(storageKey(apiBase));
  const { state, verifier, page, command }: Departure = JSON.parse(kept);
  const query = new URLSearchParams(location.search);
  const code = query.get('hire-code');
  if (!code || query.get('hire-state') !== state) return;
  history.replaceState(history.state, '', page);
  if (command) commands.set(apiBase, command);
  codes.set(apiBase, {
    grantType: 'authorizationCode',
    code,
    codeVerifier: verifier,
    redirectUrl: withoutFragment(page),
  });
}

/** The person pressed a button. Coming back by the browser's own Back is a no. */
async function leave(apiBase: string, signal: AbortSignal, elevate?: string, command?: SessionCommand): Promise<never> {
  const departure: Departure = { state: random(), verifier: random(), page: location.href };
  if (command) {
    const { path, method, body, headers } = command;
    departure.command = { path, method, body, headers };
  }
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(departure.verifier));
  sessionStorage.setItem(storageKey(apiBase), JSON.stringify(departure));
  const asked = new URLSearchParams({
    redirectUrl: withoutFragment(departure.page),
    state: departure.state,
    codeChallenge: base64url(new Uint8Array(digest)),
    ...(elevate && { elevate }),
  });
  location.assign(`${apiBase}/widget-sign-in?${asked}`);
  return new Promise((_, reject) => {
    const stay = () => {
      sessionStorage.removeItem(storageKey(apiBase));
      reject(new HireError(elevate ? 'elevation_required' : 'sign_in_required'));
    };
    addEventListener('pageshow', stay, { once: true, signal });
    signal.addEventListener('abort', stay, { once: true });
  });
}

const storageKey = (apiBase: string) => `hire-sign-in ${apiBase}`;
const withoutFragment = (url: string) => url.split('#')[0]!;
const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));
const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (each) => ({ '+': '-', '/': '_' })[each] ?? '');
