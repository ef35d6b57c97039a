import { approvalCases } from './de/approval-cases.ts';
import { approvalRules } from './de/approval-rules.ts';
import { approvals } from './de/approvals.ts';
import { audit } from './de/audit.ts';
import { auditEvents } from './de/audit-events.ts';
import { begin } from './de/begin.ts';
import { brand } from './de/brand.ts';
import { clock } from './de/clock.ts';
import { contractRoom } from './de/contract-room.ts';
import { delegation } from './de/delegation.ts';
import { embedConsole } from './de/embed-console.ts';
import { hiring } from './de/hiring.ts';
import { identity } from './de/identity.ts';
import { imports } from './de/imports.ts';
import { invoices } from './de/invoices.ts';
import { jobs } from './de/jobs.ts';
import { milestones } from './de/milestones.ts';
import { moves } from './de/moves.ts';
import { offers } from './de/offers.ts';
import { onboarding } from './de/onboarding.ts';
import { ownVetting } from './de/own-vetting.ts';
import { ownWork } from './de/own-work.ts';
import { palette } from './de/palette.ts';
import { parts } from './de/parts.ts';
import { payments } from './de/payments.ts';
import { payouts } from './de/payouts.ts';
import { pools } from './de/pools.ts';
import { problems } from './de/problems.ts';
import { profile } from './de/profile.ts';
import { proposals } from './de/proposals.ts';
import { reports } from './de/reports.ts';
import { settings } from './de/settings.ts';
import { shell } from './de/shell.ts';
import { spending } from './de/spending.ts';
import { styleguide } from './de/styleguide.ts';
import { talent } from './de/talent.ts';
import { time } from './de/time.ts';
import { vetting } from './de/vetting.ts';
import { vettingWords } from './de/vetting-words.ts';
import type { Strings } from './text-keys.ts';

export const de: Strings = {
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
