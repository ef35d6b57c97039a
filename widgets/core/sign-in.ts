import { lazy } from './lazy.ts';
import type { FetchSession } from './session-request.ts';

/**
 * For hosts without a server of their own: people sign in with their company account, by going to the company's portal
 * and back. Never by itself: a widget shows a button.
 */
export const signInWithRedirect =
  ({ apiBase }: { apiBase: string }): FetchSession =>
  async (request) => {
    const { signedIn } = await lazy('core/later/redirect', () => import('./later/redirect.ts'));
    return signedIn(apiBase.replace(/\/$/, ''), request);
  };
