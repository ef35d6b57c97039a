import {
  type PolicyDocument,
  type PolicyRule,
  rulesInOrder,
} from '@portico/api/procurement/approvals/approval-policy.ts';

export type PolicyDifference = { kind: 'added' | 'removed' | 'changed' | 'moved'; rule: PolicyRule };

/** What one version changed of the one before, in its own order; nothing before the first. Pure. */
export function policyDifferences(before: PolicyDocument | undefined, now: PolicyDocument): PolicyDifference[] {
  const [then, rules] = [before ? rulesInOrder(before) : [], rulesInOrder(now)];
  const known = new Map(then.map((rule) => [rule.id, rule]));
  const ids = new Set(rules.map(({ id }) => id));
  const stayed = then.filter(({ id }) => ids.has(id)).map(({ id }) => id);
  const order = rules.filter(({ id }) => known.has(id)).map(({ id }) => id);
  const differences = rules.flatMap((rule): PolicyDifference[] => {
    const was = known.get(rule.id);
    if (!was) return rule.id === 'otherwise' && rule.steps.length === 0 ? [] : [{ kind: 'added', rule }];
    if (JSON.stringify(was) !== JSON.stringify(rule)) return [{ kind: 'changed', rule }];
    return stayed.indexOf(rule.id) === order.indexOf(rule.id) ? [] : [{ kind: 'moved', rule }];
  });
  return [...differences, ...then.filter(({ id }) => !ids.has(id)).map((rule) => ({ kind: 'removed', rule }) as const)];
}
