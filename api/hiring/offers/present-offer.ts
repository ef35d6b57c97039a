import { isoInstant } from '../../platform/clock/clock.ts';
import { presentMarkdown } from '../../platform/rich-text/present-markdown.ts';
import { photoPath } from '../../talent/freelancers/present-freelancer.ts';
import type { FreelancerRecord } from '../../talent/freelancers/read-freelancers.ts';
import { amountsOf, type Fees, scheduleFor } from './amounts.ts';
import { type OfferState, offerCan } from './offer.ts';
import type {
  FreelancerOffer,
  FreelancerOfferSummary,
  Offer,
  OfferInvitation,
  OfferSummary,
  OfferVersion,
} from './schema.ts';
import type { OfferRow, OfferSignatureRow, OfferVersionRow } from './table.ts';
import { termsOf } from './terms-document.ts';

/** What stands beside the row itself. */
export type TeamSurroundings = {
  freelancer: FreelancerRecord['row'] | undefined;
  jobPostTitle: string | undefined;
};
export type Brand = { name: string; logoUrl: string | null };

export function presentOfferSummary(row: OfferRow, { freelancer, jobPostTitle }: TeamSurroundings): OfferSummary {
  return {
    id: row.id,
    state: row.state,
    title: row.title,
    payment: termsOf(row).payment,
    freelancer: freelancer
      ? {
          id: freelancer.id,
          name: freelancer.name,
          headline: freelancer.headline,
          photoUrl: photoPath(freelancer),
        }
      : null,
    invited: row.invitedEmail ? { email: row.invitedEmail, name: row.invitedName ?? '' } : null,
    jobPost: row.jobPostId ? { id: row.jobPostId, title: jobPostTitle ?? '' } : null,
    proposalId: row.proposalId,
    version: row.version,
    sentAt: instantOf(row.sentAt),
    expiresAt: instantOf(row.expiresAt),
    updatedAt: isoInstant(row.updatedAt),
    contractId: row.contractId,
  };
}

export function presentOffer(
  row: OfferRow,
  around: TeamSurroundings,
  versions: readonly OfferVersion[],
  names: ReadonlyMap<string, { name: string }>,
  fees: Fees,
): Offer {
  const terms = termsOf(row);
  return {
    ...presentOfferSummary(row, around),
    terms,
    termsHash: row.termsHash,
    content: presentMarkdown(terms.text),
    team: row.team,
    costCenter: row.costCenter,
    message: row.message,
    amounts: terms.payment && amountsOf(terms.payment, fees),
    createdBy: names.get(row.createdBy)?.name ?? '',
    sentBy: (row.sentBy && names.get(row.sentBy)?.name) ?? null,
    approvalId: row.approvalId,
    endReason: row.endReason,
    versions: [...versions],
    document: row.version > 0 ? { url: `/v1/offers/${row.id}/document`, sha256: row.documentHash } : null,
  };
}

/** @param current the newest version that either side put forward; what the client still writes is not shown */
export function presentOwnSummary(
  row: OfferRow,
  current: Pick<OfferVersionRow, 'terms' | 'version'>,
  client: Brand,
  jobPostTitle: string | undefined,
): FreelancerOfferSummary {
  const terms = termsOf(current);
  const state = shownState(row);
  return {
    id: row.id,
    state,
    title: terms.title,
    payment: terms.payment!,
    client,
    jobPost: row.jobPostId ? { id: row.jobPostId, title: jobPostTitle ?? '' } : null,
    proposalId: row.proposalId,
    version: current.version,
    sentAt: isoInstant(row.sentAt!),
    expiresAt: state === row.state ? instantOf(row.expiresAt) : null,
    contractId: row.contractId,
  };
}

export function presentOwnOffer(
  row: OfferRow,
  versions: readonly OfferVersion[],
  client: Brand,
  jobPostTitle: string | undefined,
  { signerName, sentBy, fees }: { signerName: string; sentBy: string; fees: Fees },
): FreelancerOffer {
  const current = versions.at(-1)!;
  const text = { terms: JSON.stringify(current.terms), version: current.version };
  const amounts = amountsOf(current.terms.payment!, fees);
  return {
    ...presentOwnSummary(row, text, client, jobPostTitle),
    terms: current.terms,
    termsHash: current.termsHash,
    content: presentMarkdown(current.terms.text),
    message: current.message,
    amounts,
    feeSchedule: sentSchedule(scheduleFor(fees.freelancer, amounts.gross.currency)),
    sentBy,
    endReason: row.endReason,
    signerName,
    versions: [...versions],
    document: { url: `/v1/freelancers/me/offers/${row.id}/document`, sha256: row.documentHash },
  };
}

/** Tiers of its own: a policy's are read-only. */
function sentSchedule(schedule: Fees['freelancer']): FreelancerOffer['feeSchedule'] {
  return schedule.kind === 'sliding' ? { ...schedule, tiers: schedule.tiers.map((tier) => ({ ...tier })) } : schedule;
}

export function presentVersions(
  versions: readonly OfferVersionRow[],
  signatures: readonly OfferSignatureRow[],
): OfferVersion[] {
  const signed = Map.groupBy(signatures, ({ version }) => version);
  return versions.map((row) => ({
    version: row.version,
    by: row.side,
    personName: row.personName,
    createdAt: isoInstant(row.createdAt),
    terms: termsOf(row),
    termsHash: row.termsHash,
    message: row.message,
    signatures: (signed.get(row.version) ?? []).map(({ side, typedName, signedAt, termsHash, version }) => ({
      side,
      typedName,
      signedAt: isoInstant(signedAt),
      termsHash,
      version,
    })),
  }));
}

export function presentInvitation(row: OfferRow, clientName: string, sentBy: string, nowMs: number): OfferInvitation {
  const isOpen = offerCan.accept(row) && row.freelancerId === null && row.expiresAt! > nowMs;
  return {
    id: row.id,
    clientName,
    sentBy,
    title: row.title,
    maskedEmail: maskedEmail(row.invitedEmail!),
    isOpen,
    expiresAt: instantOf(row.expiresAt),
  };
}

/** While the client works on its answer to a counter-offer, the counter-offer is what stands. */
function shownState({ state }: OfferRow): OfferState {
  return state === 'draft' || state === 'pendingApproval' ? 'countered' : state;
}

function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${[...email][0]}…${email.slice(at)}`;
}

function instantOf(epochMs: number | null): string | null {
  return epochMs === null ? null : isoInstant(epochMs);
}
