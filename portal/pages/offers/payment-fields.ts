import { milestoneDescriptionMaxLength, milestonesMax, weeklyHoursMax } from '@portico/api/hiring/offers/offer.ts';
import { type Money, money } from '@portico/api/money/money.ts';
import { html, type TemplateResult } from 'lit';
import type { PaymentTerms } from '../../api/offers.ts';
import { checkbox, fieldError, selectField, textField } from '../../elements/field.ts';
import { emptyMilestone, milestoneFields, sumOf } from '../../elements/milestone-fields.ts';
import { moneyField } from '../../elements/money-field.ts';
import { segments } from '../../elements/segments.ts';
import { t } from '../../strings/strings.ts';

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

function fixedFields({ milestones, total }: Fixed, errors: Options['errors'], onChange: Options['onChange']) {
  const { currency } = total;
  return milestoneFields({
    at: 'payment/milestones',
    milestones,
    currency,
    errors,
    max: milestonesMax,
    descriptionMaxLength: milestoneDescriptionMaxLength,
    isOneNeeded: true,
    onChange: (next) => onChange({ kind: 'fixed', milestones: next, total: sumOf(next, currency) }),
  });
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
  payment?.kind === 'fixed' && payment.milestones.length > 0 ? payment : oneMilestone(currency);

/** One sum is one milestone. */
const oneMilestone = (currency: string): Fixed => ({
  kind: 'fixed',
  total: money(0, currency),
  milestones: [emptyMilestone(currency)],
});

const emptyPayment = (kind: PaymentTerms['kind'], currency: string): PaymentTerms =>
  kind === 'fixed'
    ? oneMilestone(currency)
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
