export { createEmbed, type Embed, type EmbedOptions } from './core/embed.ts';
export { HireError, type HireErrorCode } from './core/hire-error.ts';
export { sessionFromUrl } from './core/session-from-url.ts';
export type { FetchSession, SessionAnswer, SessionReason, SessionRequest } from './core/session-request.ts';
export { signInWithRedirect } from './core/sign-in.ts';
