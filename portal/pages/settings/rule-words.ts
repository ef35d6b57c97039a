import {
  type Approver,
  escalatesTo,
  type PolicyRule,
  type PolicyStep,
  type RuleTrigger,
} from '@portico/api/procurement/approvals/approval-policy.ts';
import type { ApprovalGap, ApprovalPolicyBody } from '../../api/approval-policy.ts';
import { formatMoney, formatPercent } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

export type Choices = ApprovalPolicyBody['choices'] & { categories: readonly { id: string; name: string }[] };

/** A rule as a sentence: what it is about, and who is asked. */
export function ruleSentence(rule: PolicyRule, choices: Choices): { about: string; asks: string } {
  return { about: aboutWords(rule, choices), asks: stepsWords(rule.steps, choices) };
}

function aboutWords({ conditions }: PolicyRule, choices: Choices): string {
  const { kinds, amount, teams, categoryIds, costCenters, triggers } = conditions;
  const what = kinds.length === 0 ? t('policyRule.all') : kindsWords(kinds);
  const parts = [
    amount && spanWords(amount),
    teams.length > 0 && t('policyRule.teams', { teams: teams.join(', ') }),
    categoryIds.length > 0 &&
      t('policyRule.categories', { categories: categoryIds.map((id) => categoryName(id, choices)).join(', ') }),
    costCenters.length > 0 && t('policyRule.costCenters', { costCenters: costCenters.join(', ') }),
    triggers.length > 0 && triggers.map(triggerWords).join(` ${t('policyRule.or')} `),
  ].filter((part): part is string => Boolean(part));
  return [what, ...parts].join(', ');
}

export const kindsWords = (kinds: readonly string[]): string =>
  kinds.map((kind) => wordsFor('approvalSubject', kind) ?? kind).join(', ');

function spanWords({ currency, fromMinor, toMinor }: NonNullable<PolicyRule['conditions']['amount']>): string {
  const from = formatMoney({ amountMinor: fromMinor, currency });
  if (toMinor === null) return t('policyRule.from', { from });
  return t('policyRule.span', { from, to: formatMoney({ amountMinor: toMinor, currency }) });
}

function triggerWords(trigger: RuleTrigger): string {
  const words = wordsFor('policyTrigger', trigger.kind) ?? trigger.kind;
  if (!('basisPoints' in trigger) || trigger.basisPoints === 0) return words;
  return `${words} ${t('policyTrigger.by')} ${formatPercent(trigger.basisPoints / 100)}`;
}

export function stepsWords(steps: readonly PolicyStep[], choices: Choices): string {
  if (steps.length === 0) return t('policyRule.nobody');
  return steps
    .map((step, at) => t(at === 0 ? 'policyRule.asks' : 'policyRule.then', { who: stepWords(step, choices) }))
    .join(', ');
}

function stepWords(step: PolicyStep, choices: Choices): string {
  const between = step.needs === 'any' ? t('policyRule.or') : t('policyRule.and');
  const who = step.approvers.map((one) => approverName(one, choices)).join(` ${between} `);
  const others = escalatesTo(step)
    .map((one) => approverName(one, choices))
    .join(', ');
  return step.escalation
    ? `${who}${t('policyRule.escalates', { hours: step.escalation.afterHours, who: others })}`
    : who;
}

export function approverName(approver: Approver, { people }: Pick<Choices, 'people'>): string {
  if (approver.kind === 'person') return people.find(({ id }) => id === approver.personId)?.name ?? t('policyWho.gone');
  const role = wordsFor('role', approver.role) ?? approver.role;
  return approver.where === 'tenant' ? t('policyWho.tenant', { role }) : t(`policyWho.${approver.where}`, { role });
}

const categoryName = (id: string, { categories }: Choices): string =>
  categories.find((one) => one.id === id)?.name ?? id;

/** Where a gap is, and who is missing there. */
export function gapWords(gap: ApprovalGap, choices: Choices): { where: string; why: string } {
  const { kinds, band, team, step, ruleId, ruleName, missing, requester } = gap;
  const rule = ruleName || (ruleId === 'otherwise' ? t('policyRules.otherwise') : ruleId);
  const where = t('policyProof.line', {
    kinds: kindsWords(kinds),
    band: bandWords(band),
    team: team === null ? t('policyProof.noTeam') : t('policyProof.ofTeam', { team }),
    step,
    rule,
  });
  if (requester) return { where, why: t('policyProof.own', { name: requester.name }) };
  const who = missing.map((one) => approverName(one, choices)).join(` ${t('policyRule.or')} `);
  return { where, why: who ? t('policyProof.nobodyIs', { who }) : t('policyProof.tooFew') };
}

function bandWords(band: ApprovalGap['band']): string {
  if (!band) return t('policyProof.anyAmount');
  if (band.currency === null) return t('policyProof.unknownAmount');
  const from = formatMoney({ amountMinor: band.fromMinor, currency: band.currency });
  if (band.toMinor === null) return t('policyProof.from', { from });
  return t('policyProof.span', { from, to: formatMoney({ amountMinor: band.toMinor, currency: band.currency }) });
}
