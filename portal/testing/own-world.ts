import type { ConnectsAccount, ConnectsBundles } from '@portico/api/hiring/connects/schema.ts';
import type { OwnInvitation } from '@portico/api/hiring/invitations/schema.ts';
import type { Job } from '@portico/api/hiring/job-search/schema.ts';
import type { FreelancerOffer, OfferDifferences, OfferTerms } from '@portico/api/hiring/offers/schema.ts';
import type { OwnProposal, ProposalTerms } from '@portico/api/hiring/proposals/own-schema.ts';
import type { FreelancerContract } from '@portico/api/work/contracts/schema.ts';
import { me } from '../shell/session.ts';
import { adoptStyles } from '../styles/adopt.ts';
import { shellStyles } from '../styles/shell-styles.ts';

/* What the API answers a freelancer, for tests of their pages. */

export const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const letter = [{ kind: 'paragraph' as const, content: [{ kind: 'text' as const, text: 'Ten pages of it.' }] }];
const at = '2026-11-20T09:00:00.000Z';

export function signInFreelancer(): void {
  adoptStyles(...shellStyles);
  me.set({
    person: { id: 'pe_1', name: 'Jonas Lindemann', email: 'jonas@x.example', locale: null },
    roles: [],
    memberships: [],
    freelancerId: 'fr_1',
    operatorRoles: [],
    teamRoles: [],
    features: [],
  });
}

export const job: Job = {
  id: 'jp_1',
  title: 'React engineer',
  category: null,
  skills: [
    { id: 'react', name: 'React', matched: false, mine: true },
    { id: 'graphql', name: 'GraphQL', matched: false, mine: false },
  ],
  budget: { kind: 'hourly', min: usd(5500), max: usd(8500) },
  duration: '3To6Months',
  weeklyHours: 30,
  level: 'expert',
  countries: [],
  timezone: null,
  overlapHours: null,
  visibility: 'public',
  reach: [],
  hires: 1,
  postedAt: at,
  proposals: '10-19',
  connects: { price: 14, free: null },
  client: { id: 'tn_1', name: 'Larkmoor', logoUrl: null, country: 'DE', memberSince: at, posts: 11, hires: 3 },
  marks: { saved: false, hidden: null },
  description: { markdown: 'x', content: letter },
  attachments: [],
  questions: [],
  expiresAt: null,
  proposalId: null,
  invitationId: null,
};

export const proposalTerms: ProposalTerms = {
  jobPost: { id: 'jp_1', title: 'React engineer', state: 'open' },
  client: { name: 'Larkmoor' },
  bidKinds: ['hourly'],
  currency: 'USD',
  budget: { kind: 'hourly', min: usd(5500), max: usd(8500) },
  limits: { min: usd(300), max: usd(100_000), milestoneMin: usd(500) },
  connects: { price: 14, free: null, balance: 20, balanceAfter: 6 },
  feeSchedule: { kind: 'flat', basisPoints: 1000 },
  boost: { places: 4, taken: 0, minimumBid: 1, maximumBid: 200 },
  questions: [
    { id: 'qu_1', kind: 'text', text: 'Which tools?', choices: [], isRequired: false },
    { id: 'qu_2', kind: 'text', text: 'What was hard?', choices: [], isRequired: true },
    { id: 'qu_3', kind: 'choice', text: 'How many hours overlap?', choices: ['2', '4'], isRequired: true },
  ],
  invitationId: null,
  proposalId: null,
  refusal: null,
};

export const ownProposal: OwnProposal = {
  id: 'pr_1',
  jobPost: { id: 'jp_1', title: 'React engineer', state: 'open' },
  client: { name: 'Larkmoor' },
  state: 'submitted',
  coverLetter: { markdown: 'x', content: letter },
  answers: [{ questionId: 'qu_1', kind: 'yesNo', question: 'Now?', value: true, file: null }],
  bid: {
    kind: 'milestones',
    total: usd(60_000),
    milestones: [
      { description: 'Plan', dueOn: '2027-02-01', amount: usd(20_000) },
      { description: 'Rest', dueOn: null, amount: usd(40_000) },
    ],
  },
  earnings: { gross: usd(60_000), fee: usd(6000), net: usd(54_000), per: 'project' },
  attachments: [],
  connects: { spent: 14, boostBid: 5, returned: false },
  boost: { state: 'standing', place: 2 },
  invitationId: null,
  termsVersion: 1,
  submittedAt: at,
  termsChangedAt: null,
  viewedAt: null,
  closing: null,
  unreadMessages: 0,
  messageCount: 0,
  mayWrite: false,
  mayEditTerms: true,
  mayWithdraw: true,
};

export const ownInvitation: OwnInvitation = {
  id: 'in_1',
  jobPost: { id: 'jp_1', title: 'React engineer', state: 'open' },
  client: { name: 'Larkmoor' },
  message: 'Would you look at this?',
  state: 'sent',
  sentAt: at,
  expiresAt: '2026-12-04T09:00:00.000Z',
  answeredAt: null,
  decline: null,
  endReason: null,
  proposalId: null,
};

export const offerTerms: OfferTerms = {
  title: 'Audit',
  payment: {
    kind: 'fixed',
    total: usd(320_000),
    milestones: [
      { description: 'Findings', dueOn: null, amount: usd(200_000) },
      { description: 'Notes', dueOn: null, amount: usd(120_000) },
    ],
  },
  startsOn: null,
  endsOn: null,
  purchaseOrder: null,
  nda: false,
  text: '## Terms',
  template: null,
};
const termsHash = 'ab'.repeat(32);
const version = { by: 'client', personName: 'Noor', createdAt: at, terms: offerTerms, termsHash } as const;

export const ownOffer: FreelancerOffer = {
  id: 'of_1',
  state: 'sent',
  title: 'Audit',
  payment: offerTerms.payment!,
  client: { name: 'Fennec', logoUrl: null },
  jobPost: null,
  proposalId: null,
  version: 3,
  sentAt: at,
  expiresAt: '2026-12-04T09:00:00.000Z',
  contractId: null,
  terms: offerTerms,
  termsHash,
  content: letter,
  message: 'We know your work.',
  amounts: {
    basis: 'total',
    gross: usd(320_000),
    freelancerFee: usd(32_000),
    freelancerNet: usd(288_000),
    clientFee: usd(16_000),
    clientTotal: usd(336_000),
  },
  feeSchedule: { kind: 'flat', basisPoints: 1000 },
  sentBy: 'Noor van Dijk',
  endReason: null,
  signerName: 'Jonas Lindemann',
  versions: [
    { ...version, version: 1, message: 'First.', signatures: [] },
    { ...version, version: 2, by: 'freelancer', personName: 'Jonas', message: 'More.', signatures: [] },
    { ...version, version: 3, message: 'We know your work.', signatures: [] },
  ],
  document: { url: '/v1/freelancers/me/offers/of_1/document', sha256: null },
};

export const noDifferences: OfferDifferences = { from: 2, to: 3, changes: [], text: [] };

export const ownContract: FreelancerContract = {
  id: 'ct_1',
  state: 'ready',
  title: 'Audit',
  payment: { kind: 'hourly', rate: usd(7000), weeklyLimitHours: 20, manualTimeAllowed: false },
  startsOn: '2027-01-04',
  endsOn: null,
  offerId: 'of_1',
  jobPostId: null,
  createdAt: at,
  startedAt: null,
  cancelledAt: null,
  cancelReason: null,
  revision: 1,
  endedBy: null,
  endReason: null,
  endNote: null,
  endRequestedAt: null,
  endedAt: null,
  feedbackUntil: null,
  closedAt: null,
  pauses: [],
  termsVersion: 1,
  client: { name: 'Fennec', logoUrl: null },
  terms: {
    ...offerTerms,
    payment: { kind: 'hourly', rate: usd(7000), weeklyLimitHours: 20, manualTimeAllowed: false },
  },
  content: letter,
  termsHash,
  offerVersion: 3,
  proposalId: null,
  signedByClient: 'Noor van Dijk',
  signedByFreelancer: 'Jonas Lindemann',
};

export const connectsAccount: ConnectsAccount = {
  balance: 20,
  held: 5,
  monthlyGrant: 10,
  nextGrantAt: '2026-12-01T00:00:00.000Z',
  lots: [{ id: 'lo_1', from: 'purchase', remaining: 20, expiresAt: '2027-11-20T00:00:00.000Z' }],
  movements: [
    movement('mo_3', { kind: 'purchase', state: 'voided', connects: 20 }),
    movement('mo_2', {
      kind: 'returned',
      connects: 12,
      reason: 'postClosed',
      jobPost: { id: 'jp_2', title: 'Valves' },
    }),
    movement('mo_1', { kind: 'grant', connects: 10, month: '2026-11' }),
  ],
  nextCursor: null,
};

function movement(
  id: string,
  more: Partial<ConnectsAccount['movements'][number]>,
): ConnectsAccount['movements'][number] {
  return {
    id,
    kind: 'grant',
    state: 'posted',
    connects: 0,
    reason: null,
    month: null,
    jobPost: null,
    proposalId: null,
    purchaseId: null,
    occurredAt: at,
    ...more,
  };
}

export const bundles: ConnectsBundles = {
  bundles: [
    { connects: 10, price: usd(150) },
    { connects: 20, price: usd(300) },
  ],
  processor: {
    name: 'sandbox',
    isSandbox: true,
    cards: [
      { token: 'sandbox_card_success', label: 'Sandbox card ending in 4242' },
      { token: 'sandbox_card_decline', label: 'Sandbox card ending in 0002' },
    ],
  },
};
