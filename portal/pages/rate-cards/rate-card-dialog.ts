import { rateLevels } from '@portico/api/procurement/rate-cards/rate-card.ts';
import { html, type TemplateResult } from 'lit';
import { changeRateCard, createRateCard, type RateCardWire } from '../../api/spending.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { checkbox, selectField, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { type MoneyValue, moneyField } from '../../elements/money-field.ts';
import { countryChoices } from '../../elements/place-choices.ts';
import { define } from '../../elements/portal-element.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';

export type Category = { id: string; name: string };
type Level = RateCardWire['level'];
type Typed = {
  title: string;
  categoryId: string;
  skill: string;
  level: string;
  country: string;
  currency: string;
  min: MoneyValue | null | undefined;
  max: MoneyValue | null | undefined;
  validFrom: string;
  validThrough: string;
  isActive: boolean;
};

class RateCardForm extends DialogForm {
  static override properties = { ...FormElement.properties, typed: { state: true } };
  protected heading: string;
  protected submitLabel = t('purchaseOrders.save');
  protected override readonly isWide = true;
  declare typed: Typed;
  readonly #categories: readonly Category[];
  readonly #known: RateCardWire | undefined;
  readonly #done: () => void;

  constructor(categories: readonly Category[], known: RateCardWire | undefined, done: () => void) {
    super();
    this.#categories = categories;
    this.#known = known;
    this.#done = done;
    this.heading = known ? t('rateCards.change', { title: known.title }) : t('rateCards.new');
    this.typed = {
      title: known?.title ?? '',
      categoryId: known?.categoryId ?? '',
      skill: known?.skill ?? '',
      level: known?.level ?? '',
      country: known?.country ?? '',
      currency: known?.max.currency ?? 'USD',
      min: known?.min ?? null,
      max: known?.max ?? null,
      validFrom: known?.validFrom ?? '',
      validThrough: known?.validThrough ?? '',
      isActive: known?.isActive ?? true,
    };
  }

  protected fields(): TemplateResult {
    const { typed } = this;
    return html`${this.#text('title', t('rateCards.name'), 120)}
      <div class="halves">
        ${selectField({
          id: 'categoryId',
          label: t('rateCards.category'),
          value: typed.categoryId,
          choices: [
            { value: '', label: t('rateCards.anyCategory') },
            ...this.#categories.map(({ id, name }) => ({ value: id, label: name })),
          ],
          onChange: (categoryId) => this.#change({ categoryId }),
        })}
        ${selectField({
          id: 'level',
          label: t('rateCards.level'),
          value: typed.level,
          choices: [
            { value: '', label: t('rateLevel.any') },
            ...rateLevels.map((value) => ({ value, label: t(`rateLevel.${value}`) })),
          ],
          onChange: (level) => this.#change({ level }),
        })}
      </div>
      <div class="halves">
        ${this.#text('skill', t('rateCards.skill'), 60, true)}
        ${selectField({
          id: 'country',
          label: t('rateCards.country'),
          value: typed.country,
          choices: [{ value: '', label: t('rateCards.anyCategory') }, ...countryChoices()],
          error: this.errors.country,
          onChange: (country) => this.#change({ country }),
        })}
      </div>
      <div class="halves">${this.#money('min')} ${this.#money('max')}</div>
      <div class="halves">${this.#date('validFrom', false)} ${this.#date('validThrough', true)}</div>
      ${checkbox({ id: 'isActive', label: t('rateCards.active'), checked: typed.isActive, onChange: (isActive) => this.#change({ isActive }) })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const { typed } = this;
    const missing = t('purchaseOrders.missing');
    const checks = {
      title: !typed.title.trim() && missing,
      min: !typed.min && missing,
      max: !typed.max && missing,
      validFrom: !typed.validFrom && missing,
    };
    return this.submit(event, checks, async () => {
      const body = {
        title: typed.title.trim(),
        categoryId: typed.categoryId || null,
        skill: typed.skill.trim() || null,
        level: (typed.level || null) as Level,
        country: typed.country || null,
        min: typed.min!,
        max: typed.max!,
        validFrom: typed.validFrom,
        validThrough: typed.validThrough || null,
        isActive: typed.isActive,
      };
      if (this.#known) await changeRateCard(this.#known.id, body, this.#known.etag);
      else await createRateCard(body);
      toast(t('rateCards.saved', { title: body.title }));
      this.#done();
    });
  }

  #text(id: 'title' | 'skill', label: string, maxlength: number, optional = false) {
    const onInput = (value: string) => this.#change({ [id]: value });
    return textField({ id, label, maxlength, optional, value: this.typed[id], error: this.errors[id], onInput });
  }

  #money(id: 'min' | 'max') {
    const onChange = (value: MoneyValue | null | undefined) => this.#change({ [id]: value });
    const error = this.errors[id] ?? this.errors[`${id}/amountMinor`];
    const { currency } = this.typed;
    return moneyField({ id, label: t(`rateCards.${id}`), value: this.typed[id] ?? null, currency, error, onChange });
  }

  #date(id: 'validFrom' | 'validThrough', optional: boolean) {
    const onChange = (value: string) => this.#change({ [id]: value });
    const of = { id, type: 'date', label: t(`purchaseOrders.${id}`), optional } as const;
    return textField({ ...of, value: this.typed[id], error: this.errors[id], onChange });
  }

  #change(change: Partial<Typed>): void {
    this.typed = { ...this.typed, ...change };
  }
}

define('portal-rate-card-form', RateCardForm);

export const openRateCard = (
  categories: readonly Category[],
  known: RateCardWire | undefined,
  done: () => void,
): void => {
  openDialog(new RateCardForm(categories, known, done));
};
