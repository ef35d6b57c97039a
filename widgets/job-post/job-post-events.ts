import type { JobPost } from '@portico/api/hiring/job-posts/schema.ts';
import type { CoreEvents } from '../core/core-events.ts';
import type { Draft } from './draft.ts';

/** The server has the draft as it stands. */
export type HireJobSavedDetail = { id: string; jobPost: JobPost };
/** Somebody publishes. Prevented: nothing is published; the draft is saved, and the host goes on with its id. */
export type HireJobPublishDetail = { id: string; jobPost: JobPost; fields: Draft };
/** The post is open, or waits for approval: see `jobPost.state`. */
export type HireJobPostedDetail = { id: string; jobPost: JobPost };

/** By name, what `<hire-job-post>` sends. */
export type JobPostEvents = CoreEvents & {
  'hire-job-saved': HireJobSavedDetail;
  'hire-job-publish': HireJobPublishDetail;
  'hire-job-posted': HireJobPostedDetail;
};

declare global {
  interface HTMLElementEventMap {
    'hire-job-saved': CustomEvent<HireJobSavedDetail>;
    'hire-job-publish': CustomEvent<HireJobPublishDetail>;
    'hire-job-posted': CustomEvent<HireJobPostedDetail>;
  }
}
