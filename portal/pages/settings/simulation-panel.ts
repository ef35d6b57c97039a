import { type ApprovalSubjectKind, approvalSubjectKinds } from '@portico/api/procurement/approvals/approval-policy.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { type ApprovalSimulation, type PolicyDocument, simulate } from '../../api/approval-policy.ts';
import { selectField, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { type MoneyValue, moneyField } from '../../elements/money-field.ts';
import { define } from '../../elements/portal-element.ts';
import { notice } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { circleX } from '../../icons/icons.generated.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { signalWords } from '../approvals/approval-words.ts';
import type { Choices } from './rule-words.ts';

const currency = 'USD';

/** Tries a case against the rules as they are on screen. */
class SimulationPanel extends FormElement {
  static override properties = {
    ...FormElement.properties,
    document: { attribute: false },
    choices: { attribute: false },
    asked: { state: true },
    answer: { state: true },
  };
  declare document: PolicyDocument;
  declare choices: Choices;
  declare asked: {
    kind: ApprovalSubjectKind;
    amount: MoneyValue | null;
    rate: MoneyValue | null;
    team: string;
    categoryId: string;
    costCenter: string;
    purchaseOrder: string;
    requesterId: string;
  };
  declare answer: ApprovalSimulation | undefined;

  constructor() {
    super();
    this.asked = {
      kind: 'offer',
      amount: { amountMinor: 2_000_000, currency },
      rate: null,
      team: '',
      categoryId: '',
      costCenter: '',
      purchaseOrder: '',
      requesterId: '',
    };
  }

  protected override render(): TemplateResult {
    const { asked } = this;
    const none = { value: '', label: t('simulation.noTeam') };
    return html`<section class="card" aria-labelledby="simulation">
      <header><div><h2 id="simulation">${t('simulation.title')}</h2><p class="muted small">${t('simulation.lead')}</p></div></header>
      <form class="pad stack close" novalidate @submit=${this.#run}>
        ${this.problemNotice()}
        ${selectField({ id: 'sim-kind', label: t('simulation.kind'), value: asked.kind, choices: approvalSubjectKinds.map((value) => ({ value, label: wordsFor('approvalSubject', value) ?? value })), onChange: (kind) => this.#set({ kind: kind as ApprovalSubjectKind }) })}
        ${moneyField({ id: 'sim-amount', label: t('simulation.amount'), hint: t('simulation.amountHint'), value: asked.amount, currency, onChange: (amount) => amount !== undefined && this.#set({ amount }) })}
        <div class="halves">
          ${selectField({ id: 'sim-team', label: t('simulation.team'), value: asked.team, choices: [none, ...this.choices.teams.map((value) => ({ value, label: value }))], onChange: (team) => this.#set({ team }) })}
          ${selectField({ id: 'sim-requester', label: t('simulation.requester'), value: asked.requesterId, choices: [{ value: '', label: t('simulation.me') }, ...this.choices.people.map(({ id, name }) => ({ value: id, label: name }))], onChange: (requesterId) => this.#set({ requesterId }) })}
          ${selectField({ id: 'sim-category', label: t('simulation.category'), value: asked.categoryId, choices: [{ value: '', label: t('simulation.anyCategory') }, ...this.choices.categories.map(({ id, name }) => ({ value: id, label: name }))], onChange: (categoryId) => this.#set({ categoryId }) })}
          ${moneyField({ id: 'sim-rate', label: t('simulation.rate'), value: asked.rate, currency, onChange: (rate) => rate !== undefined && this.#set({ rate }) })}
          ${textField({ id: 'sim-costCenter', label: t('simulation.costCenter'), value: asked.costCenter, onInput: (costCenter) => this.#set({ costCenter }) })}
          ${textField({ id: 'sim-purchaseOrder', label: t('simulation.purchaseOrder'), value: asked.purchaseOrder, onInput: (purchaseOrder) => this.#set({ purchaseOrder }) })}
        </div>
        <div>${submitButton(t('simulation.run'), this.isBusy, '')}</div>
      </form>
      <div class=${this.answer ? 'pad' : ''} role="status" aria-live="polite">${this.answer ? outcome(this.answer) : nothing}</div>
    </section>`;
  }

  #set(change: Partial<typeof this.asked>): void {
    this.asked = { ...this.asked, ...change };
    this.answer = undefined;
  }

  #run(event: Event): void {
    const { team, categoryId, costCenter, purchaseOrder, requesterId, ...rest } = this.asked;
    void this.submit(event, {}, async () => {
      this.answer = await simulate({
        ...rest,
        team: team || null,
        categoryId: categoryId || null,
        costCenter: costCenter.trim() || null,
        purchaseOrder: purchaseOrder.trim() || null,
        ...(requesterId && { requesterId }),
        document: this.document as never,
      });
    });
  }
}

function outcome({ asks, rule, others, signals, steps }: ApprovalSimulation): TemplateResult {
  return html`<div class="stack close">
    <p><strong>${t('simulation.decides', { n: rule.number, name: ruleName(rule) })}</strong></p>
    ${signals.map((signal) => html`<p>${signalWords(signal)}</p>`)}
    ${asks ? html`<ol class="stack tight">${steps.map(stepLine)}</ol>` : html`<p>${t('simulation.nobody')}</p>`}
    <details><summary>${t('simulation.others')}</summary>
      <ul class="stack tight">${others.map((one) => html`<li>${one.number}. ${ruleName(one)}: ${wordsFor('mismatch', one.why) ?? one.why}</li>`)}</ul>
    </details>
  </div>`;
}

const ruleName = ({ id, name }: { id: string; name: string }): string =>
  name || (id === 'otherwise' ? t('policyRules.otherwise') : id);

function stepLine({
  step,
  needs,
  people,
  stalls,
  escalatesAfterHours,
  escalatesTo,
}: ApprovalSimulation['steps'][number]) {
  const names = people.map(({ name, delegates }) =>
    delegates.length === 0
      ? name
      : t('simulation.standsIn', { name, others: delegates.map((one) => one.name).join(', ') }),
  );
  return html`<li>
    <p>${names.join(', ') || '–'} <span class="muted small">${wordsFor('approvalStep', needs)}</span></p>
    ${stalls ? notice('danger', circleX, html`<p>${t('simulation.stalls')}</p>`) : nothing}
    ${escalatesAfterHours !== null && escalatesTo.length > 0 ? html`<p class="muted small">${t('simulation.escalates', { hours: escalatesAfterHours, who: escalatesTo.map(({ name }) => name).join(', ') })}</p>` : nothing}
    <span class="visually-hidden">${t('simulation.step', { step })}</span>
  </li>`;
}

define('portal-simulation-panel', SimulationPanel);
