import { HireError } from './hire-error.ts';

export type SessionReason = 'initial' | 'refresh' | 'elevate';
export type SessionRequest = { reason: SessionReason; scope?: string; signal: AbortSignal };
/** What the person may do in each widget: `{ talentSearch: { invite: true } }`. */
export type SessionFeatures = Record<string, Record<string, boolean>>;
export type SessionAnswer = { token: string; expiresAt: string };
export type FetchSession = (request: SessionRequest) => Promise<SessionAnswer>;

const refreshAtShareOfLife = 0.8;
const tries = 3;
const firstPauseMs = 500;
/** A page's clock may be wrong by hours; the contract's limits on a token's life bound what we believe. */
const leastLifeMs = 30_000;
const mostLifeMs = 15 * 60_000;

/** One person's short-lived right to ask, held in memory only. At most one request for it is under way at any time. */
export class Session {
  features: SessionFeatures = {};
  #fetchSession: FetchSession;
  #closing = new AbortController();
  #token = '';
  #endsAt = 0;
  #underWay: Promise<string> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(fetchSession: FetchSession) {
    this.#fetchSession = fetchSession;
  }

  /** A token that is still good, asking for one only if there is none. */
  async token(): Promise<string> {
    return Date.now() < this.#endsAt ? this.#token : this.#ask(this.#token ? 'refresh' : 'initial');
  }

  /** After a 401: somebody else may have renewed meanwhile, then that token is the answer. */
  async renew(refused: string): Promise<string> {
    return this.#token === refused ? this.#ask('refresh') : this.token();
  }

  /** A step-up, for what moves money. */
  async elevate(scope: string): Promise<string> {
    await this.#underWay?.catch(() => {});
    return this.#ask('elevate', scope);
  }

  close(): void {
    this.#closing.abort();
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#refreshWhileVisible);
    this.#endsAt = 0;
    this.#token = '';
  }

  #ask(reason: SessionReason, scope?: string): Promise<string> {
    this.#underWay ??= this.#tryThreeTimes({ reason, scope, signal: this.#closing.signal }).finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  async #tryThreeTimes(request: SessionRequest): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      try {
        return this.#keep(await this.#fetchSession(request));
      } catch (reason) {
        const error = reason instanceof HireError ? reason : new HireError('session_unavailable');
        if (attempt === tries || error.code === 'session_denied' || request.signal.aborted) throw error;
        const pauseMs = firstPauseMs * 2 ** (attempt - 1) * (0.5 + Math.random());
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
  }

  #keep({ token, expiresAt }: SessionAnswer): string {
    this.#closing.signal.throwIfAborted();
    const now = Date.now();
    const claimedMs = Date.parse(expiresAt) - now;
    if (!token || Number.isNaN(claimedMs)) throw new HireError('session_denied');
    const lifeMs = Math.min(Math.max(claimedMs, leastLifeMs), mostLifeMs);
    this.#token = token;
    this.#endsAt = now + lifeMs;
    this.features = featuresOf(token);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#refreshWhileVisible, lifeMs * refreshAtShareOfLife);
    return token;
  }

  /** A page nobody looks at asks for nothing; it catches up when it is looked at again. */
  #refreshWhileVisible = () => {
    document.removeEventListener('visibilitychange', this.#refreshWhileVisible);
    if (document.hidden) document.addEventListener('visibilitychange', this.#refreshWhileVisible);
    // What failed here fails again, and is told, when somebody asks for something.
    else void this.#ask('refresh').catch(() => {});
  };
}

/** What the token grants decides only which buttons show; the API judges every request by itself. */
function featuresOf(token: string): SessionFeatures {
  try {
    const payload = token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/');
    return JSON.parse(atob(payload)).wdg ?? {};
  } catch {
    return {};
  }
}
