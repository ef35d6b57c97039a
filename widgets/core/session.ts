import { asHireError, HireError } from './hire-error.ts';
import { type PageClock, pageClock } from './page-clock.ts';

export type SessionReason = 'initial' | 'refresh' | 'elevate';
export type SessionRequest = { reason: SessionReason; scope?: string; signal: AbortSignal };
/** What the person may do in each widget, as the session grants it: `{ talentSearch: { invite: true } }`. */
export type SessionFeatures = Record<string, Record<string, boolean>>;
export type SessionAnswer = { token: string; expiresAt: string; features?: SessionFeatures };
export type FetchSession = (request: SessionRequest) => Promise<SessionAnswer>;

const refreshAtShareOfLife = 0.8;
const tries = 3;
const firstPauseMs = 500;
/** A page's clock may be wrong by hours; the contract's limits on a token's life bound what we believe. */
const lifeLimitsMs = { least: 30_000, most: 15 * 60_000 };

/** One person's short-lived right to ask, held in memory only. At most one request for it is under way at any time. */
export class Session {
  #fetchSession: FetchSession;
  #clock: PageClock;
  #closing = new AbortController();
  #current: { token: string; endsAt: number; features: SessionFeatures } | undefined;
  #underWay: Promise<string> | undefined;
  #stopWaiting = () => {};

  constructor(fetchSession: FetchSession, clock: PageClock = pageClock) {
    this.#fetchSession = fetchSession;
    this.#clock = clock;
  }

  get features(): SessionFeatures {
    return this.#current?.features ?? {};
  }

  /** A token that is still good, asking for one only if there is none. */
  async token(): Promise<string> {
    const current = this.#current;
    if (current && this.#clock.now() < current.endsAt) return current.token;
    return this.#ask({ reason: current ? 'refresh' : 'initial' });
  }

  /** After a 401: somebody else may have renewed meanwhile, then that token is the answer. */
  async renew(refused: string): Promise<string> {
    const current = this.#current;
    return current && current.token !== refused ? current.token : this.#ask({ reason: 'refresh' });
  }

  /** A step-up, for what moves money. */
  async elevate(scope: string): Promise<string> {
    await this.#underWay?.catch(() => {});
    return this.#ask({ reason: 'elevate', scope });
  }

  close(): void {
    this.#closing.abort();
    this.#stopWaiting();
    this.#current = undefined;
  }

  #ask(request: { reason: SessionReason; scope?: string }): Promise<string> {
    this.#underWay ??= this.#tryThreeTimes(request).finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  async #tryThreeTimes(request: { reason: SessionReason; scope?: string }): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      try {
        return this.#keep(await this.#fetchSession({ ...request, signal: this.#closing.signal }));
      } catch (reason) {
        const error = reason instanceof HireError ? reason : new HireError('session_unavailable');
        if (attempt === tries || error.code === 'session_denied' || this.#closing.signal.aborted) throw error;
        await this.#pause(firstPauseMs * 2 ** (attempt - 1) * (0.5 + this.#clock.random()));
      }
    }
  }

  #keep({ token, expiresAt, features }: SessionAnswer): string {
    this.#closing.signal.throwIfAborted();
    const now = this.#clock.now();
    const claimed = Date.parse(expiresAt) - now;
    if (!token || Number.isNaN(claimed)) throw new HireError('session_denied');
    const lifeMs = Math.min(Math.max(claimed, lifeLimitsMs.least), lifeLimitsMs.most);
    this.#current = { token, endsAt: now + lifeMs, features: features ?? featuresOf(token) };
    this.#stopWaiting();
    this.#stopWaiting = this.#clock.after(lifeMs * refreshAtShareOfLife, () => this.#refreshWhileVisible());
    return token;
  }

  /** A page nobody looks at asks for nothing; it catches up when it is looked at again. */
  #refreshWhileVisible(): void {
    const refresh = () => void this.#ask({ reason: 'refresh' }).catch(asHireError);
    if (this.#clock.visible()) refresh();
    else this.#stopWaiting = this.#clock.whenVisible(refresh);
  }

  #pause(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#clock.after(delayMs, resolve);
      const stop = () => {
        cancel();
        resolve();
      };
      this.#closing.signal.addEventListener('abort', stop, { once: true });
    });
  }
}

/** What the token's claims grant decides only which buttons show; the API judges every request by itself. */
function featuresOf(token: string): SessionFeatures {
  try {
    const payload = token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/');
    return JSON.parse(atob(payload)).features ?? {};
  } catch {
    return {};
  }
}
