import type { EpochMs } from '../../platform/database/database.ts';

export type NotificationRow = {
  id: string;
  personId: string;
  /** Null for news of the installation itself. */
  tenantId: string | null;
  /** The event it was made of: each tells a person once. */
  eventId: string;
  kind: string;
  subjectKind: string;
  subjectId: string;
  /** JSON: what stands for the sentence's `{words}`. */
  words: string;
  path: string;
  createdAt: EpochMs;
  readAt: EpochMs | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    notifications: NotificationRow;
  }
}
