import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import {
  getPayoutMethods,
  lookAtPayoutMethod,
  openOnboarding,
  type PayoutMethod,
  type PayoutMethods,
  removePayoutMethod,
} from '../../api/payouts.ts';
import { problemWords } from '../../api/problem.ts';
import { backLink } from '../../elements/back-link.ts';
import { confirmThen } from '../../elements/dialog.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { sandboxNote } from '../../elements/sandbox-note.ts';
import { failed, loading } from '../../elements/states.ts';
import { payoutMethodStatus } from '../../elements/status.ts';
import { wallet } from '../../icons/icons.generated.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate, formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { openAddMethod } from './add-method-dialog.ts';

/** Where a freelancer's money goes. */
class PayoutMethodsPage extends PortalElement {
  static override properties = { look: { attribute: false } };
  /** The method whose account was just set up at the provider's page. */
  declare look: string | undefined;

  #load = new Task(this, {
    args: () => [this.look] as const,
    task: async ([look], { signal }) => {
      if (look) await lookAtPayoutMethod(look).catch((problem: unknown) => toast(problemWords(problem)));
      return getPayoutMethods(signal);
    },
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${backLink('/payouts', t('payouts.title'))}
      ${pageHead(
        t('payoutMethods.title'),
        t('payoutMethods.lead'),
        known
          ? html`<button class="button primary" type="button" @click=${() => openAddMethod(known, () => void this.#load.run())}>${t('payoutMethods.add')}</button>`
          : nothing,
      )}
      ${this.#load.render({
        pending: () => (known ? this.#list(known) : html`<div class="card">${loading()}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (methods) => this.#list(methods),
      })}`;
  }

  #list({ items, waitDays, options }: PayoutMethods): TemplateResult {
    const note = options.some(({ isSandbox }) => isSandbox) ? sandboxNote(true) : nothing;
    if (items.length === 0)
      return html`<div class="stack">${note}<div class="card">${nothingYet({ shape: wallet, title: t('payoutMethods.none'), text: t('payoutMethods.noneText', { n: waitDays }), next: 'beside' })}</div></div>`;
    return html`<div class="stack">${note}<div class="card"><ul class="rows">${items.map((method) => this.#row(method))}</ul></div></div>`;
  }

  #row(method: PayoutMethod): TemplateResult {
    const { rail, label, currency, holderName, state, usableAt, blockReason, fee } = method;
    return html`<li>
      <div class="grow">
        <strong>${label}</strong>
        <div class="muted small">
          ${[
            wordsFor('payoutRail', rail),
            currency,
            holderName,
            fee.amountMinor === 0 ? t('payoutMethods.free') : t('payoutMethods.feeEach', { fee: formatMoney(fee) }),
          ]
            .filter(Boolean)
            .join(', ')}
        </div>
        ${usableAt ? html`<div class="small">${t('payoutMethods.usableFrom', { date: formatDate(usableAt) })}</div>` : nothing}
        ${blockReason ? html`<div class="small">${wordsFor('payoutBlock', blockReason)}</div>` : nothing}
        <div>${payoutMethodStatus(state)}</div>
      </div>
      ${
        state === 'settingUp'
          ? html`<button class="button small primary" type="button" @click=${() => void this.#setUp(method)}>${t('payoutMethods.setUp')}</button>`
          : nothing
      }
      <button class="button small" type="button" aria-label=${`${t('payoutMethods.remove')}: ${label}`} @click=${() => this.#remove(method)}>${t('payoutMethods.remove')}</button>
    </li>`;
  }

  async #setUp({ id }: PayoutMethod): Promise<void> {
    try {
      const { url } = await openOnboarding(id);
      location.assign(url);
    } catch (problem) {
      toast(problemWords(problem));
    }
  }

  #remove({ id, label }: PayoutMethod): void {
    const title = t('payoutMethods.removeTitle', { method: label });
    const question = {
      title,
      text: t('payoutMethods.removeText'),
      confirm: t('payoutMethods.removeNow'),
      isDangerous: true,
    };
    confirmThen(question, async () => {
      await removePayoutMethod(id);
      toast(t('payoutMethods.removed'));
      void this.#load.run();
    });
  }
}

define('portal-payout-methods-page', PayoutMethodsPage);
