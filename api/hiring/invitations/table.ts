import type { EpochMs } from '../../platform/database/database.ts';
import type { InvitationDeclineReason, InvitationState } from './invitation.ts';

export type InvitationRow = {
  id: string;
  tenantId: string;
  jobPostId: string;
  freelancerId: string;
  /** The member who asked. */
  invitedBy: string;
  message: string;
  state: InvitationState;
  declineReason: InvitationDeclineReason | null;
  declineText: string;
  /** Why it was withdrawn. */
  endReason: string | null;
  proposalId: string | null;
  createdAt: EpochMs;
  expiresAt: EpochMs;
  /** When the freelancer accepted or declined. */
  answeredAt: EpochMs | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    invitations: InvitationRow;
  }
}

declare module '../../platform/events/events.ts' {
  interface EventPayloads {
    /** Somebody was asked to propose, or no longer is: what they may see of the post has changed. */
    invitationsChanged: { tenantId: string; jobPostId: string; freelancerIds: readonly string[] };
    /** Raises what is known of how fast a freelancer answers. */
    freelancerAnswered: { freelancerId: string };
  }
}
