import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** Other terms for a contract that is under way, signed by both. Pure. */

export const amendmentStates = [
  'pendingApproval',
  'proposed',
  'pendingSignature',
  'agreed',
  'inForce',
  'declined',
  'withdrawn',
  'rejected',
  'expired',
] as const;
export type AmendmentState = (typeof amendmentStates)[number];

/** Who proposes has signed; the other side signs or declines. One at a time on a contract. */
export const amendmentMoves = {
  /** The client’s own proposal, before the freelancer sees it. */
  approve: { by: ['approver'], from: ['pendingApproval'], to: 'proposed' },
  reject: { by: ['approver', 'clock'], from: ['pendingApproval'], to: 'rejected', after: 'the approval has expired' },
  /** The freelancer’s proposal, signed by the client and waiting for an approver. */
  requestApproval: { by: ['member'], from: ['proposed'], to: 'pendingSignature' },
  approveSignature: { by: ['approver'], from: ['pendingSignature'], to: 'agreed' },
  refuseSignature: {
    by: ['approver', 'clock'],
    from: ['pendingSignature'],
    to: 'proposed',
    after: 'the approval has expired',
  },
  accept: { by: ['member', 'freelancer'], from: ['proposed'], to: 'agreed' },
  decline: { by: ['member', 'freelancer'], from: ['proposed'], to: 'declined' },
  withdraw: {
    by: ['member', 'freelancer', 'clock'],
    from: ['pendingApproval', 'proposed', 'pendingSignature'],
    to: 'withdrawn',
    after: 'the contract is ending',
  },
  expire: { by: ['clock'], from: ['proposed', 'pendingApproval'], to: 'expired', after: '14 days without an answer' },
  takeEffect: {
    by: ['member', 'freelancer', 'approver', 'clock'],
    from: ['agreed'],
    to: 'inForce',
    after: 'the agreed instant has come',
  },
} as const satisfies MoveTable<AmendmentState, string>;
export type AmendmentMove = keyof typeof amendmentMoves;

export const amendmentCan = predicates<AmendmentState, AmendmentMove>(amendmentMoves);

/** Still on their way; a contract has one at most. */
export const openAmendmentStates = [
  'pendingApproval',
  'proposed',
  'pendingSignature',
  'agreed',
] as const satisfies AmendmentState[];

export const amendmentTextMaxLength = 100_000;
export const amendmentMessageMaxLength = 2000;

export function isOpenAmendment({ state }: { state: AmendmentState }): boolean {
  return openAmendmentStates.some((open) => open === state);
}
