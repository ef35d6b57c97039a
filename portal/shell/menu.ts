import type { SVGTemplateResult } from 'lit';
import {
  bookmark,
  briefcase,
  calendar,
  chartColumn,
  circleUser,
  clipboardCheck,
  clipboardList,
  clock,
  code,
  coins,
  fileText,
  gauge,
  globe,
  handshake,
  house,
  layoutTemplate,
  list,
  mail,
  palette,
  percent,
  play,
  scale,
  scrollText,
  search,
  send,
  shield,
  signature,
  slidersHorizontal,
  sparkles,
  textSearch,
  timer,
  userPlus,
  users,
  wallet,
} from '../icons/icons.generated.ts';
import type { Access, Feature } from '../router.ts';
import type { PlainKey } from '../strings/text-keys.ts';
import { waitingApprovals } from './waiting.ts';

/** A page of the menu, for whom it is open. */
export type Entry = {
  path: string;
  label: PlainKey;
  shape: SVGTemplateResult;
  access: Access;
  feature?: Feature;
  count?: Pick<typeof waitingApprovals, 'get'>;
  /** Pages below it have entries of their own. */
  isAlone?: boolean;
};
export type Group = { label: PlainKey | undefined; entries: readonly Entry[] };

/** The pages of the menu, in the order in which people use them. */
export const menu: readonly Group[] = [
  {
    label: undefined,
    entries: [
      { path: '/', label: 'nav.home', shape: house, access: 'signedIn' },
      { path: '/profile', label: 'nav.profile', shape: circleUser, access: 'freelancer' },
    ],
  },
  {
    label: 'nav.work',
    entries: [
      { path: '/jobs', label: 'nav.findWork', shape: textSearch, access: 'freelancer' },
      { path: '/my/invitations', label: 'ownInvitations.title', shape: mail, access: 'freelancer' },
      { path: '/my/proposals', label: 'ownProposals.title', shape: send, access: 'freelancer' },
      { path: '/my/offers', label: 'ownOffers.title', shape: signature, access: 'freelancer' },
      { path: '/my/contracts', label: 'ownContracts.title', shape: handshake, access: 'freelancer' },
      { path: '/my/onboarding', label: 'beforeWork.title', shape: clipboardList, access: 'freelancer' },
      { path: '/my/pools', label: 'ownPools.title', shape: users, access: 'freelancer' },
      { path: '/my/time', label: 'time.title', shape: timer, access: 'freelancer' },
      { path: '/my/vetting', label: 'ownVetting.title', shape: shield, access: 'freelancer' },
      { path: '/connects', label: 'connects.title', shape: coins, access: 'freelancer' },
    ],
  },
  {
    label: 'nav.hiring',
    entries: [
      { path: '/job-posts', label: 'nav.jobPosts', shape: briefcase, access: 'member' },
      {
        path: '/approvals',
        label: 'nav.approvals',
        shape: clipboardCheck,
        access: 'teamMember',
        feature: 'approvals',
        count: waitingApprovals,
      },
      { path: '/offers', label: 'nav.offers', shape: signature, access: 'member' },
      { path: '/contracts', label: 'ownContracts.title', shape: handshake, access: 'member' },
      { path: '/timesheets', label: 'time.reviewTitle', shape: timer, access: 'member' },
      { path: '/talent', label: 'nav.talent', shape: search, access: 'member' },
      { path: '/pools', label: 'pools.title', shape: users, access: 'member' },
      { path: '/vetting', label: 'vetting.title', shape: shield, access: 'vettingReader', feature: 'talentPools' },
      { path: '/lists', label: 'nav.lists', shape: list, access: 'member' },
      { path: '/saved-searches', label: 'nav.savedSearches', shape: bookmark, access: 'member' },
    ],
  },
  {
    label: 'nav.procurement',
    entries: [
      { path: '/procurement', label: 'procurement.title', shape: gauge, access: 'teamMember', feature: 'procurement' },
      {
        path: '/purchase-orders',
        label: 'purchaseOrders.title',
        shape: clipboardCheck,
        access: 'teamMember',
        feature: 'procurement',
      },
      { path: '/budgets', label: 'budgets.title', shape: percent, access: 'teamMember', feature: 'procurement' },
      { path: '/cost-centers', label: 'costCenters.title', shape: list, access: 'teamMember', feature: 'procurement' },
      { path: '/rate-cards', label: 'rateCards.title', shape: scale, access: 'teamMember', feature: 'procurement' },
      {
        path: '/onboarding',
        label: 'beforeWork.title',
        shape: clipboardList,
        access: 'member',
        feature: 'procurement',
      },
    ],
  },
  {
    label: 'nav.money',
    entries: [
      { path: '/billing', label: 'billingHome.title', shape: coins, access: 'billing', isAlone: true },
      { path: '/billing/methods', label: 'payMethods.title', shape: wallet, access: 'policyReader' },
      { path: '/billing/invoices', label: 'invoices.title', shape: fileText, access: 'billing' },
      { path: '/billing/transactions', label: 'transactions.title', shape: list, access: 'billing' },
      { path: '/billing/statements', label: 'statements.title', shape: scrollText, access: 'policyReader' },
      { path: '/billing/disputes', label: 'bankDisputes.title', shape: scale, access: 'policyReader' },
      { path: '/earnings', label: 'earnings.title', shape: wallet, access: 'freelancer' },
      { path: '/payouts', label: 'payouts.title', shape: send, access: 'freelancer' },
      { path: '/tax', label: 'tax.title', shape: scale, access: 'freelancer' },
      { path: '/my/transactions', label: 'transactions.title', shape: list, access: 'freelancer' },
      { path: '/my/invoices', label: 'invoices.title', shape: fileText, access: 'freelancer' },
      { path: '/my/statements', label: 'statements.title', shape: scrollText, access: 'freelancer' },
      { path: '/my/reports/earnings', label: 'earningsReport.link', shape: chartColumn, access: 'freelancer' },
    ],
  },
  {
    label: 'reports.title',
    entries: [
      {
        path: '/reports',
        label: 'reports.back',
        shape: chartColumn,
        access: 'teamMember',
        feature: 'reports',
        isAlone: true,
      },
      { path: '/reports/budgets', label: 'reportName.budgets', shape: scale, access: 'billing', feature: 'reports' },
      {
        path: '/reports/month-end',
        label: 'reports.monthEnd',
        shape: calendar,
        access: 'policyReader',
        feature: 'reports',
      },
      { path: '/reports/schedules', label: 'schedules.title', shape: clock, access: 'billing', feature: 'reports' },
    ],
  },
  {
    label: 'nav.operator',
    entries: [
      { path: '/operator/money', label: 'desk.title', shape: wallet, access: 'operatorAdmin' },
      { path: '/operator/credit', label: 'nav.credit', shape: coins, access: 'operatorAdmin' },
      { path: '/operator/vetting', label: 'vetting.title', shape: shield, access: 'vetter' },
      { path: '/operator/jobs', label: 'nav.jobs', shape: play, access: 'support' },
      { path: '/operator/skills', label: 'nav.skills', shape: sparkles, access: 'vetter' },
    ],
  },
  {
    label: 'nav.settings',
    entries: [
      { path: '/settings/job-templates', label: 'nav.jobTemplates', shape: layoutTemplate, access: 'hirer' },
      { path: '/settings/job-fields', label: 'nav.jobFields', shape: clipboardList, access: 'accountAdmin' },
      { path: '/settings/terms', label: 'nav.terms', shape: fileText, access: 'offerer' },
      { path: '/settings/plan', label: 'plan.title', shape: sparkles, access: 'member' },
      {
        path: '/settings/onboarding',
        label: 'beforeWork.templates',
        shape: clipboardList,
        access: 'auditor',
        feature: 'procurement',
      },
      { path: '/settings/approvals', label: 'nav.rules', shape: slidersHorizontal, access: 'policyReader' },
      {
        path: '/settings/delegation',
        label: 'delegation.title',
        shape: userPlus,
        access: 'teamMember',
        feature: 'approvals',
      },
      { path: '/settings/embed', label: 'nav.embed', shape: code, access: 'accountAdmin', feature: 'widgets' },
      {
        path: '/settings/domains',
        label: 'domains.title',
        shape: globe,
        access: 'accountAdmin',
        feature: 'whiteLabel',
      },
      { path: '/settings/brand', label: 'brand.title', shape: palette, access: 'accountAdmin' },
      { path: '/settings/members', label: 'nav.members', shape: users, access: 'accountAdmin' },
      { path: '/settings/teams', label: 'teams.title', shape: users, access: 'member' },
      { path: '/settings/audit', label: 'nav.audit', shape: scrollText, access: 'auditor' },
      { path: '/settings/security', label: 'nav.security', shape: shield, access: 'signedIn' },
    ],
  },
];
