import type { CompletenessAnswer, OwnFreelancer } from '@portico/api/talent/freelancers/schema.ts';
import { getDelegations } from '../../api/approval-policy.ts';
import { getApprovals } from '../../api/approvals.ts';
import { get } from '../../api/client.ts';
import { getStatuses } from '../../api/contract-status.ts';
import { getBillingDetails } from '../../api/invoices.ts';
import { getJobPosts } from '../../api/job-posts.ts';
import { getOffers } from '../../api/offers.ts';
import { getOwnProposals } from '../../api/own-work.ts';
import { getHowWePay } from '../../api/payments.ts';
import { getPayoutMethods, getTax } from '../../api/payouts.ts';
import { getSchedules } from '../../api/reports.ts';
import { getCurrentSession, getPasskeys } from '../../api/security.ts';
import { getKeys, getMembers, getOrigins } from '../../api/settings.ts';
import { getBudgets, getPurchaseOrders } from '../../api/spending.ts';
import { getLists } from '../../api/talent.ts';
import { getPrograms, getSlots } from '../../api/vetting.ts';
import { hasFeature, mayOpen, me, tenant } from '../../shell/session.ts';
import type { PlainKey } from '../../strings/text-keys.ts';

export type Step = { label: PlainKey; text: PlainKey; path: string; isDone: (signal: AbortSignal) => Promise<boolean> };
export type Checklist = { name: string; title: PlainKey; steps: readonly Step[] };

const hasRole = (...roles: readonly string[]) => me.get()?.roles.some((role) => roles.includes(role)) ?? false;

/** The ways to begin that belong to this person's roles; whether a step is done, the API knows. */
export function ownChecklists(): Checklist[] {
  const all: (Checklist | false)[] = [
    mayOpen('accountAdmin') && {
      name: 'admin',
      title: hasFeature('widgets') ? 'onboarding.title' : 'begin.admin',
      steps: adminSteps(),
    },
    hasRole('hiringManager', 'recruiter', 'owner') && { name: 'hiring', title: 'begin.hiring', steps: hiringSteps() },
    hasRole('financeAdmin') && { name: 'finance', title: 'begin.finance', steps: financeSteps() },
    hasRole('approver') &&
      hasFeature('approvals') && { name: 'approver', title: 'begin.approver', steps: approverSteps },
    mayOpen('freelancer') && { name: 'freelancer', title: 'begin.freelancer', steps: freelancerSteps },
    mayOpen('vetter') && { name: 'operator', title: 'begin.operator', steps: operatorSteps },
  ];
  return all.filter((one) => one !== false);
}

const liveKeys = async (signal: AbortSignal) =>
  (await getKeys(signal)).filter(({ revokedAt, kind }) => !revokedAt && kind === 'secret');

function adminSteps(): Step[] {
  const embed: Step[] = [
    {
      label: 'onboarding.key',
      text: 'onboarding.keyText',
      path: '/settings/embed',
      isDone: async (signal) => (await liveKeys(signal)).length > 0,
    },
    {
      label: 'onboarding.origin',
      text: 'onboarding.originText',
      path: '/settings/embed',
      isDone: async (signal) => (await getOrigins(signal)).data.origins.length > 0,
    },
    {
      label: 'onboarding.snippet',
      text: 'onboarding.snippetText',
      path: '/settings/embed',
      isDone: async (signal) => (await liveKeys(signal)).some(({ lastUsedAt }) => lastUsedAt !== null),
    },
  ];
  return [
    ...(hasFeature('widgets') ? embed : []),
    {
      label: 'onboarding.theme',
      text: 'onboarding.themeText',
      path: '/settings/theme',
      isDone: async () => Object.keys(tenant.get()?.theme ?? {}).length > 0,
    },
    {
      label: 'onboarding.members',
      text: 'onboarding.membersText',
      path: '/settings/members',
      isDone: async (signal) => (await getMembers(undefined, signal)).items.length > 1,
    },
  ];
}

function hiringSteps(): Step[] {
  return [
    {
      label: 'begin.list',
      text: 'begin.listText',
      path: '/talent',
      isDone: async (signal) => (await getLists(signal)).some(({ itemCount }) => itemCount > 0),
    },
    {
      label: 'begin.post',
      text: 'begin.postText',
      path: '/job-posts/new',
      isDone: async (signal) => {
        const { counts } = await getJobPosts({ limit: 1 }, signal);
        return Object.entries(counts).some(([state, n]) => state !== 'draft' && n > 0);
      },
    },
    ...(mayOpen('offerer')
      ? ([
          {
            label: 'begin.offer',
            text: 'begin.offerText',
            path: '/offers',
            isDone: async (signal) => (await getOffers({ limit: 1 }, signal)).items.length > 0,
          },
          {
            label: 'begin.contract',
            text: 'begin.contractText',
            path: '/contracts',
            isDone: async (signal) => (await getStatuses('client', { limit: 1 }, signal)).items.length > 0,
          },
        ] satisfies Step[])
      : []),
  ];
}

function financeSteps(): Step[] {
  const procurement: Step[] = [
    {
      label: 'begin.order',
      text: 'begin.orderText',
      path: '/purchase-orders',
      isDone: async (signal) => (await getPurchaseOrders({}, signal)).length > 0,
    },
    {
      label: 'begin.budget',
      text: 'begin.budgetText',
      path: '/budgets',
      isDone: async (signal) => (await getBudgets({}, signal)).items.length > 0,
    },
  ];
  return [
    {
      label: 'begin.paying',
      text: 'begin.payingText',
      path: '/billing/methods',
      isDone: async (signal) => {
        const { methods, credit } = await getHowWePay(signal);
        return methods.length > 0 || credit !== null;
      },
    },
    {
      label: 'begin.billTo',
      text: 'begin.billToText',
      path: '/billing/details',
      isDone: async (signal) => Boolean((await getBillingDetails(signal)).data.legalName),
    },
    ...(hasFeature('procurement') ? procurement : []),
    ...(hasFeature('reports')
      ? ([
          {
            label: 'begin.schedule',
            text: 'begin.scheduleText',
            path: '/reports/schedules',
            isDone: async (signal) => (await getSchedules(signal)).length > 0,
          },
        ] satisfies Step[])
      : []),
  ];
}

/** Who decides about money is asked for more than a password. */
const secondFactor: Step = {
  label: 'begin.secure',
  text: 'begin.secureText',
  path: '/settings/security',
  isDone: async (signal) => {
    const [session, passkeys] = await Promise.all([getCurrentSession(signal), getPasskeys(signal)]);
    return session?.user.twoFactorEnabled === true || passkeys.length > 0;
  },
};

const approverSteps: readonly Step[] = [
  secondFactor,
  {
    label: 'begin.delegate',
    text: 'begin.delegateText',
    path: '/settings/delegation',
    isDone: async (signal) => (await getDelegations('mine', signal)).items.length > 0,
  },
  {
    label: 'begin.decide',
    text: 'begin.decideText',
    path: '/approvals',
    isDone: async (signal) => (await getApprovals({ view: 'waitingForMe', limit: 1 }, signal)).waitingForMe === 0,
  },
];

const enoughPercent = 80;

const freelancerSteps: readonly Step[] = [
  {
    label: 'begin.profile',
    text: 'begin.profileText',
    path: '/profile',
    isDone: async (signal) =>
      (await get<CompletenessAnswer>('/v1/freelancers/me/completeness', { signal })).percent >= enoughPercent,
  },
  {
    label: 'begin.visible',
    text: 'begin.visibleText',
    path: '/profile#visibility',
    isDone: async (signal) => (await get<OwnFreelancer>('/v1/freelancers/me', { signal })).visibility !== 'private',
  },
  {
    label: 'begin.proposal',
    text: 'begin.proposalText',
    path: '/jobs',
    isDone: async (signal) => Object.values((await getOwnProposals({}, signal)).counts).some((n) => n > 0),
  },
  {
    label: 'begin.payout',
    text: 'begin.payoutText',
    path: '/payouts/methods',
    isDone: async (signal) => (await getPayoutMethods(signal)).items.length > 0,
  },
  {
    label: 'begin.tax',
    text: 'begin.taxText',
    path: '/tax',
    isDone: async (signal) => (await getTax(signal)).current !== null,
  },
];

const operatorSteps: readonly Step[] = [
  secondFactor,
  {
    label: 'begin.program',
    text: 'begin.programText',
    path: '/operator/vetting/programs',
    isDone: async (signal) => (await getPrograms('operator', signal)).items.length > 0,
  },
  {
    label: 'begin.slots',
    text: 'begin.slotsText',
    path: '/operator/vetting/slots',
    isDone: async (signal) => (await getSlots('operator', signal)).items.length > 0,
  },
];
