import type { EpochMs } from '../database/database.ts';
import type { AuthInstant } from './auth-instant.ts';

/** How it keeps a flag: boolean in PostgreSQL, 0 or 1 in SQLite. */
export type AuthFlag = boolean | 0 | 1;

export type PersonRow = {
  id: string;
  name: string;
  email: string;
  emailVerified: AuthFlag;
  image: string | null;
  locale: string | null;
  twoFactorEnabled: AuthFlag | null;
  disabledAt: EpochMs | null;
  createdAt: AuthInstant;
  updatedAt: AuthInstant;
};

export type SignInSessionRow = {
  id: string;
  token: string;
  personId: string;
  expiresAt: AuthInstant;
};

export type CredentialRow = {
  id: string;
  accountId: string;
  providerId: string;
  personId: string;
  password: string | null;
  createdAt: AuthInstant;
  updatedAt: AuthInstant;
};

export type OperatorMemberRow = { personId: string; role: string; createdAt: EpochMs };

/** News for every node: what it remembers about this person, tenant or session no longer holds. */
export type AuthorityChangeRow = {
  id: string;
  personId: string | null;
  tenantId: string | null;
  /** Embed session, sign-in session or key whose widget tokens end now. */
  endedId: string | null;
  createdAt: EpochMs;
};

declare module '../database/tables.ts' {
  interface Tables {
    people: PersonRow;
    signInSessions: SignInSessionRow;
    credentials: CredentialRow;
    operatorMembers: OperatorMemberRow;
    authorityChanges: AuthorityChangeRow;
  }
}
