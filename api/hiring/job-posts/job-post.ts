import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** Job posts: what they are and what may happen to them. Pure; widgets import it too. */

export const jobPostStates = [
  'draft',
  'pendingApproval',
  'open',
  'paused',
  'filled',
  'closed',
  'expired',
  'removed',
] as const;
export type JobPostState = (typeof jobPostStates)[number];

export const jobPostMoves = {
  publish: { by: ['member'], from: ['draft'], to: 'open' },
  requestApproval: { by: ['member'], from: ['draft'], to: 'pendingApproval' },
  approve: { by: ['approver'], from: ['pendingApproval'], to: 'open' },
  sendBack: { by: ['approver', 'member', 'clock'], from: ['pendingApproval'], to: 'draft', after: 'approval expired' },
  pause: { by: ['member'], from: ['open'], to: 'paused' },
  resume: { by: ['member'], from: ['paused'], to: 'open' },
  fill: { by: ['freelancer'], from: ['open', 'paused'], to: 'filled' },
  close: { by: ['member'], from: ['open', 'paused', 'pendingApproval'], to: 'closed' },
  expire: { by: ['clock'], from: ['open', 'paused'], to: 'expired', after: '30 days open' },
  remove: { by: ['operator'], from: ['open', 'paused', 'pendingApproval'], to: 'removed' },
} as const satisfies MoveTable<JobPostState, string>;
export type JobPostMove = keyof typeof jobPostMoves;

/** `if (jobPostCan.pause(jobPost))` */
export const jobPostCan = predicates<JobPostState, JobPostMove>(jobPostMoves);

/** A post that no longer takes proposals; it can be posted again as a new one. */
export const endedJobPostStates = ['filled', 'closed', 'expired', 'removed'] as const satisfies JobPostState[];

export const visibilities = ['public', 'signedIn', 'invitedOnly', 'poolOnly'] as const;
export type JobPostVisibility = (typeof visibilities)[number];

export const durations = ['lessThan1Week', 'lessThan1Month', '1To3Months', '3To6Months', 'moreThan6Months'] as const;
export type JobDuration = (typeof durations)[number];

export const experienceLevels = ['entry', 'intermediate', 'expert'] as const;
export type ExperienceLevel = (typeof experienceLevels)[number];

export const questionKinds = ['text', 'yesNo', 'choice', 'file'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export type Question = {
  id: string;
  kind: QuestionKind;
  text: string;
  /** Of a choice. */
  choices: string[];
  isRequired: boolean;
};

export const questionsMax = 10;
export const attachmentsMax = 10;

/** A purchase order that exists, or one that is on its way. */
export type PurchaseOrderRef = { kind: 'number'; number: string } | { kind: 'notYet' };

export const closeReasons = ['hiredElsewhere', 'noLongerNeeded', 'budgetLost', 'wrongFit', 'mistake', 'other'] as const;
export type CloseReason = (typeof closeReasons)[number];

/** Live posts are told apart by what they ask for; two of a tenant never ask for the same. */
export const liveJobPostStates = ['pendingApproval', 'open', 'paused'] as const satisfies JobPostState[];
