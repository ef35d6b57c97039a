import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { answerWire, type DeskPayoutDetail, getDeskPayout, placeHold } from '../../api/payouts.ts';
import { confirmThen } from '../../elements/dialog.ts';
import { money } from '../../elements/money-field.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { sandboxNote } from '../../elements/sandbox-note.ts';
import { failed, loading } from '../../elements/states.ts';
import { payoutStatus } from '../../elements/status.ts';
import { timeAgo } from '../../elements/time.ts';
import { toast } from '../../shell/toasts.ts';
import { formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

/** One payout with what happened to it and what can be done. */
class PayoutCase extends PortalElement {
  static override properties = { payoutId: { attribute: false } };
  declare payoutId: string;

  #load = new Task(this, {
    args: () => [this.payoutId] as const,
    task: ([id], { signal }) => getDeskPayout(id, signal),
  });

  protected override render(): TemplateResult {
    return html`${this.#load.render({
      pending: () => html`<div class="card">${loading()}</div>`,
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: (payout) => this.#case(payout),
    })}`;
  }

  #case(payout: DeskPayoutDetail): TemplateResult {
    const { freelancer, method, amount, fee, withheld, net, state, reason, holdReason, externalId, history } = payout;
    return html`<div class="card">
      <header><h2>${freelancer.name}</h2>${payoutStatus(state)}</header>
      <div class="pad stack close">
        ${sandboxNote(method.isSandbox)}
        <dl class="sums">
          <div><dt>${t('payouts.amount')}</dt><dd>${money(amount)}</dd></div>
          <div><dt>${t('payouts.withheld')}</dt><dd>${money(withheld)}</dd></div>
          <div><dt>${t('payouts.fee')}</dt><dd>${money(fee)}</dd></div>
          <div class="total"><dt>${t('payouts.net')}: ${method.label}</dt><dd><strong>${money(net)}</strong></dd></div>
        </dl>
        ${reason ? html`<p>${t('desk.reason')}: ${wordsFor('payoutReason', reason) ?? reason}</p>` : nothing}
        ${holdReason ? html`<p>${t('desk.held')}: ${holdReason}</p>` : nothing}
        ${externalId ? html`<p class="muted small">${t('desk.externalId')}: <code>${externalId}</code></p>` : nothing}
        <div class="actions">${this.#actions(payout)}</div>
        <h3>${t('desk.history')}</h3>
        <ol class="rows">
          ${inOrder(history).map(
            ({ move, at, reason: why }) =>
              html`<li><span class="grow">${wordsFor('payeeMove', move) ?? move}${why ? html`<div class="muted small">${wordsFor('payoutReason', why) ?? why}</div>` : nothing}</span><span class="muted small">${timeAgo(at)}</span></li>`,
          )}
        </ol>
      </div>
    </div>`;
  }

  #actions(payout: DeskPayoutDetail): TemplateResult {
    const { id, state, method, freelancer, isHeld, batchId } = payout;
    const isWire = method.rail === 'wire' && batchId !== null;
    return html`${isWire && state === 'submitted' ? html`<button class="button primary" type="button" @click=${() => this.#paid(payout)}>${t('desk.paid')}</button>` : nothing}
      ${isWire && state === 'submitted' ? html`<button class="button" type="button" @click=${() => this.#back(payout, 'failed')}>${t('desk.failed')}</button>` : nothing}
      ${isWire && (state === 'submitted' || state === 'paid') ? html`<button class="button" type="button" @click=${() => this.#back(payout, 'returned')}>${t('desk.returned')}</button>` : nothing}
      ${state === 'requested' && !isHeld && batchId === null ? html`<button class="button" type="button" @click=${() => this.#hold({ kind: 'payout', id })}>${t('desk.hold')}</button>` : nothing}
      ${isHeld ? nothing : html`<button class="button" type="button" @click=${() => this.#hold({ kind: 'freelancer', id: freelancer.id })}>${t('desk.holdAll')}</button>`}`;
  }

  #paid({ id, net, method }: DeskPayoutDetail): void {
    const text = t('desk.bankPaid', { amount: formatMoney(net), method: method.label });
    confirmThen({ title: t('desk.bankTitle'), text, confirm: t('desk.paid') }, async () => {
      await answerWire(id, 'paid');
      this.#changed();
    });
  }

  #back({ id, amount }: DeskPayoutDetail, outcome: 'failed' | 'returned'): void {
    const text = t('desk.bankBack', { amount: formatMoney(amount) });
    const confirm = t(`desk.${outcome}`);
    askReason({ title: t('desk.bankTitle'), text, confirm, isRequired: true, maxlength: 200 }, async ({ words }) => {
      await answerWire(id, outcome, words);
      this.#changed();
    });
  }

  #hold(subject: { kind: 'payout' | 'freelancer'; id: string }): void {
    const question = {
      title: t('desk.holdTitle'),
      text: t('desk.holdText'),
      confirm: t('desk.hold'),
      isRequired: true,
    };
    askReason({ ...question, maxlength: 500 }, async ({ words }) => {
      await placeHold(subject, words);
      toast(t('desk.placed'));
      this.#changed();
    });
  }

  #changed(): void {
    void this.#load.run();
    this.dispatchEvent(new CustomEvent('case-changed'));
  }
}

/** Moves of one moment follow each other by their states: each begins where another ended. */
function inOrder(history: DeskPayoutDetail['history']): DeskPayoutDetail['history'] {
  const left = [...history];
  const ordered: typeof left = [];
  while (left.length > 0) {
    const state = ordered.at(-1)?.to ?? null;
    const next = left.findIndex(({ from, at }) => from === state && at === left[0]!.at);
    ordered.push(...left.splice(Math.max(next, 0), 1));
  }
  return ordered;
}

define('portal-payout-case', PayoutCase);
