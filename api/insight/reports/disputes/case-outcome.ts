import type { Money } from '../../../money/money.ts';
import { detailsOf, type Moved } from '../moved.ts';
import type { OpenedCase } from './list-cases.ts';

export const caseStages = ['awaitingResponse', 'disputed', 'underReview', 'closed'] as const;
export type CaseStage = (typeof caseStages)[number];
export type CaseOutcome =
  | 'refunded'
  | 'partlyRefunded'
  | 'released'
  | 'refused'
  | 'withdrawn'
  | 'expired'
  | 'won'
  | 'lost';

export type CaseEnd = {
  stage: CaseStage;
  outcome: CaseOutcome | null;
  toClientMinor: number | null;
  toFreelancerMinor: number | null;
};

/** What became of a case by the moves that followed its opening. */
export function endOf(opened: OpenedCase, amountMinor: number, moves: readonly Moved[]): CaseEnd {
  switch (opened.type) {
    case 'milestoneRefund':
      return endOfMilestone(opened, amountMinor, moves);
    case 'refund':
      return endOfRefund(opened, amountMinor, moves);
    case 'week':
      return endOfWeek(amountMinor, moves);
    case 'bank':
      return endOfBank(amountMinor, moves);
  }
}

const open = (stage: CaseStage): CaseEnd => ({ stage, outcome: null, toClientMinor: null, toFreelancerMinor: null });

function closed(outcome: CaseOutcome, toClientMinor: number, toFreelancerMinor: number): CaseEnd {
  return { stage: 'closed', outcome, toClientMinor, toFreelancerMinor };
}

function split(amountMinor: number, toClientMinor: number): CaseEnd {
  if (toClientMinor === 0) return closed('released', 0, amountMinor);
  const toFreelancerMinor = Math.max(0, amountMinor - toClientMinor);
  return closed(toFreelancerMinor === 0 ? 'refunded' : 'partlyRefunded', toClientMinor, toFreelancerMinor);
}

type Given = { amount: Money; toFreelancer: Money; toClient: Money };

function endOfMilestone({ move, details }: OpenedCase, amountMinor: number, moves: readonly Moved[]): CaseEnd {
  if (move === 'giveBack') return closed('refunded', (JSON.parse(details) as Given).amount.amountMinor, 0);
  let stage: CaseStage = 'awaitingResponse';
  for (const moved of moves) {
    const { amount, toClient } = detailsOf<Given>(moved);
    switch (moved.move) {
      case 'agreeRefund':
      case 'refundUnanswered':
        return split(amountMinor, amount?.amountMinor ?? amountMinor);
      case 'award':
      case 'awardBack':
        return split(amountMinor, toClient?.amountMinor ?? amountMinor);
      case 'loseToBank':
        return closed('lost', amountMinor, 0);
      case 'refuseRefund':
      case 'freeze':
        stage = 'disputed';
        break;
      case 'unfreeze':
      case 'unfreezeSubmitted':
        return closed('withdrawn', 0, 0);
    }
  }
  return open(stage);
}

function endOfRefund({ move }: OpenedCase, amountMinor: number, moves: readonly Moved[]): CaseEnd {
  if (move === 'giveUnasked') return closed('refunded', amountMinor, 0);
  const answer = moves.find(({ toState }) => toState !== null && toState !== 'requested');
  switch (answer?.toState) {
    case 'given':
      return split(amountMinor, detailsOf<Given>(answer).amount?.amountMinor ?? amountMinor);
    case 'refused':
    case 'withdrawn':
    case 'expired':
      return closed(answer.toState, 0, amountMinor);
    default:
      return open('awaitingResponse');
  }
}

function endOfWeek(amountMinor: number, moves: readonly Moved[]): CaseEnd {
  const end = moves.find(({ move }) => move === 'resolve' || move === 'loseToBank');
  if (!end) return open('disputed');
  if (end.move === 'loseToBank') return closed('lost', amountMinor, 0);
  const { outcome, refundedMinor = 0 } = detailsOf<{ outcome: string; refundedMinor: number }>(end);
  return outcome === 'withdrawn' ? closed('withdrawn', 0, amountMinor) : split(amountMinor, refundedMinor);
}

function endOfBank(amountMinor: number, moves: readonly Moved[]): CaseEnd {
  const state = moves.findLast(({ toState }) => toState !== null)?.toState;
  if (state === 'won') return closed('won', 0, amountMinor);
  if (state === 'lost') return closed('lost', amountMinor, 0);
  return open(state === 'underReview' ? 'underReview' : 'awaitingResponse');
}
