import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** When reviewers can be talked to, and who has taken which time. Pure; pages import it too. */

export const slotStates = ['open', 'taken', 'removed'] as const;
export type SlotState = (typeof slotStates)[number];

export const slotMoves = {
  take: { by: ['freelancer'], from: ['open'], to: 'taken' },
  /** The interview was moved away from it. */
  release: { by: ['freelancer'], from: ['taken'], to: 'open' },
  remove: { by: ['member', 'operator'], from: ['open', 'taken'], to: 'removed' },
} as const satisfies MoveTable<SlotState, string>;
export type SlotMove = keyof typeof slotMoves;
export const slotCan = predicates<SlotState, SlotMove>(slotMoves);

export const interviewStates = ['booked', 'held', 'noShow', 'reviewerNoShow', 'calledOff'] as const;
export type InterviewState = (typeof interviewStates)[number];

export const interviewMoves = {
  move: { by: ['freelancer'], from: ['booked'], to: 'booked' },
  hold: { by: ['member', 'operator'], from: ['booked'], to: 'held' },
  markNoShow: { by: ['member', 'operator'], from: ['booked'], to: 'noShow' },
  reportReviewerNoShow: { by: ['freelancer'], from: ['booked'], to: 'reviewerNoShow' },
  /** By the interviewer, or because the application was withdrawn. */
  callOff: { by: ['member', 'operator', 'freelancer'], from: ['booked'], to: 'calledOff' },
} as const satisfies MoveTable<InterviewState, string>;
export type InterviewMove = keyof typeof interviewMoves;
export const interviewCan = predicates<InterviewState, InterviewMove>(interviewMoves);

export const slotMinutesMin = 15;
export const slotMinutesMax = 180;
export const slotsAtOnceMax = 100;
