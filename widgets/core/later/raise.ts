import type { SessionCommand, SessionRequest } from '../session-request.ts';

/** Somebody is about to move money: a page that asks people to confirm who they are does so now. */
export type HireElevateDetail = { scope: string; waitUntil(confirmation: Promise<unknown>): void };

declare global {
  interface DocumentEventMap {
    'hire-elevate': CustomEvent<HireElevateDetail>;
  }
}

/** What the page says only ends the wait: its server answers the request that follows by what it saw itself. */
export async function raised<Answer>(
  fetchSession: (request: SessionRequest) => Promise<Answer>,
  scope: string,
  command: SessionCommand,
  signal: AbortSignal,
): Promise<Answer> {
  const waits: Promise<unknown>[] = [];
  const detail: HireElevateDetail = { scope, waitUntil: (wait) => waits.push(wait) };
  document.dispatchEvent(new CustomEvent('hire-elevate', { detail }));
  await Promise.all(waits);
  return fetchSession({ reason: 'elevate', scope, command, signal });
}
