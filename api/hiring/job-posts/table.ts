import type { EpochMs } from '../../platform/database/database.ts';
import type { ExperienceLevel, JobDuration, JobPostState, JobPostVisibility } from './job-post.ts';

export type JobPostRow = {
  id: string;
  tenantId: string;
  state: JobPostState;
  title: string;
  /** Sanitised Markdown. */
  description: string;
  categoryId: string | null;
  /** JSON array of { id, name }. */
  skills: string;
  budgetKind: 'fixed' | 'hourly' | null;
  /** Of a fixed budget the sum, in both. */
  budgetMinMinor: number | null;
  budgetMaxMinor: number | null;
  budgetCurrency: string | null;
  duration: JobDuration | null;
  weeklyHours: number | null;
  experienceLevel: ExperienceLevel | null;
  /** JSON array of country codes. */
  countries: string;
  timezone: string | null;
  overlapHours: number | null;
  visibility: JobPostVisibility;
  /** JSON array of pool ids. */
  poolIds: string;
  /** JSON array of questions. */
  questions: string;
  team: string | null;
  costCenter: string | null;
  /** JSON of a PurchaseOrderRef. */
  purchaseOrder: string | null;
  /** JSON object by key. */
  customFields: string;
  hires: number;
  hired: number;
  templateId: string | null;
  repostOf: string | null;
  ownerId: string;
  /** Hash of what the post asks for while it is live, else null: unique within the tenant. */
  liveIdentity: string | null;
  /** Of an imported row as the file had it: while the post has not ended, the row is not imported again. */
  importIdentity: string | null;
  approvalId: string | null;
  /** What was put to the approvers. */
  approvalHash: string | null;
  revision: number;
  createdAt: EpochMs;
  updatedAt: EpochMs;
  publishedAt: EpochMs | null;
  expiresAt: EpochMs | null;
  /** When its owner is told that it will expire; null once told. */
  expiryNoticeAt: EpochMs | null;
  endedAt: EpochMs | null;
  endReason: string | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    jobPosts: JobPostRow;
  }
}

/** How a post ended; `hadHire` decides whether connects come back. */
export type JobPostEnd = { how: 'filled' | 'closed' | 'expired' | 'removed'; hadHire: boolean };

declare module '../../platform/events/events.ts' {
  interface EventPayloads {
    /** A post became visible, changed, paused, resumed or ended. */
    jobPostChanged: { id: string; tenantId: string; revision: number };
    jobPostEnded: { id: string; tenantId: string } & JobPostEnd;
    /** Many posts at once, without one `jobPostChanged` each. */
    jobPostsImported: { tenantId: string; open: number; drafts: number };
  }
}
