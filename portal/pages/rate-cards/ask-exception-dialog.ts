import type { TalentHit } from '@portico/api/talent/search/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../../api/client.ts';
import { type RateCardWire, requestRateException } from '../../api/spending.ts';
import '../../elements/combobox.ts';
import type { Suggestion } from '../../elements/combobox.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { selectField, textArea, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { type MoneyValue, moneyField } from '../../elements/money-field.ts';
import { define } from '../../elements/portal-element.ts';
import { toast } from '../../shell/toasts.ts';
import { formatMoney } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

/** What is known already, where somebody asks from an offer. */
export type Wanted = { freelancer?: { id: string; name: string } | undefined; role?: string; rate?: MoneyValue };

type Typed = {
  cardId: string;
  freelancer: { id: string; name: string } | undefined;
  role: string;
  rate: MoneyValue | null | undefined;
  validThrough: string;
  reason: string;
};

const foundMax = 8;

/** Asks for a rate above a card, for one person, up to a day. */
class AskException extends DialogForm {
  static override properties = { ...FormElement.properties, typed: { state: true } };
  protected heading = t('rateCards.ask');
  protected submitLabel = t('rateCards.askSend');
  declare typed: Typed;
  readonly #cards: readonly RateCardWire[];
  readonly #isFor: boolean;
  readonly #done: () => void;
  readonly #found = new Map<string, string>();

  constructor(cards: readonly RateCardWire[], { freelancer, role = '', rate }: Wanted, done: () => void) {
    super();
    // Of an offer's rate, only cards that it is above.
    this.#cards = cards.filter(
      ({ isActive, max }) =>
        isActive && (!rate || (max.currency === rate.currency && max.amountMinor < rate.amountMinor)),
    );
    this.#isFor = freelancer !== undefined;
    this.#done = done;
    const cardId = this.#cards.length === 1 ? this.#cards[0]!.id : '';
    this.typed = { cardId, freelancer, role, rate: rate ?? null, validThrough: '', reason: '' };
  }

  protected fields(): TemplateResult {
    const { cardId, role, rate, validThrough, reason } = this.typed;
    return html`<p>${t('rateCards.askText')}</p>
      ${selectField({
        id: 'cardId',
        label: t('rateCards.card'),
        value: cardId,
        error: this.errors.cardId,
        choices: [
          { value: '', label: t('rateCards.chooseCard') },
          ...this.#cards.map(({ id, title, max }) => ({
            value: id,
            label: `${title} · ${t('rateCards.aboveCard', { amount: formatMoney(max) })}`,
          })),
        ],
        onChange: (value) => this.#change({ cardId: value }),
      })}
      ${this.#freelancer()}
      ${textField({ id: 'role', label: t('rateCards.role'), value: role, maxlength: 160, error: this.errors.role, onInput: (value) => this.#change({ role: value }) })}
      <div class="halves">
        ${moneyField({
          id: 'rate',
          label: t('rateCards.range'),
          value: rate ?? null,
          currency: this.#cards.find(({ id }) => id === cardId)?.max.currency ?? rate?.currency ?? 'USD',
          error: this.errors.rate ?? this.errors['rate/amountMinor'],
          onChange: (value) => this.#change({ rate: value }),
        })}
        ${textField({ id: 'validThrough', type: 'date', label: t('purchaseOrders.validThrough'), value: validThrough, error: this.errors.validThrough, onInput: (value) => this.#change({ validThrough: value }) })}
      </div>
      ${textArea({ id: 'reason', label: t('rateCards.askReason'), value: reason, maxlength: 1000, error: this.errors.reason, onInput: (value) => this.#change({ reason: value }) })}`;
  }

  #freelancer(): TemplateResult {
    const { freelancer } = this.typed;
    const chosen = freelancer ? html`<p><strong>${freelancer.name}</strong></p>` : nothing;
    if (this.#isFor) return html`${chosen}`;
    return html`${chosen}
      <portal-combobox
        .fieldId=${'freelancerId'}
        .label=${t('rateCards.freelancer')}
        .hint=${t('rateCards.freelancerHint')}
        .error=${this.errors.freelancerId}
        .suggest=${(words: string, signal: AbortSignal) => this.#suggest(words, signal)}
        .choose=${(id: string) => this.#change({ freelancer: { id, name: this.#found.get(id) ?? '' } })}
      ></portal-combobox>`;
  }

  async #suggest(words: string, signal: AbortSignal): Promise<Suggestion[]> {
    const { items } = await get<{ items: TalentHit[] }>('/v1/talent/search', { query: { q: words }, signal });
    const found = items.slice(0, foundMax);
    for (const { id, name } of found) this.#found.set(id, name);
    return found.map(({ id, name, headline }) => ({ value: id, label: name, note: headline }));
  }

  protected send(event: Event): Promise<boolean> {
    const { cardId, freelancer, role, rate, validThrough, reason } = this.typed;
    const missing = t('purchaseOrders.missing');
    const checks = {
      cardId: !cardId && missing,
      freelancerId: !freelancer && missing,
      role: !role.trim() && missing,
      rate: !rate && missing,
      validThrough: !validThrough && missing,
      reason: !reason.trim() && missing,
    };
    return this.submit(event, checks, async () => {
      const asked = { cardId, freelancerId: freelancer!.id, role: role.trim(), rate: rate!, validThrough };
      await requestRateException({ ...asked, reason: reason.trim() });
      toast(t('rateCards.asked'));
      this.#done();
    });
  }

  #change(change: Partial<Typed>): void {
    this.typed = { ...this.typed, ...change };
  }
}

define('portal-ask-rate-exception', AskException);

export const openAskException = (cards: readonly RateCardWire[], wanted: Wanted, done: () => void): void => {
  openDialog(new AskException(cards, wanted, done));
};
