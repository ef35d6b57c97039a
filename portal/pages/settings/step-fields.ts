import {
  type Approver,
  approverRoles,
  type PolicyStep,
  policyLimits,
  roleReaches,
} from '@portico/api/procurement/approvals/approval-policy.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldError, selectField, textField } from '../../elements/field.ts';
import type { Errors } from '../../elements/form-element.ts';
import { icon } from '../../icons/icon.ts';
import { plus, x } from '../../icons/icons.generated.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { approverName, type Choices } from './rule-words.ts';

/** The steps of a rule in their order: who, how many of them, and who is asked when they wait too long. */
export function stepFields(
  steps: readonly PolicyStep[],
  choices: Choices,
  errors: Errors,
  onChange: (steps: readonly PolicyStep[]) => void,
): TemplateResult[] {
  return steps.map((step, at) => {
    const change = (part: Partial<PolicyStep>) =>
      onChange(steps.map((one, index) => (index === at ? { ...one, ...part } : one)));
    return html`<fieldset class="field step-block stack close" id=${`step-${at}`}>
      <legend>${t('approvalStep.step', { step: at + 1 })}</legend>
      ${approverFields(`step-${at}`, step.approvers, choices, (approvers) => change({ approvers }))}
      ${fieldError(`step-${at}`, errors[`step-${at}`])}
      ${
        step.approvers.length > 1
          ? selectField({
              id: `step-${at}-needs`,
              label: t('policyRule.needs'),
              value: step.needs,
              choices: (['any', 'all'] as const).map((value) => ({ value, label: t(`policyNeeds.${value}`) })),
              onChange: (needs) => change({ needs: needs as PolicyStep['needs'] }),
            })
          : nothing
      }
      ${escalationFields(at, step, change)}
      <div><button class="button plain small" type="button" @click=${() => onChange(steps.filter((_, index) => index !== at))}>${icon(x)}${t('policyRule.dropStep', { n: at + 1 })}</button></div>
    </fieldset>`;
  });
}

function approverFields(
  id: string,
  approvers: readonly Approver[],
  choices: Choices,
  onChange: (approvers: readonly Approver[]) => void,
): TemplateResult {
  const replace = (at: number, next: Approver) => onChange(approvers.map((one, index) => (index === at ? next : one)));
  return html`${approvers.map(
    (approver, at) => html`<div class="row field-row">
      ${selectField({
        id: `${id}-who-${at}`,
        label: t('policyRule.who'),
        value: approver.kind === 'role' ? `role ${approver.role}` : `person ${approver.personId}`,
        choices: [
          ...approverRoles.map((role) => ({ value: `role ${role}`, label: wordsFor('role', role) ?? role })),
          ...peopleOf(approver, choices),
        ],
        onChange: (value) => replace(at, approverOf(value, approver)),
      })}
      ${
        approver.kind === 'role'
          ? selectField({
              id: `${id}-where-${at}`,
              label: t('policyRule.where'),
              value: approver.where,
              choices: roleReaches.map((value) => ({ value, label: t(`policyWhere.${value}`) })),
              onChange: (where) => replace(at, { ...approver, where: where as (typeof roleReaches)[number] }),
            })
          : nothing
      }
      <button class="button plain small icon-only" type="button" aria-label=${t('policyRule.dropApprover', { who: approverName(approver, choices) })} @click=${() => onChange(approvers.filter((_, index) => index !== at))}>${icon(x)}</button>
    </div>`,
  )}
  ${
    approvers.length < policyLimits.approvers
      ? html`<div><button class="button small" type="button" @click=${() => onChange([...approvers, { kind: 'role', role: 'owner', where: 'tenant' }])}>${icon(plus)}${t('policyRule.addApprover')}</button></div>`
      : nothing
  }`;
}

/** Whoever left stays named, so that nothing changes behind the reader's back. */
function peopleOf(approver: Approver, { people }: Choices) {
  const known = people.map(({ id, name }) => ({ value: `person ${id}`, label: name }));
  const isGone = approver.kind === 'person' && !people.some(({ id }) => id === approver.personId);
  return isGone ? [...known, { value: `person ${approver.personId}`, label: t('policyWho.gone') }] : known;
}

function approverOf(value: string, before: Approver): Approver {
  const [kind, id = ''] = value.split(' ');
  if (kind === 'person') return { kind: 'person', personId: id };
  const role = approverRoles.find((one) => one === id) ?? 'approver';
  return { kind: 'role', role, where: before.kind === 'role' ? before.where : 'tenant' };
}

function escalationFields(at: number, step: PolicyStep, change: (part: Partial<PolicyStep>) => void): TemplateResult {
  const { escalation } = step;
  const hours = escalation?.afterHours ?? null;
  return textField({
    id: `step-${at}-hours`,
    label: t('policyRule.escalation'),
    hint: `${t('policyRule.escalateTo')}: ${t('policyRule.higher')}`,
    type: 'number',
    min: 1,
    max: policyLimits.hours,
    optional: true,
    placeholder: t('policyRule.never'),
    suffix: t('policyRule.hours'),
    value: hours === null ? '' : String(hours),
    onChange: (text) => {
      const afterHours = Math.min(policyLimits.hours, Math.max(0, Math.floor(Number(text))));
      change({ escalation: afterHours > 0 ? { afterHours, to: escalation?.to ?? 'nextHigherRole' } : null });
    },
  });
}
