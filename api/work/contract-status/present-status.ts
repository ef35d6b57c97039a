import { isoInstant } from '../../platform/clock/clock.ts';
import { isOpenAmendment } from '../amendments/amendment.ts';
import { isShownToFreelancer } from '../amendments/read-amendments.ts';
import type { ContractSide } from '../contracts/contract.ts';
import { presentPauses } from '../contracts/present-contract.ts';
import { contractMoney } from './contract-money.ts';
import { type NextStep, sortSteps } from './next-step.ts';
import { type ContractFacts, stepFactsOf } from './read-facts.ts';
import { type Asker, milestoneRightsOf, type RightFacts, rightsOf } from './rights-of.ts';
import type { ContractNextStep, ContractStatus, ContractStatusItem, StatusMilestone, StatusWeek } from './schema.ts';
import { stepsOf } from './steps-of.ts';
import type { WeekFacts } from './week.ts';

export type OtherSide = ContractStatusItem['other'];

export function presentItem(all: ContractFacts, side: ContractSide, other: OtherSide): ContractStatusItem {
  const facts = factsFor(all, side);
  const { contract, terms } = facts;
  const [next] = sortSteps(stepsOf(stepFactsOf(facts)), side);
  return {
    id: contract.id,
    revision: contract.revision,
    title: contract.title,
    state: contract.state,
    pauses: presentPauses(facts.pauses),
    kind: terms.payment.kind,
    other,
    team: side === 'client' ? contract.team : null,
    startsOn: isoInstant(contract.startsAt).slice(0, 10),
    endsOn: terms.endsOn,
    nextStep: next ? presentStep(next) : null,
    money: contractMoney(terms, facts.sums, side),
    changedAt: isoInstant(contract.changedAt),
  };
}

type Rest = Pick<ContractStatus, 'deliverables' | 'timeline' | 'openMoney' | 'isSandbox'>;

export function presentStatus(all: ContractFacts, asker: Asker, other: OtherSide, rest: Rest): ContractStatus {
  const facts = factsFor(all, asker.side);
  const { contract, milestones, amendment } = facts;
  const item = presentItem(facts, asker.side, other);
  const rights = rightsOf(rightFactsOf(facts, item), asker);
  const { endedBy, endReason, endNote, endRequestedAt, feedbackUntil } = contract;
  const week = facts.weeks.find(({ isThisWeek }) => isThisWeek);
  return {
    ...item,
    ...rest,
    side: asker.side,
    steps: sortSteps(stepsOf(stepFactsOf(facts)), asker.side).map(presentStep),
    milestones: milestones.map((milestone) => ({
      ...presentMilestone(milestone),
      rights: milestoneRightsOf(rights, milestone, facts.awaitingApproval.has(milestone.id)),
    })),
    week: week ? presentWeek(week) : null,
    reviewWeeks: facts.weeks.filter(({ isThisWeek }) => !isThisWeek).map(presentWeek),
    amendment: amendment ? { id: amendment.id, state: amendment.state, proposedBy: amendment.proposedBy } : null,
    ended:
      endedBy && endReason && endRequestedAt !== null
        ? { by: endedBy, reason: endReason, note: endNote, at: isoInstant(endRequestedAt) }
        : null,
    hasOnboarding: facts.onboarding !== undefined,
    feedbackUntil: instantOf(feedbackUntil),
    rights,
  };
}

/** Terms that the client has not put to the freelancer yet are the client’s own business. */
function factsFor(facts: ContractFacts, side: ContractSide): ContractFacts {
  const { amendment } = facts;
  const isHidden = side === 'freelancer' && amendment !== undefined && !isShownToFreelancer(amendment);
  return isHidden ? { ...facts, amendment: undefined } : facts;
}

function rightFactsOf(facts: ContractFacts, { money }: ContractStatusItem): RightFacts {
  return {
    state: facts.contract.state,
    kind: facts.terms.payment.kind,
    pauses: facts.pauses.map(({ kind }) => kind),
    milestones: facts.milestones,
    awaitingApproval: facts.awaitingApproval,
    weeks: facts.weeks,
    isAmendmentOpen: facts.amendment !== undefined && isOpenAmendment(facts.amendment),
    isPaid: money.funded.amountMinor > 0,
  };
}

function presentStep({ who, what, subject, dueAtMs, action }: NextStep): ContractNextStep {
  return { who, what, subject, dueAt: instantOf(dueAtMs), action };
}

function presentMilestone(row: ContractFacts['milestones'][number]): Omit<StatusMilestone, 'rights'> {
  return {
    id: row.id,
    position: row.position,
    description: row.description,
    amount: { amountMinor: row.amountMinor, currency: row.currency },
    dueOn: row.dueOn,
    state: row.state,
    submissions: row.submissions,
    submittedAt: instantOf(row.submittedAt),
    autoReleaseAt: instantOf(row.autoReleaseAt),
    changeReason: row.changeReason,
  };
}

function presentWeek({ startsAtMs, dueAtMs, isThisWeek: _, ...week }: WeekFacts): StatusWeek {
  return { ...week, startsOn: isoInstant(startsAtMs).slice(0, 10), dueAt: instantOf(dueAtMs) };
}

const instantOf = (atMs: number | null) => (atMs === null ? null : isoInstant(atMs));
