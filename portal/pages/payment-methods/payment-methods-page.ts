import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import {
  type Billing,
  chooseDefaultSource,
  type FundingSourceShape,
  getHowWePay,
  type PaymentMethodShape,
  removeMethod,
} from '../../api/payments.ts';
import { problemWords } from '../../api/problem.ts';
import { actionButton } from '../../elements/action-button.ts';
import { dataList } from '../../elements/data-list.ts';
import { confirmThen } from '../../elements/dialog.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { money } from '../../elements/money-field.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { sandboxNote } from '../../elements/sandbox-note.ts';
import { failed, loading } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { plus, trash, wallet } from '../../icons/icons.generated.ts';
import { mayOpen } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { formatMoney, formatMonth } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { openAddMethod } from './add-method-dialog.ts';
import { methodWords } from './method-words.ts';
import { openPrefund } from './prefund-dialog.ts';

/** What a client pays with: saved methods, the balance, and what pays by default. */
class PaymentMethodsPage extends PortalElement {
  #load = new Task(this, { args: () => [], task: (_, { signal }) => getHowWePay(signal) });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${pageHead(t('payMethods.title'), t('payMethods.lead'), known && mayOpen('payer') ? this.#heads(known) : nothing)}
      ${this.#load.render({
        pending: () => (known ? this.#whole(known) : html`<div class="card">${loading()}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (billing) => this.#whole(billing),
      })}`;
  }

  #heads(billing: Billing): TemplateResult {
    const why = billing.methods.some(({ isUsable }) => isUsable) ? undefined : t('prefund.noMethod');
    return html`${actionButton({ label: t('prefund.title'), shape: wallet, why, run: () => openPrefund(billing, this.#again) })}
    ${billing.methods.length > 0 ? this.#add('primary') : nothing}`;
  }

  #add(kind: 'primary'): TemplateResult {
    return actionButton({ label: t('payMethods.add'), shape: plus, kind, run: () => openAddMethod(this.#again) });
  }

  readonly #again = (): void => void this.#load.run();

  #whole(billing: Billing): TemplateResult {
    const { balances, credit, methods, processor } = billing;
    return html`<div class="stack">
      ${sandboxNote(processor.isSandbox)}
      <dl class="figures">
        <div>
          <dt>${t('payMethods.balance')}</dt>
          <dd>${balances.length > 0 ? balances.map((one) => html`<div>${money(one)}</div>`) : html`<span class="muted">${t('payMethods.balanceEmpty')}</span>`}</dd>
        </div>
        <div>
          <dt>${t('payMethods.credit')}</dt>
          <dd>
            ${
              credit
                ? html`${money(credit.available)}
                    <div class="muted small">${t('payMethods.creditOf', { limit: formatMoney(credit.limit) })}</div>`
                : html`<span class="muted">${t('payMethods.noCredit')}</span>`
            }
          </dd>
        </div>
        <div><dt>${t('payMethods.preferred')}</dt><dd>${preferredWords(billing)}</dd></div>
      </dl>
      ${this.#ownMoney(billing)}
      <section class="card">
        <header><h2>${t('payMethods.saved')}</h2></header>
        ${methods.length === 0 ? nothingYet({ shape: wallet, title: t('payMethods.none'), text: t('payMethods.noneText'), next: { for: 'payer', action: this.#add('primary') } }) : this.#list(methods)}
      </section>
    </div>`;
  }

  /** Balance and credit line may pay by default as well. */
  #ownMoney({ balances, credit, defaultSource }: Billing): TemplateResult | typeof nothing {
    if (!mayOpen('payer')) return nothing;
    const isNow = (kind: FundingSourceShape['kind']) => defaultSource?.kind === kind;
    const balance =
      balances.length > 0 && !isNow('balance')
        ? actionButton(
            { label: t('payMethods.useBalance'), run: () => void this.#prefer({ kind: 'balance' }) },
            'small',
          )
        : nothing;
    const line =
      credit && !isNow('credit')
        ? actionButton({ label: t('payMethods.useCredit'), run: () => void this.#prefer({ kind: 'credit' }) }, 'small')
        : nothing;
    return balance === nothing && line === nothing ? nothing : html`<div class="row">${balance}${line}</div>`;
  }

  #list(methods: readonly PaymentMethodShape[]): TemplateResult {
    return dataList<PaymentMethodShape>({
      name: 'paymentMethods',
      label: t('payMethods.saved'),
      rows: methods,
      keyOf: ({ id }) => id,
      nameOf: methodWords,
      columns: [
        { id: 'method', label: t('payMethods.method'), isLead: true, cell: methodCell },
        { id: 'kind', label: t('payMethods.kind'), cell: ({ kind }) => wordsFor('methodKind', kind) },
        { id: 'savedAt', label: t('payMethods.savedAt'), isWide: true, cell: ({ createdAt }) => timeAgo(createdAt) },
        {
          id: 'actions',
          label: t('payMethods.actions'),
          isEnd: true,
          isPlain: true,
          cell: (method) => this.#actions(method),
        },
      ],
    });
  }

  #actions(method: PaymentMethodShape): TemplateResult | typeof nothing {
    if (!mayOpen('payer')) return nothing;
    const { id, isDefault, isUsable } = method;
    const prefer = () => void this.#prefer({ kind: 'method', methodId: id });
    return html`<div class="actions end">
      ${isDefault || !isUsable ? nothing : actionButton({ label: t('payMethods.makeDefault'), run: prefer }, 'small')}
      ${actionButton({ label: t('payMethods.remove'), shape: trash, kind: 'plain', run: () => this.#remove(method) }, 'small')}
    </div>`;
  }

  async #prefer(source: FundingSourceShape): Promise<void> {
    try {
      await chooseDefaultSource(source);
      toast(t('payMethods.defaultDone'));
    } catch (problem) {
      toast(problemWords(problem));
    }
    this.#again();
  }

  #remove(method: PaymentMethodShape): void {
    const title = t('payMethods.removeTitle', { label: methodWords(method) });
    const question = { title, text: t('payMethods.removeText'), confirm: t('payMethods.removeNow'), isDangerous: true };
    confirmThen(question, async () => {
      await removeMethod(method.id);
      toast(t('payMethods.removed'));
      this.#again();
    });
  }
}

const methodCell = (method: PaymentMethodShape): TemplateResult =>
  html`<span class="strong">${methodWords(method)}</span>
    ${method.expires ? html` <span class="muted small">${t('payMethods.expires', { date: formatMonth(method.expires) })}</span>` : nothing}
    ${method.isDefault ? html`<div>${tag('success', t('payMethods.default'))}</div>` : nothing}
    ${method.isUsable ? nothing : html`<div>${tag('warning', t('payMethods.unusable'))}</div>`}`;

function preferredWords({ defaultSource, methods }: Billing): TemplateResult | string {
  switch (defaultSource?.kind) {
    case 'balance':
      return t('payMethods.balance');
    case 'credit':
      return t('payMethods.credit');
    case 'method': {
      const method = methods.find(({ id }) => id === defaultSource.methodId);
      if (method) return methodWords(method, true);
    }
  }
  return html`<span class="muted">${t('payMethods.nothingPreferred')}</span>`;
}

define('portal-payment-methods-page', PaymentMethodsPage);
