import { html, type TemplateResult } from 'lit';
import {
  type FundingSource,
  fundMilestone,
  type Milestone,
  type PaymentQuote,
  quoteFunding,
} from '../../api/milestones.ts';
import { openDialog } from '../../elements/dialog.ts';
import type { MoneyValue } from '../../elements/money-field.ts';
import { define } from '../../elements/portal-element.ts';
import { toast } from '../../shell/toasts.ts';
import { formatMoney } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { MoneyDialog } from './milestone-dialog.ts';
import { moneySteps, sandboxLine } from './milestone-money.ts';

class FundDialog extends MoneyDialog<PaymentQuote> {
  protected heading: string;
  readonly #milestone: Milestone;
  readonly #changed: () => void;

  constructor(milestone: Milestone, changed: () => void) {
    super();
    this.#milestone = milestone;
    this.#changed = changed;
    this.heading = t('milestone.fundTitle', { name: milestone.description });
    this.amount = milestone.amount;
  }

  protected get currency(): string {
    return this.#milestone.amount.currency;
  }

  protected quoteFor(_amount: MoneyValue, source: FundingSource['kind'], signal: AbortSignal): Promise<PaymentQuote> {
    return quoteFunding(this.#milestone.id, source, signal);
  }

  protected get submitLabel(): string {
    const total = this.quote.value?.charge.total;
    return total ? t('milestone.pay', { amount: formatMoney(total) }) : t('milestone.fund');
  }

  protected fields(): TemplateResult {
    return html`${this.sourceView()}<h3>${t('milestone.willHappen')}</h3>${this.quoteView()}`;
  }

  protected quoted({ charge, net, steps, isSandbox }: PaymentQuote): TemplateResult {
    return html`${moneySteps(steps, { label: t('milestone.total'), amount: charge.total })}
      ${net ? html`<p class="muted small">${t('milestone.later', { net: formatMoney(net.net), fee: formatMoney(net.fee) })}</p>` : ''}
      ${sandboxLine(isSandbox)}`;
  }

  protected send(event: Event): Promise<boolean> {
    return this.submit(event, this.found(), async () => {
      const { id } = this.#milestone;
      try {
        const funded = await fundMilestone(id, this.source!, this.keyFor([id, this.source]));
        if (funded.state === 'pendingApproval')
          toast(t('fundingApproval.asked', { amount: formatMoney(funded.amount) }));
        else if (funded.state === 'funded') toast(t('milestone.funded', { amount: formatMoney(funded.amount) }));
        else toast(t('milestone.underWay'));
      } finally {
        // A decline has changed the milestone too.
        this.#changed();
      }
    });
  }
}

define('portal-fund-dialog', FundDialog);

export const openFunding = (milestone: Milestone, changed: () => void): void => {
  openDialog(new FundDialog(milestone, changed));
};
