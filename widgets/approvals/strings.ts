import type { Approval, ApprovalStep } from '@portico/api/procurement/approvals/schema.ts';
import type { CoreStrings, Plural } from '../core/locale.ts';

export type ApprovalView = 'waitingForMe' | 'mine' | 'all';
export type Decision = 'approve' | 'reject' | 'requestChanges';

export type ApprovalsStrings = CoreStrings & {
  label: string;
  views: Record<ApprovalView, string>;
  found: Plural;
  none: Record<ApprovalView, string>;
  more: string;
  kinds: Record<string, string>;
  states: Record<Approval['state'], string>;
  asked: string;
  until: string;
  /** why a rule wanted somebody's yes */
  reasons: Record<Approval['rule']['reason'], string>;
  from: string;
  over: string;
  facts: Record<string, string>;
  values: Record<string, string>;
  steps: string;
  step: string;
  stepStates: Record<ApprovalStep['state'], string>;
  anyOf: string;
  allOf: string;
  standsFor: string;
  whyNot: Record<NonNullable<Approval['whyNot']>, string>;
  decisions: Record<Decision, string>;
  done: Record<Decision, string>;
  reason: Record<'reject' | 'requestChanges', string>;
  money: string;
};
