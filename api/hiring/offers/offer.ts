import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** Terms put to a freelancer, version by version, until one is signed. Pure. */

export const offerStates = [
  'draft',
  'pendingApproval',
  'sent',
  'countered',
  'accepted',
  'declined',
  'withdrawn',
  'expired',
] as const;
export type OfferState = (typeof offerStates)[number];

export const offerMoves = {
  requestApproval: { by: ['member'], from: ['draft', 'countered'], to: 'pendingApproval' },
  approve: { by: ['approver'], from: ['pendingApproval'], to: 'sent' },
  sendBack: { by: ['approver', 'member', 'clock'], from: ['pendingApproval'], to: 'draft', after: 'approval expired' },
  /** From `countered` it sends version + 1, be it the freelancer's terms or others. */
  send: { by: ['member'], from: ['draft', 'countered'], to: 'sent' },
  counter: { by: ['freelancer'], from: ['sent'], to: 'countered' },
  accept: { by: ['freelancer'], from: ['sent'], to: 'accepted' },
  decline: { by: ['freelancer'], from: ['sent', 'countered'], to: 'declined' },
  withdraw: { by: ['member'], from: ['draft', 'pendingApproval', 'sent', 'countered'], to: 'withdrawn' },
  /** Its job post was closed, removed, filled or expired. */
  lapse: {
    by: ['clock'],
    from: ['draft', 'pendingApproval', 'sent', 'countered'],
    to: 'withdrawn',
    after: 'the job post ended',
  },
  expire: {
    by: ['clock'],
    from: ['sent', 'countered'],
    to: 'expired',
    after: '7 days, for an enterprise 30 days, without an answer',
  },
} as const satisfies MoveTable<OfferState, string>;
export type OfferMove = keyof typeof offerMoves;

export const offerCan = predicates<OfferState, OfferMove>(offerMoves);

/** Terms may be written: nobody is asked for an answer or an approval of what stands there. */
export const editableOfferStates = ['draft', 'countered'] as const satisfies OfferState[];
export const endedOfferStates = ['accepted', 'declined', 'withdrawn', 'expired'] as const satisfies OfferState[];

/** Whose terms a version holds. */
export const offerSides = ['client', 'freelancer'] as const;
export type OfferSide = (typeof offerSides)[number];

export const milestonesMax = 50;
export const offerTitleMaxLength = 160;
export const offerTextMaxLength = 50_000;
export const offerMessageMaxLength = 5_000;
export const milestoneDescriptionMaxLength = 500;
export const weeklyHoursMax = 168;
