import { get, post } from './client.ts';

export type SignInSession = {
  id: string;
  createdAt: string;
  expiresAt: string;
  ipAddress?: string | null;
  userAgent?: string | null;
};
export type Passkey = { id: string; name?: string | null; createdAt?: string | null };
export type AuthenticatorSetup = { totpURI: string; backupCodes: string[] };
type SessionAnswer = { session: { id: string }; user: { twoFactorEnabled?: boolean | null } } | null;

export const getCurrentSession = (signal?: AbortSignal) => get<SessionAnswer>('/v1/auth/get-session', { signal });
export const getSessions = (signal?: AbortSignal) => get<SignInSession[]>('/v1/auth/list-sessions', { signal });
export const endOtherSessions = () => post<unknown>('/v1/auth/revoke-other-sessions', {});

export const changePassword = (currentPassword: string, newPassword: string) =>
  post<unknown>('/v1/auth/change-password', { currentPassword, newPassword, revokeOtherSessions: true });

export const startAuthenticator = (password: string) =>
  post<AuthenticatorSetup>('/v1/auth/two-factor/enable', { password });
export const confirmAuthenticator = (code: string) => post<unknown>('/v1/auth/two-factor/verify-totp', { code });
export const stopAuthenticator = (password: string) => post<unknown>('/v1/auth/two-factor/disable', { password });
export const newBackupCodes = async (password: string) =>
  (await post<{ backupCodes: string[] }>('/v1/auth/two-factor/generate-backup-codes', { password })).backupCodes;

export const getPasskeys = (signal?: AbortSignal) => get<Passkey[]>('/v1/auth/passkey/list-user-passkeys', { signal });
export const deletePasskey = (passkeyId: string) => post<unknown>('/v1/auth/passkey/delete-passkey', { id: passkeyId });
