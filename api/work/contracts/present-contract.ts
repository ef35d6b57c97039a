import { isoInstant } from '../../platform/clock/clock.ts';
import { presentMarkdown } from '../../platform/rich-text/present-markdown.ts';
import { photoPath } from '../../talent/freelancers/present-freelancer.ts';
import type { FreelancerRecord } from '../../talent/freelancers/read-freelancers.ts';
import type {
  AgreedTerms,
  Contract,
  ContractSummary,
  FreelancerContract,
  FreelancerContractSummary,
} from './schema.ts';
import type { ContractPauseRow, ContractRow } from './table.ts';

export type ClientBrand = { name: string; logoUrl: string | null };
export type SignerNames = { signedByClient: string; signedByFreelancer: string };

export function presentSummary(row: ContractRow, freelancer: FreelancerRecord['row'] | undefined): ContractSummary {
  return {
    ...shared(row),
    freelancer: {
      id: row.freelancerId,
      name: freelancer?.name ?? '',
      photoUrl: freelancer ? photoPath(freelancer) : null,
    },
    team: row.team,
    costCenter: row.costCenter,
  };
}

export function presentContract(
  row: ContractRow,
  freelancer: FreelancerRecord['row'] | undefined,
  signers: SignerNames,
  pauses: readonly ContractPauseRow[],
): Contract {
  return { ...presentSummary(row, freelancer), ...detail(row, signers, pauses) };
}

export function presentOwnSummary(row: ContractRow, client: ClientBrand): FreelancerContractSummary {
  return { ...shared(row), client };
}

export function presentOwn(
  row: ContractRow,
  client: ClientBrand,
  signers: SignerNames,
  pauses: readonly ContractPauseRow[],
): FreelancerContract {
  return { ...presentOwnSummary(row, client), ...detail(row, signers, pauses) };
}

function shared(row: ContractRow) {
  const terms: AgreedTerms = JSON.parse(row.terms);
  return {
    id: row.id,
    state: row.state,
    title: row.title,
    payment: terms.payment,
    startsOn: isoInstant(row.startsAt).slice(0, 10),
    endsOn: terms.endsOn,
    offerId: row.offerId,
    jobPostId: row.jobPostId,
    createdAt: isoInstant(row.createdAt),
    startedAt: instantOf(row.startedAt),
    cancelledAt: instantOf(row.cancelledAt),
    cancelReason: row.cancelReason,
    revision: row.revision,
    endedBy: row.endedBy,
    endReason: row.endReason,
    endNote: row.endNote,
    endRequestedAt: instantOf(row.endRequestedAt),
    endedAt: instantOf(row.endedAt),
    feedbackUntil: instantOf(row.feedbackUntil),
    closedAt: instantOf(row.closedAt),
  };
}

function detail(row: ContractRow, signers: SignerNames, pauses: readonly ContractPauseRow[]) {
  const terms: AgreedTerms = JSON.parse(row.terms);
  return {
    terms,
    content: presentMarkdown(terms.text),
    termsHash: row.termsHash,
    termsVersion: row.termsVersion,
    pauses: presentPauses(pauses),
    offerVersion: row.offerVersion,
    proposalId: row.proposalId,
    ...signers,
  };
}

export function presentPauses(pauses: readonly ContractPauseRow[]) {
  return pauses.map(({ kind, reason, pausedAt }) => ({ kind, reason, pausedAt: isoInstant(pausedAt) }));
}

const instantOf = (atMs: number | null) => (atMs === null ? null : isoInstant(atMs));
