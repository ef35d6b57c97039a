import { approvalCases } from './en/approval-cases.ts';
import { approvalRules } from './en/approval-rules.ts';
import { approvals } from './en/approvals.ts';
import { audit } from './en/audit.ts';
import { auditEvents } from './en/audit-events.ts';
import { begin } from './en/begin.ts';
import { brand } from './en/brand.ts';
import { clock } from './en/clock.ts';
import { contractRoom } from './en/contract-room.ts';
import { delegation } from './en/delegation.ts';
import { embedConsole } from './en/embed-console.ts';
import { hiring } from './en/hiring.ts';
import { identity } from './en/identity.ts';
import { imports } from './en/imports.ts';
import { invoices } from './en/invoices.ts';
import { jobs } from './en/jobs.ts';
import { milestones } from './en/milestones.ts';
import { moves } from './en/moves.ts';
import { offers } from './en/offers.ts';
import { onboarding } from './en/onboarding.ts';
import { ownVetting } from './en/own-vetting.ts';
import { ownWork } from './en/own-work.ts';
import { palette } from './en/palette.ts';
import { parts } from './en/parts.ts';
import { payments } from './en/payments.ts';
import { payouts } from './en/payouts.ts';
import { pools } from './en/pools.ts';
import { problems } from './en/problems.ts';
import { profile } from './en/profile.ts';
import { proposals } from './en/proposals.ts';
import { reports } from './en/reports.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { spending } from './en/spending.ts';
import { styleguide } from './en/styleguide.ts';
import { talent } from './en/talent.ts';
import { time } from './en/time.ts';
import { vetting } from './en/vetting.ts';
import { vettingWords } from './en/vetting-words.ts';

export const en = {
  ...brand,
  ...shell,
  ...problems,
  ...pools,
  ...payouts,
  ...identity,
  ...talent,
  ...spending,
  ...profile,
  ...settings,
  ...reports,
  ...palette,
  ...parts,
  ...payments,
  ...milestones,
  ...moves,
  ...approvals,
  ...audit,
  ...auditEvents,
  ...begin,
  ...clock,
  ...contractRoom,
  ...embedConsole,
  ...hiring,
  ...imports,
  ...invoices,
  ...jobs,
  ...offers,
  ...onboarding,
  ...proposals,
  ...ownWork,
  ...time,
  ...approvalCases,
  ...approvalRules,
  ...delegation,
  ...vetting,
  ...vettingWords,
  ...ownVetting,
  ...styleguide,
};
