/** Who must say yes to what: rules in order, the first that matches decides. Pure. */

export const approvalSubjectKinds = ['jobPost', 'offer', 'amendment', 'funding', 'bonus', 'rateException'] as const;
export type ApprovalSubjectKind = (typeof approvalSubjectKinds)[number];

/** Whose yes moves money: whoever gives it confirms who they are. */
const moneyKinds: readonly string[] = ['funding', 'bonus'] satisfies ApprovalSubjectKind[];
export function movesMoney(kind: string): boolean {
  return moneyKinds.includes(kind);
}

/** Roles that may decide at all, the lowest first; the next higher one takes over what waits too long. */
export const approverRoles = ['hiringManager', 'approver', 'financeAdmin', 'accountAdmin', 'owner'] as const;
export type ApproverRole = (typeof approverRoles)[number];

export const roleReaches = ['tenant', 'team', 'either'] as const;
export type RoleReach = (typeof roleReaches)[number];

/** One seat of a step: a person, or anybody with a role in the tenant, in the subject's team, or in either. */
export type Approver = { kind: 'role'; role: ApproverRole; where: RoleReach } | { kind: 'person'; personId: string };

export type Escalation = { afterHours: number; to: 'nextHigherRole' | readonly Approver[] };

export type PolicyStep = {
  approvers: readonly Approver[];
  /** `any`: one yes of any of them. `all`: one yes for each of them, all by different people. */
  needs: 'any' | 'all';
  escalation: Escalation | null;
};

export const triggerKinds = ['rateAboveBenchmark', 'rateAboveCard', 'overPurchaseOrder', 'overBudget'] as const;
export type TriggerKind = (typeof triggerKinds)[number];
export type RuleTrigger =
  | { kind: 'rateAboveBenchmark' | 'rateAboveCard'; basisPoints: number }
  | { kind: 'overPurchaseOrder' | 'overBudget' };

/** An empty list is any; several kinds of condition hold together, of several triggers one is enough. */
export type RuleConditions = {
  kinds: readonly ApprovalSubjectKind[];
  /** From here on, and below `toMinor`; null has no end. */
  amount: { currency: string; fromMinor: number; toMinor: number | null } | null;
  teams: readonly string[];
  categoryIds: readonly string[];
  costCenters: readonly string[];
  triggers: readonly RuleTrigger[];
};

export type PolicyRule = {
  id: string;
  name: string;
  conditions: RuleConditions;
  /** None asks nobody. */
  steps: readonly PolicyStep[];
};

export type PolicyDocument = {
  rules: readonly PolicyRule[];
  /** For what no rule matches; none asks nobody. */
  otherwise: { steps: readonly PolicyStep[] };
};

export const policyLimits = { rules: 50, steps: 5, approvers: 10, hours: 720 } as const;

export const otherwiseRuleId = 'otherwise';

export const anything: RuleConditions = {
  kinds: [],
  amount: null,
  teams: [],
  categoryIds: [],
  costCenters: [],
  triggers: [],
};

export const asksNobody: PolicyDocument = { rules: [], otherwise: { steps: [] } };

/** All rules as they are tried, the last one for what no other matches. */
export function rulesInOrder({ rules, otherwise }: PolicyDocument): PolicyRule[] {
  return [...rules, { id: otherwiseRuleId, name: '', conditions: anything, steps: otherwise.steps }];
}

/** Who takes over from whom: one up from the highest role that the step names; the owner is the highest. */
export function nextHigherRole(step: Pick<PolicyStep, 'approvers'>): ApproverRole {
  const highest = Math.max(
    0,
    ...step.approvers.map((one) => (one.kind === 'role' ? approverRoles.indexOf(one.role) : 0)),
  );
  return approverRoles[Math.min(highest + 1, approverRoles.length - 1)]!;
}

export function escalatesTo(step: PolicyStep): readonly Approver[] {
  if (!step.escalation) return [];
  const { to } = step.escalation;
  return to === 'nextHigherRole' ? [{ kind: 'role', role: nextHigherRole(step), where: 'tenant' }] : to;
}
