import type { JobPost } from '@portico/api/hiring/job-posts/schema.ts';
import type { Draft } from './draft.ts';

/** The server has the draft as it stands. */
export type HireJobSavedDetail = { id: string; jobPost: JobPost };
/** Somebody publishes. Prevented: nothing is published; the draft is saved, and the host goes on with its id. */
export type HireJobPublishDetail = { id: string; jobPost: JobPost; fields: Draft };
/** The post is open, or waits for approval: see `jobPost.state`. */
export type HireJobPostedDetail = { id: string; jobPost: JobPost };

declare global {
  interface HTMLElementEventMap {
    'hire-job-saved': CustomEvent<HireJobSavedDetail>;
    'hire-job-publish': CustomEvent<HireJobPublishDetail>;
    'hire-job-posted': CustomEvent<HireJobPostedDetail>;
  }
}
