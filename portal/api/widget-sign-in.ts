import { get, post } from './client.ts';

/** Who asks, and whether this person agreed to it before. */
export const getWidgetSignIn = (redirectUrl: string): Promise<{ origin: string; isKnown: boolean }> =>
  get('/v1/embed/sign-ins/request', { query: { redirectUrl } });

export const allowWidgetSignIn = (asked: {
  redirectUrl: string;
  codeChallenge: string;
  elevate?: readonly string[];
}): Promise<{ code: string }> => post('/v1/embed/sign-ins', { ...asked, codeChallengeMethod: 'S256' });
