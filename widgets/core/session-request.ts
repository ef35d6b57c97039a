export type SessionReason = 'initial' | 'refresh' | 'elevate';
export type SessionRequest = {
  reason: SessionReason;
  scope?: string;
  /** what waits for a raised session, for whoever leaves the page to confirm: it is to go on when they are back */
  command?: SessionCommand;
  signal: AbortSignal;
};
export type SessionCommand = { path: string; method?: string; body?: unknown; headers?: Record<string, string> };
/** What the person may do in each widget: `{ talentSearch: { invite: true } }`. */
export type SessionFeatures = Record<string, Record<string, boolean>>;
export type SessionAnswer = { token: string; expiresAt: string };
export type FetchSession = (request: SessionRequest) => Promise<SessionAnswer>;
