import type { EpochMs } from '../database/database.ts';

export type EmbedSessionRow = {
  id: string;
  tenantId: string;
  personId: string;
  /** The secret key that asked for it; none when the portal asked for the person who is signed in. */
  keyId: string | null;
  /** The sign-in from a host's page that it belongs to. */
  embedSignInId: string | null;
  origins: string;
  widgets: string;
  createdAt: EpochMs;
  expiresAt: EpochMs;
  revokedAt: EpochMs | null;
  /** To the minute, as a page of `lastOrigin` last asked with it. */
  lastUsedAt: EpochMs | null;
  lastOrigin: string | null;
};

/** One person, signed in on one host's page by way of the portal. Of code and refresh tokens only hashes are kept. */
export type EmbedSignInRow = {
  id: string;
  tenantId: string;
  personId: string;
  /** The sign-in at the portal that allowed it: when that ends, so does this. */
  signInId: string;
  origin: string;
  redirectUrl: string;
  codeHash: string;
  codeChallenge: string;
  codeEndsAt: EpochMs;
  redeemedAt: EpochMs | null;
  /** JSON list of what the first session is raised for, with when the person confirmed who they are. */
  elevate: string | null;
  confirmedAt: EpochMs | null;
  refreshHash: string | null;
  /** The token before: good for moments more, for an answer that was lost on the way. */
  previousHash: string | null;
  rotatedAt: EpochMs | null;
  createdAt: EpochMs;
  endsAt: EpochMs;
  endedAt: EpochMs | null;
};

declare module '../database/tables.ts' {
  interface Tables {
    embedSessions: EmbedSessionRow;
    embedSignIns: EmbedSignInRow;
  }
}
