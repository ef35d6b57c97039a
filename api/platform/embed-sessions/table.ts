import type { EpochMs } from '../database/database.ts';

export type EmbedSessionRow = {
  id: string;
  tenantId: string;
  personId: string;
  /** The secret key that asked for it; none when the portal asked for the person who is signed in. */
  keyId: string | null;
  origins: string;
  widgets: string;
  createdAt: EpochMs;
  expiresAt: EpochMs;
  revokedAt: EpochMs | null;
};

declare module '../database/tables.ts' {
  interface Tables {
    embedSessions: EmbedSessionRow;
  }
}
