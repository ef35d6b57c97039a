import type { FetchSession, HireElevateDetail, SessionAnswer } from '../session.ts';

/** What the page says only ends the wait: its server answers the request that follows by what it saw itself. */
export async function raised(fetchSession: FetchSession, scope: string, signal: AbortSignal): Promise<SessionAnswer> {
  const waits: Promise<unknown>[] = [];
  const detail: HireElevateDetail = { scope, waitUntil: (wait) => waits.push(wait) };
  document.dispatchEvent(new CustomEvent('hire-elevate', { detail }));
  await Promise.all(waits);
  return fetchSession({ reason: 'elevate', scope, signal });
}
