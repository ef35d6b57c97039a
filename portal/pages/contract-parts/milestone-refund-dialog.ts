import { html, type TemplateResult } from 'lit';
import {
  agreeRefund,
  giveBack,
  type Milestone,
  quoteGivingBack,
  type RefundQuote,
  refuseRefund,
  requestRefund,
} from '../../api/milestones.ts';
import { openDialog } from '../../elements/dialog.ts';
import { textArea } from '../../elements/field.ts';
import { type MoneyValue, moneyField } from '../../elements/money-field.ts';
import { define } from '../../elements/portal-element.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { toast } from '../../shell/toasts.ts';
import { formatMoney } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { MoneyDialog } from './milestone-dialog.ts';
import { moneySteps, onceKeys, sandboxLine } from './milestone-money.ts';

type Way = 'ask' | 'agree' | 'give';

/** Of what is in escrow: the client asks for it, the freelancer agrees or gives it unasked. */
class RefundDialog extends MoneyDialog<RefundQuote | undefined> {
  protected heading: string;
  protected override readonly submitKind: string = 'danger';
  protected override readonly needsSource: boolean = false;
  readonly #milestone: Milestone;
  readonly #way: Way;
  readonly #changed: () => void;

  constructor(milestone: Milestone, way: Way, changed: () => void) {
    super();
    this.#milestone = milestone;
    this.#way = way;
    this.#changed = changed;
    const name = milestone.description;
    this.heading = way === 'ask' ? t('milestone.refundTitle', { name }) : t('milestone.giveTitle', { name });
    this.amount = way === 'agree' ? (milestone.refundRequest?.amount ?? milestone.amount) : milestone.amount;
  }

  protected get currency(): string {
    return this.#milestone.amount.currency;
  }

  /** Asking moves nothing yet. */
  protected quoteFor(amount: MoneyValue, _kind: string, signal: AbortSignal): Promise<RefundQuote | undefined> {
    return this.#way === 'ask' ? Promise.resolve(undefined) : quoteGivingBack(this.#milestone.id, amount, signal);
  }

  protected get submitLabel(): string {
    const amount = this.amount ? formatMoney(this.amount) : '';
    return this.#way === 'ask' ? t('milestone.refundButton', { amount }) : t('milestone.giveButton', { amount });
  }

  protected fields(): TemplateResult {
    const isAsking = this.#way === 'ask';
    return html`<p>${isAsking ? t('milestone.refundText') : t('milestone.giveText')}</p>
      ${moneyField({
        id: 'amount',
        label: t('milestone.amount'),
        value: this.amount ?? null,
        currency: this.currency,
        error: this.errors.amount,
        onChange: (amount) => {
          this.amount = amount;
        },
      })}
      ${
        this.#way === 'agree'
          ? ''
          : textArea({
              id: 'reason',
              label: t('milestone.refundReason'),
              value: this.note,
              rows: 3,
              maxlength: 1000,
              error: this.errors.reason,
              onInput: (note) => {
                this.note = note;
              },
            })
      }
      ${isAsking ? '' : html`<h3>${t('milestone.willHappen')}</h3>${this.quoteView()}`}`;
  }

  protected quoted(quote: RefundQuote | undefined): TemplateResult {
    return quote ? html`${moneySteps(quote.steps)}${sandboxLine(quote.isSandbox)}` : html``;
  }

  protected send(event: Event): Promise<boolean> {
    const reason = this.note.trim();
    const found = { ...this.found(), reason: this.#way !== 'agree' && !reason && t('reason.missing') };
    return this.submit(event, found, async () => {
      const { id } = this.#milestone;
      const body = { amount: this.amount!, reason };
      const key = this.keyFor([id, body]);
      if (this.#way === 'ask') await requestRefund(id, body, key);
      else if (this.#way === 'agree') await agreeRefund(id, body.amount, key);
      else await giveBack(id, body, key);
      toast(this.#way === 'ask' ? t('milestone.refundSent') : t('milestone.given'));
      this.#changed();
    });
  }
}

define('portal-refund-dialog', RefundDialog);

export const openRefund = (milestone: Milestone, way: Way, changed: () => void): void => {
  openDialog(new RefundDialog(milestone, way, changed));
};

export function askRefusal({ id, description }: Milestone, changed: () => void): void {
  const keyFor = onceKeys();
  askReason(
    {
      title: t('milestone.refuseTitle', { name: description }),
      text: t('milestone.refuseText'),
      confirm: t('milestone.refuse'),
      isRequired: true,
      isDangerous: true,
    },
    async ({ words }) => {
      await refuseRefund(id, words, keyFor(words));
      toast(t('milestone.refused'));
      changed();
    },
  );
}
