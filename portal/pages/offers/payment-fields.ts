import { milestoneDescriptionMaxLength, milestonesMax, weeklyHoursMax } from '@portico/api/hiring/offers/offer.ts';
import { type Money, money } from '@portico/api/money/money.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { MilestoneTerms, PaymentTerms } from '../../api/offers.ts';
import { checkbox, fieldError, selectField, textField } from '../../elements/field.ts';
import { moneyField } from '../../elements/money-field.ts';
import { segments } from '../../elements/segments.ts';
import { icon } from '../../icons/icon.ts';
import { plus, x } from '../../icons/icons.generated.ts';
import { formatMoney } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { sumOf } from './offer-words.ts';

const currencies = ['USD', 'EUR', 'GBP', 'CHF', 'SEK', 'PLN', 'JPY'] as const;

type Options = {
  payment: PaymentTerms | null;
  errors: Readonly<Record<string, string>>;
  onChange: (payment: PaymentTerms) => void;
};

/** A fixed price with milestones that add up to it, or an hourly rate with a weekly limit. */
export function paymentFields({ payment, errors, onChange }: Options): TemplateResult {
  const kind = payment?.kind ?? 'fixed';
  const currency = currencyOf(payment);
  const error = errors.payment ?? errors['payment/total'] ?? errors['payment/milestones'];
  return html`<div class="row apart">
      ${segments<PaymentTerms['kind']>(
        t('offer.payment'),
        kind,
        [
          { value: 'fixed', label: t('engagement.fixedPrice') },
          { value: 'hourly', label: t('engagement.hourly') },
        ],
        (next) => next !== payment?.kind && onChange(emptyPayment(next, currency)),
      )}
      ${selectField({
        id: 'currency',
        label: t('offer.currency'),
        value: currency,
        choices: [...new Set([currency, ...currencies])].map((value) => ({ value, label: value })),
        onChange: (next) => onChange(inCurrency(payment ?? emptyPayment(kind, next), next)),
      })}
    </div>
    ${payment?.kind === 'hourly' ? hourlyFields(payment, errors, onChange) : fixedFields(fixedOf(payment, currency), errors, onChange)}
    ${fieldError('payment', error)}`;
}

type Fixed = PaymentTerms & { kind: 'fixed' };
type Hourly = PaymentTerms & { kind: 'hourly' };

function fixedFields(payment: Fixed, errors: Options['errors'], onChange: Options['onChange']): TemplateResult {
  const { milestones, total } = payment;
  const { currency } = total;
  const setMilestones = (next: MilestoneTerms[]) =>
    onChange({ kind: 'fixed', milestones: next, total: next.length > 0 ? sumOf(next, currency) : total });
  const add = () =>
    setMilestones([
      ...milestones,
      { description: '', dueOn: null, amount: milestones.length === 0 ? total : money(0, currency) },
    ]);
  return html`${
    milestones.length === 0
      ? moneyField({
          id: 'payment/total',
          label: t('offer.total'),
          value: total.amountMinor === 0 ? null : total,
          currency,
          onChange: (value) => value && onChange({ ...payment, total: value }),
        })
      : html`<ol class="milestones">
          ${milestones.map((milestone, index) =>
            milestoneFields(milestone, index, errors, {
              change: (next) => setMilestones(milestones.map((one, at) => (at === index ? next : one))),
              remove: () => setMilestones(milestones.filter((_, at) => at !== index)),
            }),
          )}
        </ol>`
  }
  <div class="row apart">
    ${
      milestones.length < milestonesMax
        ? html`<button class="button small" type="button" @click=${add}>${icon(plus)}${milestones.length === 0 ? t('offer.splitMilestones') : t('offer.addMilestone')}</button>`
        : nothing
    }
    ${milestones.length > 0 ? html`<span class="sum"><span class="muted">${t('offer.sum', { n: milestones.length })}</span> <strong class="money" role="status">${formatMoney(total)}</strong></span>` : nothing}
  </div>`;
}

function milestoneFields(
  milestone: MilestoneTerms,
  index: number,
  errors: Options['errors'],
  act: { change: (milestone: MilestoneTerms) => void; remove: () => void },
): TemplateResult {
  const id = `payment/milestones/${index}`;
  const n = index + 1;
  return html`<li class="milestone">
    ${textField({
      id: `${id}/description`,
      label: t('offer.milestone', { n }),
      value: milestone.description,
      maxlength: milestoneDescriptionMaxLength,
      error: errors[`${id}/description`],
      onInput: (description) => act.change({ ...milestone, description }),
    })}
    ${textField({
      id: `${id}/dueOn`,
      label: t('offer.due'),
      type: 'date',
      value: milestone.dueOn ?? '',
      error: errors[`${id}/dueOn`],
      onChange: (dueOn) => act.change({ ...milestone, dueOn: dueOn || null }),
    })}
    ${moneyField({
      id: `${id}/amount`,
      label: t('offer.amount'),
      value: milestone.amount.amountMinor === 0 ? null : milestone.amount,
      currency: milestone.amount.currency,
      error: errors[`${id}/amount`] ?? errors[`${id}/amount/amountMinor`],
      onChange: (amount) => amount && act.change({ ...milestone, amount }),
    })}
    <button class="button plain icon-only" type="button" aria-label=${t('offer.removeMilestone', { n })} @click=${act.remove}>${icon(x)}</button>
  </li>`;
}

function hourlyFields(payment: Hourly, errors: Options['errors'], onChange: Options['onChange']): TemplateResult {
  return html`<div class="halves">
      ${moneyField({
        id: 'payment/rate',
        label: t('offer.rate'),
        value: payment.rate.amountMinor === 0 ? null : payment.rate,
        currency: payment.rate.currency,
        suffix: t('offer.anHour'),
        error: errors['payment/rate'] ?? errors['payment/rate/amountMinor'],
        onChange: (rate) => rate && onChange({ ...payment, rate }),
      })}
      ${textField({
        id: 'payment/weeklyLimitHours',
        label: t('offer.weeklyLimit'),
        hint: t('offer.weeklyLimitHint'),
        type: 'number',
        optional: true,
        min: 1,
        max: weeklyHoursMax,
        value: payment.weeklyLimitHours === null ? '' : String(payment.weeklyLimitHours),
        suffix: t('offer.hours'),
        error: errors['payment/weeklyLimitHours'],
        onChange: (value) => onChange({ ...payment, weeklyLimitHours: value ? Math.round(Number(value)) : null }),
      })}
    </div>
    ${checkbox({
      id: 'payment/manualTimeAllowed',
      label: t('offer.manualTime'),
      hint: t('offer.manualTimeHint'),
      checked: payment.manualTimeAllowed,
      onChange: (manualTimeAllowed) => onChange({ ...payment, manualTimeAllowed }),
    })}`;
}

const currencyOf = (payment: PaymentTerms | null): string =>
  payment?.kind === 'hourly' ? payment.rate.currency : (payment?.total.currency ?? 'USD');

const fixedOf = (payment: PaymentTerms | null, currency: string): Fixed =>
  payment?.kind === 'fixed' ? payment : { kind: 'fixed', total: money(0, currency), milestones: [] };

const emptyPayment = (kind: PaymentTerms['kind'], currency: string): PaymentTerms =>
  kind === 'fixed'
    ? { kind, total: money(0, currency), milestones: [] }
    : { kind, rate: money(0, currency), weeklyLimitHours: null, manualTimeAllowed: true };

/** Sums stay, another currency is read into them: nobody's exchange rate is guessed. */
function inCurrency(payment: PaymentTerms, currency: string): PaymentTerms {
  const as = ({ amountMinor }: Money) => money(amountMinor, currency);
  if (payment.kind === 'hourly') return { ...payment, rate: as(payment.rate) };
  return {
    kind: 'fixed',
    total: as(payment.total),
    milestones: payment.milestones.map((milestone) => ({ ...milestone, amount: as(milestone.amount) })),
  };
}
