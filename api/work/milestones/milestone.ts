import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** A part of fixed-price work with a sum of its own, which waits in escrow until the work is accepted. Pure. */

export const milestoneStates = [
  'planned',
  'funding',
  'funded',
  'submitted',
  'released',
  'settled',
  'refundRequested',
  'refunded',
  'disputed',
] as const;
export type MilestoneState = (typeof milestoneStates)[number];

export const milestoneMoves = {
  fund: { by: ['member'], from: ['planned'], to: 'funding' },
  confirmFunding: { by: ['processor'], from: ['funding'], to: 'funded' },
  failFunding: { by: ['processor'], from: ['funding'], to: 'planned' },
  submit: { by: ['freelancer'], from: ['funded'], to: 'submitted' },
  /** Stops the clock of the automatic release; the next submission starts it anew. */
  requestChanges: { by: ['member'], from: ['submitted'], to: 'funded' },
  release: { by: ['member'], from: ['submitted'], to: 'released' },
  autoRelease: { by: ['clock'], from: ['submitted'], to: 'released', after: '14 days without an answer' },
  settle: { by: ['clock'], from: ['released'], to: 'settled', after: '5 days of security' },

  requestRefund: { by: ['member'], from: ['funded', 'submitted'], to: 'refundRequested' },
  agreeRefund: { by: ['freelancer'], from: ['refundRequested'], to: 'refunded' },
  refundUnanswered: {
    by: ['clock'],
    from: ['refundRequested'],
    to: 'refunded',
    after: '7 days without an answer',
  },
  refuseRefund: { by: ['freelancer'], from: ['refundRequested'], to: 'disputed' },
  /** Whoever gives back need not be asked. */
  giveBack: { by: ['freelancer'], from: ['funded', 'submitted'], to: 'refunded' },
  /** What went back could not be credited to where it came from: it is in escrow again. */
  failRefund: { by: ['processor'], from: ['refunded'], to: 'funded' },
  /** The same of what an operator awarded: it is frozen again. */
  failAward: { by: ['processor'], from: ['refunded'], to: 'disputed' },

  /** The operator’s split; what goes to nobody but the client refunds it. */
  award: { by: ['operator'], from: ['disputed'], to: 'released' },
  awardBack: { by: ['operator'], from: ['disputed'], to: 'refunded' },

  /** The client’s bank questions the payment that stands in escrow. */
  freeze: { by: ['processor'], from: ['funded', 'submitted', 'refundRequested'], to: 'disputed' },
  unfreeze: { by: ['processor'], from: ['disputed'], to: 'funded' },
  /** What was handed in before waits for an answer again, with its whole time. */
  unfreezeSubmitted: { by: ['processor'], from: ['disputed'], to: 'submitted' },
  loseToBank: { by: ['processor'], from: ['disputed'], to: 'refunded' },
} as const satisfies MoveTable<MilestoneState, string>;
export type MilestoneMove = keyof typeof milestoneMoves;

const can = predicates<MilestoneState, MilestoneMove>(milestoneMoves);

export const milestoneCan = {
  ...can,
  /** Description, sum and date may change, and it may be deleted, while nobody has paid for it. */
  change: ({ state }: { state: MilestoneState }) => state === 'planned',
};

/** Money stands in escrow, or is on its way there: a contract does not end before it went somewhere. */
export const openMilestoneStates = [
  'funding',
  'funded',
  'submitted',
  'refundRequested',
  'disputed',
] as const satisfies MilestoneState[];

/** Its whole sum is in its escrow account. */
export const inEscrowStates = ['funded', 'submitted', 'refundRequested'] as const satisfies MilestoneState[];

export const milestoneDescriptionMaxLength = 500;
export const milestonesMax = 100;
