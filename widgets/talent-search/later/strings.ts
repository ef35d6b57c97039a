import type { InviteOutcome } from '@portico/api/hiring/invitations/invitation.ts';
import type { Engagement, LanguageLevel } from '@portico/api/talent/freelancers/freelancer.ts';
import type { Plural } from '../../core/locale.ts';

/** What profiles and invitations say. */
export type LaterStrings = {
  levels: Record<LanguageLevel, string>;
  invitation: {
    post: string;
    people: string;
    message: string;
    send: Plural;
    noPost: string;
    outcomes: Record<InviteOutcome, string>;
  };
  profile: string;
  employment: string;
  education: string;
  certifications: string;
  links: string;
  today: string;
  memberSince: string;
  engagement: string;
  engagements: Record<Engagement, string>;
};
