import type { EpochMs, Flag } from '../../platform/database/database.ts';
import type { AppealState } from './vetting-appeal.ts';
import type { ApplicationKind, ApplicationState, DecisionOutcome } from './vetting-application.ts';
import type { DocumentState } from './vetting-document.ts';
import type { InterviewState, SlotState } from './vetting-interview.ts';
import type { RubricState } from './vetting-rubric.ts';

/* tenantId is '' for what is the installation's. */

export type VettingProgramRow = {
  id: string;
  tenantId: string;
  poolId: string;
  name: string;
  /** What freelancers read before they apply. */
  description: string;
  state: 'open' | 'closed';
  /** Whether anybody may apply, or only who was invited. */
  entry: 'open' | 'invitation';
  /** Percent of the profile. */
  minCompleteness: number;
  categoryId: string | null;
  /** JSON array of { id, name }. */
  requiredSkills: string;
  /** JSON array of WantedDocument. */
  documents: string;
  revision: number;
  createdBy: string;
  createdAt: EpochMs;
  updatedAt: EpochMs;
};

export type VettingRubricRow = {
  id: string;
  tenantId: string;
  programId: string;
  version: number;
  state: RubricState;
  /** JSON array of Criterion. */
  criteria: string;
  passPercent: number;
  revision: number;
  createdBy: string;
  createdAt: EpochMs;
  publishedBy: string | null;
  publishedAt: EpochMs | null;
};

export type VettingApplicationRow = {
  id: string;
  tenantId: string;
  programId: string;
  poolId: string;
  freelancerId: string;
  personId: string;
  kind: ApplicationKind;
  state: ApplicationState;
  /** The application of the time in the pool that this one renews. */
  renewsId: string | null;
  /** Who looks after it; anybody at the desk may act on it. */
  assigneeId: string | null;
  invitedBy: string | null;
  message: string;
  statement: string;
  /** JSON of the facts as they were last checked. */
  eligibility: string | null;
  /** The rubric its scores are given by, from the first of them on. */
  rubricId: string | null;
  scoresNeeded: number;
  scoreBasisPoints: number | null;
  scoredAt: EpochMs | null;
  /** The decision that stands. */
  decisionId: string | null;
  coolDownUntil: EpochMs | null;
  /** What the freelancer wrote when more was asked for. */
  answer: string | null;
  memberSince: EpochMs | null;
  expiresAt: EpochMs | null;
  suspendedUntil: EpochMs | null;
  /** Until when the freelancer has to answer: an invitation, or what more was asked for. */
  answerBy: EpochMs | null;
  /** The badge that the profile had before this one took its place. */
  formerBadge: string | null;
  revision: number;
  stateSince: EpochMs;
  createdAt: EpochMs;
  updatedAt: EpochMs;
};

export type VettingDocumentRow = {
  id: string;
  tenantId: string;
  applicationId: string;
  /** Of a wanted document, or `other`. */
  key: string;
  label: string;
  state: DocumentState;
  reason: string | null;
  reviewedBy: string | null;
  reviewedAt: EpochMs | null;
  createdAt: EpochMs;
};

export type VettingSlotRow = {
  id: string;
  tenantId: string;
  reviewerId: string;
  startsAt: EpochMs;
  endsAt: EpochMs;
  /** IANA name, as the reviewer offered it. */
  timeZone: string;
  /** Where they meet: a link or a sentence. */
  place: string;
  state: SlotState;
  createdAt: EpochMs;
};

export type VettingInterviewRow = {
  id: string;
  tenantId: string;
  applicationId: string;
  slotId: string;
  reviewerId: string;
  startsAt: EpochMs;
  endsAt: EpochMs;
  timeZone: string;
  place: string;
  state: InterviewState;
  /** Moved by the freelancer already. */
  wasMoved: Flag;
  /** Raised by every change, as calendars want it. */
  sequence: number;
  reason: string | null;
  bookedAt: EpochMs;
  updatedAt: EpochMs;
};

export type VettingScoreRow = {
  id: string;
  tenantId: string;
  applicationId: string;
  rubricId: string;
  reviewerId: string;
  /** JSON of level by criterion key. */
  levels: string;
  comment: string;
  scoreBasisPoints: number;
  givenAt: EpochMs;
};

export type VettingDecisionRow = {
  id: string;
  tenantId: string;
  applicationId: string;
  outcome: DecisionOutcome;
  /** Null when the clock ended a suspension. */
  decidedBy: string | null;
  /** JSON array of { category, text }. */
  reasons: string;
  /** Never shown to the freelancer. */
  internalNote: string;
  /** End of a cool-down or a suspension. */
  until: EpochMs | null;
  rubricId: string | null;
  scoreBasisPoints: number | null;
  decidedAt: EpochMs;
};

export type VettingAppealRow = {
  id: string;
  tenantId: string;
  applicationId: string;
  decisionId: string;
  text: string;
  state: AppealState;
  filedAt: EpochMs;
  heardBy: string | null;
  reason: string | null;
  heardAt: EpochMs | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    vettingPrograms: VettingProgramRow;
    vettingRubrics: VettingRubricRow;
    vettingApplications: VettingApplicationRow;
    vettingDocuments: VettingDocumentRow;
    vettingSlots: VettingSlotRow;
    vettingInterviews: VettingInterviewRow;
    vettingScores: VettingScoreRow;
    vettingDecisions: VettingDecisionRow;
    vettingAppeals: VettingAppealRow;
  }
}
