import { getApprovals } from '../api/approvals.ts';
import { get } from '../api/client.ts';
import { mayOpen, me } from './session.ts';
import { createState } from './state.ts';

/** Counts that the frame shows beside its links; undefined: not known, and then not shown. */
function count(ask: () => Promise<number>) {
  const state = createState<number | undefined>(undefined);
  return {
    ...state,
    async reload(): Promise<void> {
      try {
        state.set(await ask());
      } catch {
        // The frame stays as it was: a count that cannot be read now is no reason to disturb anybody.
      }
    },
  };
}

export const unreadNotices = count(
  async () => (await get<{ unread: number }>('/v1/notifications/unread-count')).unread,
);
export const waitingApprovals = count(async () => (await getApprovals({ limit: 1 })).waitingForMe);

const askAgainMs = 60_000;

/** @returns what stops it */
export function watchWaiting(): () => void {
  const ask = () => {
    if (document.visibilityState !== 'visible' || !navigator.onLine) return;
    const person = me.get();
    if (!person) return;
    void unreadNotices.reload();
    // A freelancer at a tenant's address sees its features, and decides nothing there.
    if (mayOpen('teamMember', 'approvals')) void waitingApprovals.reload();
  };
  const timer = setInterval(ask, askAgainMs);
  const stopMe = me.subscribe(ask);
  document.addEventListener('visibilitychange', ask);
  ask();
  return () => {
    clearInterval(timer);
    stopMe();
    document.removeEventListener('visibilitychange', ask);
  };
}
