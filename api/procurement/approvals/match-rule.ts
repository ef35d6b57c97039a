import {
  type ApprovalSubjectKind,
  type PolicyDocument,
  type PolicyRule,
  type RuleConditions,
  type RuleTrigger,
  rulesInOrder,
} from './approval-policy.ts';

/** What a rule looks at. */
export type RuleFacts = {
  kind: ApprovalSubjectKind;
  /** Null when nobody can say what it will cost. */
  amount: { amountMinor: number; currency: string } | null;
  team: string | null;
  categoryId: string | null;
  costCenter: string | null;
  signals: readonly RuleTrigger[];
};

export const mismatches = [
  'kind',
  'amountBelow',
  'amountAbove',
  'otherCurrency',
  'team',
  'category',
  'costCenter',
  'triggers',
  /** It would match, but an earlier one decided. */
  'later',
] as const;
export type Mismatch = (typeof mismatches)[number];

export type Matched = { rule: PolicyRule; others: { rule: PolicyRule; why: Mismatch }[] };

/** The first rule that matches, and why each other did not decide. */
export function matchRule(policy: PolicyDocument, facts: RuleFacts): Matched {
  const currencies = namedCurrencies(policy);
  const others: Matched['others'] = [];
  let decides: PolicyRule | undefined;
  for (const rule of rulesInOrder(policy)) {
    const why = decides ? 'later' : mismatchOf(rule.conditions, facts, currencies);
    if (why) others.push({ rule, why });
    else decides = rule;
  }
  return { rule: decides!, others };
}

export function namedCurrencies({ rules }: PolicyDocument): ReadonlySet<string> {
  return new Set(rules.flatMap(({ conditions: { amount } }) => amount?.currency ?? []));
}

function mismatchOf(
  conditions: RuleConditions,
  facts: RuleFacts,
  currencies: ReadonlySet<string>,
): Mismatch | undefined {
  const { kinds, amount, teams, categoryIds, costCenters, triggers } = conditions;
  if (kinds.length > 0 && !kinds.includes(facts.kind)) return 'kind';
  if (amount) {
    const why = amountMismatch(amount, facts.amount, currencies);
    if (why) return why;
  }
  if (!includes(teams, facts.team)) return 'team';
  if (!includes(categoryIds, facts.categoryId)) return 'category';
  if (!includes(costCenters, facts.costCenter)) return 'costCenter';
  if (triggers.length > 0 && !triggers.some((trigger) => isPulled(trigger, facts.signals))) return 'triggers';
  return undefined;
}

function includes(list: readonly string[], value: string | null): boolean {
  return list.length === 0 || (value !== null && list.includes(value));
}

/** An amount that nobody knows, or in a currency that no rule names, counts as larger than any: nobody can say less. */
export function amountMismatch(
  { currency, fromMinor, toMinor }: NonNullable<RuleConditions['amount']>,
  amount: RuleFacts['amount'],
  currencies: ReadonlySet<string>,
): Mismatch | undefined {
  if (!amount || !currencies.has(amount.currency)) return toMinor === null ? undefined : 'amountAbove';
  if (amount.currency !== currency) return 'otherCurrency';
  if (amount.amountMinor < fromMinor) return 'amountBelow';
  return toMinor !== null && amount.amountMinor >= toMinor ? 'amountAbove' : undefined;
}

export function isPulled(trigger: RuleTrigger, signals: readonly RuleTrigger[]): boolean {
  return signals.some((signal) => {
    if (signal.kind !== trigger.kind) return false;
    return 'basisPoints' in trigger ? 'basisPoints' in signal && signal.basisPoints >= trigger.basisPoints : true;
  });
}

export const ruleReasons = [
  'amount',
  'unknownAmount',
  'otherCurrency',
  'rateAboveBenchmark',
  'rateAboveCard',
  'overPurchaseOrder',
  'overBudget',
  'category',
  'costCenter',
  'team',
  'always',
] as const;
export type RuleReason = (typeof ruleReasons)[number];

/** Why a rule that matched asks: what of it is a condition at all, the weightiest first. */
export function reasonsOf(rule: PolicyRule, facts: RuleFacts, currencies: ReadonlySet<string>): RuleReason[] {
  const { amount, teams, categoryIds, costCenters, triggers } = rule.conditions;
  const reasons: RuleReason[] = triggers.filter((trigger) => isPulled(trigger, facts.signals)).map(({ kind }) => kind);
  if (amount) {
    if (!facts.amount) reasons.push('unknownAmount');
    else reasons.push(currencies.has(facts.amount.currency) ? 'amount' : 'otherCurrency');
  }
  if (categoryIds.length > 0) reasons.push('category');
  if (costCenters.length > 0) reasons.push('costCenter');
  if (teams.length > 0) reasons.push('team');
  return reasons.length > 0 ? [...new Set(reasons)] : ['always'];
}
