import {
  approvalSubjectKinds,
  type PolicyRule,
  type PolicyStep,
  policyLimits,
  type RuleTrigger,
  triggerKinds,
} from '@portico/api/procurement/approvals/approval-policy.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { checkbox, selectField, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { type MoneyValue, moneyField } from '../../elements/money-field.ts';
import { define } from '../../elements/portal-element.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import type { Choices } from './rule-words.ts';
import { stepFields } from './step-fields.ts';

/** One rule, put together: what it is about, and who is asked one after the other. */
class RuleDialog extends DialogForm {
  static override properties = { ...FormElement.properties, rule: { state: true }, hasAmount: { state: true } };
  declare rule: PolicyRule;
  declare hasAmount: boolean;
  protected heading: string;
  protected submitLabel = t('policyRule.ok');
  protected override readonly isWide = true;
  readonly #choices: Choices;
  readonly #done: (rule: PolicyRule) => void;
  readonly #isOtherwise: boolean;

  constructor(rule: PolicyRule, choices: Choices, isNew: boolean, done: (rule: PolicyRule) => void) {
    super();
    this.rule = rule;
    this.heading = isNew ? t('policyRule.newTitle') : t('policyRule.editTitle');
    this.#choices = choices;
    this.#done = done;
    this.#isOtherwise = rule.id === 'otherwise';
  }

  protected fields(): TemplateResult {
    const { steps } = this.rule;
    return html`${this.#isOtherwise ? nothing : this.#about()}
      <fieldset class="field stack close"><legend>${t('policyRule.asksLabel')}</legend>
        ${steps.length === 0 ? html`<p class="muted">${t('policyRules.otherwiseNobody')}</p>` : nothing}
        ${stepFields(steps, this.#choices, this.errors, (next) => this.#set({ steps: next }))}
        ${
          steps.length < policyLimits.steps
            ? html`<div><button class="button small" type="button" @click=${this.#addStep}>${t('policyRule.addStep')}</button></div>`
            : html`<p class="muted small">${t('policyRule.stepsMax', { max: policyLimits.steps })}</p>`
        }
      </fieldset>`;
  }

  #about(): TemplateResult {
    const { conditions, name } = this.rule;
    return html`${textField({ id: 'name', label: t('policyRule.name'), hint: t('policyRule.nameHint'), value: name, maxlength: 120, onInput: (value) => this.#set({ name: value }) })}
      ${this.#several(
        'kinds',
        t('policyRule.kinds'),
        approvalSubjectKinds.map((id) => ({ id, name: wordsFor('approvalSubject', id) ?? id })),
        conditions.kinds,
        t('policyRule.kindsHint'),
      )}
      ${this.#amount()}
      ${this.#several('teams', t('policyRule.teamsLabel'), names([...this.#choices.teams, ...conditions.teams]), conditions.teams)}
      <details ?open=${conditions.categoryIds.length > 0}><summary>${t('policyRule.categoriesLabel')}</summary>${this.#several('categoryIds', t('policyRule.categoriesLabel'), this.#choices.categories, conditions.categoryIds)}</details>
      ${textField({
        id: 'costCenters',
        label: t('policyRule.costCentersLabel'),
        hint: t('policyRule.costCentersHint'),
        optional: true,
        value: conditions.costCenters.join(', '),
        onChange: (text) =>
          this.#condition({
            costCenters: [
              ...new Set(
                text
                  .split(',')
                  .map((one) => one.trim())
                  .filter(Boolean),
              ),
            ],
          }),
      })}
      ${this.#triggers()}`;
  }

  #amount(): TemplateResult {
    const { amount } = this.rule.conditions;
    const currency = amount?.currency ?? this.#choices.currencies[0] ?? 'USD';
    return html`<div class="stack tight">
      ${checkbox({
        id: 'hasAmount',
        label: t('policyRule.amount'),
        checked: amount !== null,
        onChange: (isOn) => this.#condition({ amount: isOn ? { currency, fromMinor: 0, toMinor: null } : null }),
      })}
      ${
        amount
          ? html`<div class="thirds">
              ${selectField({
                id: 'currency',
                label: t('policyRule.currency'),
                value: currency,
                choices: [...new Set([...this.#choices.currencies, currency])].map((value) => ({
                  value,
                  label: value,
                })),
                onChange: (next) => this.#condition({ amount: { ...amount, currency: next } }),
              })}
              ${moneyField({ id: 'fromMinor', label: t('policyRule.fromAmount'), value: { amountMinor: amount.fromMinor, currency }, currency, onChange: (value) => this.#span('fromMinor', value) })}
              ${moneyField({ id: 'toMinor', label: t('policyRule.toAmount'), hint: t('policyRule.toHint'), optional: true, error: this.errors.toMinor, value: amount.toMinor === null ? null : { amountMinor: amount.toMinor, currency }, currency, onChange: (value) => this.#span('toMinor', value) })}
            </div>`
          : nothing
      }
    </div>`;
  }

  #span(which: 'fromMinor' | 'toMinor', value: MoneyValue | null | undefined): void {
    const { amount } = this.rule.conditions;
    if (!amount || value === undefined) return;
    this.#condition({ amount: { ...amount, [which]: value?.amountMinor ?? (which === 'fromMinor' ? 0 : null) } });
  }

  #triggers(): TemplateResult {
    const { triggers } = this.rule.conditions;
    return html`<fieldset class="field"><legend>${t('policyRule.triggers')} <span class="optional">(${t('shell.optional')})</span></legend>
      ${triggerKinds.map((kind) => {
        const found = triggers.find((one) => one.kind === kind);
        const others = triggers.filter((one) => one.kind !== kind);
        return html`<div class="row">
          ${checkbox({ id: `trigger-${kind}`, label: wordsFor('policyTrigger', kind) ?? kind, checked: found !== undefined, onChange: (isOn) => this.#condition({ triggers: isOn ? [...others, newTrigger(kind)] : others }) })}
          ${
            found && 'basisPoints' in found
              ? textField({
                  id: `trigger-${kind}-by`,
                  label: t('policyTrigger.by'),
                  type: 'number',
                  min: 0,
                  max: 1000,
                  suffix: t('policyTrigger.percent'),
                  value: String(found.basisPoints / 100),
                  onChange: (text) =>
                    this.#condition({
                      triggers: [...others, { ...found, basisPoints: Math.round(Number(text) * 100) }],
                    }),
                })
              : nothing
          }
        </div>`;
      })}
    </fieldset>`;
  }

  #several(
    key: 'kinds' | 'teams' | 'categoryIds',
    label: string,
    offered: readonly { id: string; name: string }[],
    chosen: readonly string[],
    hint?: string,
  ): TemplateResult | typeof nothing {
    if (offered.length === 0) return nothing;
    return html`<fieldset class="field choices"><legend>${label}</legend>
      ${offered.map(({ id, name }) =>
        checkbox({
          id: `${key}-${id}`,
          label: name,
          checked: chosen.includes(id),
          onChange: (isOn) =>
            this.#condition({ [key]: isOn ? [...chosen, id] : chosen.filter((one) => one !== id) } as Partial<
              PolicyRule['conditions']
            >),
        }),
      )}
      ${hint ? html`<p class="hint">${hint}</p>` : nothing}
    </fieldset>`;
  }

  #addStep = (): void => {
    const step: PolicyStep = {
      approvers: [{ kind: 'role', role: 'approver', where: 'tenant' }],
      needs: 'any',
      escalation: null,
    };
    this.#set({ steps: [...this.rule.steps, step] });
  };

  #condition(change: Partial<PolicyRule['conditions']>): void {
    this.#set({ conditions: { ...this.rule.conditions, ...change } });
  }

  #set(change: Partial<PolicyRule>): void {
    this.rule = { ...this.rule, ...change };
  }

  protected send(event: Event): Promise<boolean> {
    const { conditions, steps, name } = this.rule;
    const { amount } = conditions;
    const isWrong = amount !== null && amount.toMinor !== null && amount.toMinor <= amount.fromMinor;
    const found = {
      toMinor: isWrong && t('policyRule.spanWrong'),
      ...Object.fromEntries(
        steps.map(({ approvers }, at) => [`step-${at}`, approvers.length === 0 && t('policyRule.approverMissing')]),
      ),
    };
    return this.submit(event, found, async () => this.#done({ ...this.rule, name: name.trim() }));
  }
}

const names = (all: readonly string[]) => [...new Set(all)].map((name) => ({ id: name, name }));

function newTrigger(kind: RuleTrigger['kind']): RuleTrigger {
  return kind === 'rateAboveBenchmark' || kind === 'rateAboveCard' ? { kind, basisPoints: 1000 } : { kind };
}

define('portal-rule-dialog', RuleDialog);

export const openRule = (
  rule: PolicyRule,
  choices: Choices,
  isNew: boolean,
  done: (rule: PolicyRule) => void,
): void => {
  openDialog(new RuleDialog(rule, choices, isNew, done));
};
