import { asHireError, HireError } from './hire-error.ts';
import { lazy } from './lazy.ts';
import type {
  FetchSession,
  SessionAnswer,
  SessionCommand,
  SessionFeatures,
  SessionReason,
  SessionRequest,
} from './session-request.ts';

const refreshAtShareOfLife = 0.8;
const tries = 3;
const firstPauseMs = 500;
/** A page's clock may be wrong by hours; the contract's limits on a token's life bound what we believe. */
const leastLifeMs = 30_000;
const mostLifeMs = 15 * 60_000;

/** One person's short-lived right to ask, held in memory only. At most one request for it is under way at any time. */
export function createSession(fetchSession: FetchSession) {
  const closing = new AbortController();
  const { signal } = closing;
  let token = '';
  let endsAt = 0;
  let features: SessionFeatures = {};
  let underWay: Promise<string> | undefined;
  let elevating: Promise<string> | undefined;
  let timer: ReturnType<typeof setTimeout>;

  function ask(reason: SessionReason): Promise<string> {
    underWay ??= tryThreeTimes({ reason, signal }).finally(() => {
      underWay = undefined;
    });
    return underWay;
  }

  async function tryThreeTimes(request: SessionRequest): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      try {
        return keep(await fetchSession(request));
      } catch (reason) {
        const error = asHireError(reason, 'session_unavailable');
        if (attempt === tries || error.code !== 'session_unavailable' || signal.aborted) throw error;
        const pauseMs = firstPauseMs * 2 ** (attempt - 1) * (0.5 + Math.random());
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
  }

  function keep(answer: SessionAnswer): string {
    signal.throwIfAborted();
    const claimedMs = Date.parse(answer.expiresAt) - Date.now();
    if (!answer.token || Number.isNaN(claimedMs)) throw new HireError('session_denied');
    const lifeMs = Math.min(Math.max(claimedMs, leastLifeMs), mostLifeMs);
    token = answer.token;
    endsAt = Date.now() + lifeMs;
    features = featuresOf(token);
    clearTimeout(timer);
    timer = setTimeout(refreshWhileVisible, lifeMs * refreshAtShareOfLife);
    return token;
  }

  /** A page nobody looks at asks for nothing; it catches up when it is looked at again. */
  function refreshWhileVisible(): void {
    // What fails here fails again, and is told, when somebody asks for something.
    if (!document.hidden) void ask('refresh').catch(() => {});
    else document.addEventListener('visibilitychange', refreshWhileVisible, { once: true, signal });
  }

  return {
    features: () => features,

    /** A token that is still good, asking for one only if there is none. */
    token: async () => (Date.now() < endsAt ? token : ask(token ? 'refresh' : 'initial')),

    /** After a 401: somebody else may have renewed meanwhile, then that token is the answer. */
    renew: async (refused: string) => (token === refused ? ask('refresh') : token),

    /** A step-up, for what moves money. Nobody is asked twice, and no other request waits until they have answered. */
    elevate: (scope: string, command: SessionCommand): Promise<string> =>
      (elevating ??= lazy('core/later/raise', () => import('./later/raise.ts'))
        .then(({ raised }) => raised(fetchSession, scope, command, signal))
        .then(keep)
        .catch(() => {
          throw new HireError('elevation_required');
        })
        .finally(() => {
          elevating = undefined;
        })),

    close(): void {
      closing.abort();
      clearTimeout(timer);
      endsAt = 0;
      token = '';
    },
  };
}

export type Session = ReturnType<typeof createSession>;

/** What the token grants decides only which buttons show; the API judges every request by itself. */
function featuresOf(token: string): SessionFeatures {
  try {
    const payload = token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/');
    return JSON.parse(atob(payload)).wdg ?? {};
  } catch {
    return {};
  }
}
