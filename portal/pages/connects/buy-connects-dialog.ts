import { Task } from '@lit/task';
import type { ConnectsBundles, ConnectsPurchase } from '@portico/api/hiring/connects/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { buyConnects, getBundles } from '../../api/own-work.ts';
import { ApiProblem } from '../../api/problem.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { radios } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { info } from '../../icons/icons.generated.ts';
import { toast } from '../../shell/toasts.ts';
import { formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

/** Says what is paid for how many before the button, and what came of it after. */
class BuyConnectsDialog extends DialogForm {
  static override properties = { ...FormElement.properties, bundle: { state: true }, card: { state: true } };
  protected heading = t('connects.buyTitle');
  declare bundle: string;
  declare card: string;
  readonly #onBought: () => void;
  /** A press that is repeated pays once. */
  #key = crypto.randomUUID();

  constructor(onBought: () => void) {
    super();
    this.#onBought = onBought;
    this.bundle = '';
    this.card = '';
  }

  #load = new Task(this, {
    args: () => [],
    task: (_, { signal }) => getBundles(signal),
    onComplete: ({ bundles, processor }) => {
      this.bundle ||= String(bundles[1]?.connects ?? bundles[0]?.connects ?? '');
      this.card ||= processor.cards[0]?.token ?? '';
    },
  });

  protected get submitLabel(): string {
    const price = this.#load.value?.bundles.find(({ connects }) => String(connects) === this.bundle)?.price;
    return price ? t('connects.pay', { price: formatMoney(price) }) : t('connects.buy');
  }

  protected fields(): TemplateResult {
    return html`${this.#load.render({
      pending: () => loading(4),
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: (offer) => this.#choices(offer),
    })}`;
  }

  #choices({ bundles, processor }: ConnectsBundles): TemplateResult {
    return html`${radios({
      name: 'bundle',
      label: t('connects.bundle'),
      value: this.bundle,
      choices: bundles.map(({ connects, price }) => ({
        value: String(connects),
        label: `${t('connects.count', { n: connects })}, ${formatMoney(price)}`,
      })),
      onChange: (bundle) => {
        this.bundle = bundle;
        this.#key = crypto.randomUUID();
      },
    })}
    ${
      processor.cards.length > 0
        ? radios({
            name: 'card',
            label: t('connects.card'),
            value: this.card,
            choices: processor.cards.map(({ token, label }) => ({
              value: token,
              label: wordsFor('sandboxCard', token) ?? label,
            })),
            error: this.errors.card,
            onChange: (card) => {
              this.card = card;
              this.errors = {};
              this.#key = crypto.randomUUID();
            },
          })
        : nothing
    }
    <p class="muted small">${t('connects.aYear')}</p>
    ${processor.isSandbox ? notice('info', info, t('connects.sandbox')) : nothing}`;
  }

  protected send(event: Event): Promise<boolean> {
    return this.submit(event, { card: !this.card && t('connects.cardMissing') }, async () => {
      const { state, connects } = await this.#buy();
      toast(state === 'posted' ? t('connects.bought', { n: connects }) : t('connects.underWay'));
      this.#onBought();
    });
  }

  /** A refused card is over: pressing again tries it anew. Without an answer it may have been charged, so the key stays. */
  async #buy(): Promise<ConnectsPurchase> {
    try {
      return await buyConnects(Number(this.bundle), this.card, this.#key);
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 402) this.#key = crypto.randomUUID();
      throw problem;
    }
  }
}

define('portal-buy-connects-dialog', BuyConnectsDialog);

export const openBuyConnects = (onBought: () => void): void => {
  openDialog(new BuyConnectsDialog(onBought));
};
