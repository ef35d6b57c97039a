/**
 * Where in the portal each thing is looked at, from the portal's root: what mails, notifications and approvals link to.
 * Both sides of an offer have a page of their own. Pure; the portal's test finds a page for every one of them.
 */
export const portalPaths = {
  // The hiring side, at the tenant's address.
  jobPost: (id: string) => `/job-posts/${part(id)}`,
  jobPostProposals: (id: string) => `/job-posts/${part(id)}/proposals`,
  jobPostInvitations: (id: string) => `/job-posts/${part(id)}/invitations`,
  jobImport: (id: string) => `/job-imports/${part(id)}`,
  proposal: (id: string) => `/proposals/${part(id)}`,
  offer: (id: string) => `/offers/${part(id)}`,
  contract: (id: string) => `/contracts/${part(id)}`,
  timesheet: (id: string) => `/timesheets?open=${part(id)}`,
  approval: (id: string) => `/approvals/${part(id)}`,
  delegation: () => '/settings/delegation',
  purchaseOrder: (id: string) => `/purchase-orders/${part(id)}`,
  budgets: () => '/budgets',
  rateCards: () => '/rate-cards',
  onboardingTask: (id: string) => `/onboarding/${part(id)}`,
  talentPool: (id: string) => `/pools/${part(id)}`,
  sharedTalent: () => '/pools/shared',
  payment: (id: string) => `/billing/payments/${part(id)}`,
  plan: () => '/settings/plan',
  reportExports: () => '/reports',
  reportSchedules: () => '/reports/schedules',
  bankDisputes: () => '/billing/disputes',
  invoice: (id: string) => `/billing/invoices/${part(id)}`,
  vettingCase: (id: string) => `/vetting/cases/${part(id)}`,
  operatorVettingCase: (id: string) => `/operator/vetting/cases/${part(id)}`,

  // The freelancer's side, at the installation's address and every tenant's.
  job: (id: string) => `/jobs/${part(id)}`,
  ownInvitation: (id: string) => `/my/invitations/${part(id)}`,
  ownPools: () => '/my/pools',
  ownProposal: (id: string) => `/my/proposals/${part(id)}`,
  ownOffer: (id: string) => `/my/offers/${part(id)}`,
  ownContract: (id: string) => `/my/contracts/${part(id)}`,
  ownOnboardingTask: (id: string) => `/my/onboarding/${part(id)}`,
  ownTime: () => '/my/time',
  ownVetting: (id: string) => `/my/vetting/${part(id)}`,
  connects: () => '/connects',
  payouts: () => '/payouts',
  payoutMethods: () => '/payouts/methods',
  tax: () => '/tax',

  /** For somebody who has no account here yet. */
  offerInvitation: (id: string) => `/offer-invitation?id=${part(id)}`,
} as const satisfies Record<string, (id: string) => string>;

const part = encodeURIComponent;
