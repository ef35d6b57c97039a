import type { LaterStrings } from '../strings.ts';

export const words: LaterStrings = {
  levels: { basic: 'Basic', conversational: 'Conversational', fluent: 'Fluent', native: 'Native' },
  invitation: {
    post: 'Job post',
    people: 'People to invite',
    message: 'Message',
    send: { one: 'Send invitation', other: 'Send {n} invitations' },
    noPost: 'There is no open job post to invite to. Publish one first.',
    outcomes: {
      invited: 'is invited',
      alreadyInvited: 'was invited before',
      alreadyProposed: 'has proposed already',
      declinedBefore: 'declined before',
      notAvailable: 'is not available',
      ownMember: 'works in your company',
    },
  },
  profile: 'Profile',
  employment: 'Employment',
  education: 'Education',
  certifications: 'Certifications',
  links: 'Links',
  today: 'today',
  memberSince: 'Member since',
  engagement: 'Engagement',
  engagements: { hourly: 'Hourly', fixedPrice: 'Fixed price', either: 'Hourly or fixed price' },
};
