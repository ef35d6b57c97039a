import { post } from './client.ts';

export type SignInOutcome = 'signedIn' | 'secondStep';

export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  const answer = await post<{ twoFactorRedirect?: boolean }>('/v1/auth/sign-in/email', { email, password });
  return answer.twoFactorRedirect ? 'secondStep' : 'signedIn';
}

export const verifyCode = (code: string, trustDevice: boolean): Promise<unknown> =>
  post('/v1/auth/two-factor/verify-totp', { code, trustDevice });

export const verifyBackupCode = (code: string, trustDevice: boolean): Promise<unknown> =>
  post('/v1/auth/two-factor/verify-backup-code', { code, trustDevice });

export const signUp = (person: { name: string; email: string; password: string; locale: string }): Promise<unknown> =>
  post('/v1/auth/sign-up/email', person);

export const sendVerification = (email: string): Promise<unknown> =>
  post('/v1/auth/send-verification-email', { email });

export const askForReset = (email: string): Promise<unknown> => post('/v1/auth/request-password-reset', { email });

export const resetPassword = (token: string, newPassword: string): Promise<unknown> =>
  post('/v1/auth/reset-password', { token, newPassword });

export const signOut = (): Promise<unknown> => post('/v1/auth/sign-out', {});
