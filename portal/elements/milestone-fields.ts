import { add, type Money, money } from '@portico/api/money/money.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { plus, x } from '../icons/icons.generated.ts';
import { formatMoney } from '../strings/format.ts';
import { t } from '../strings/strings.ts';
import { textField } from './field.ts';
import { moneyField } from './money-field.ts';

/** As it is typed: an amount of nothing has not been entered yet. */
export type Milestone = { description: string; dueOn: string | null; amount: Money };

type Options = {
  /** Begins the ids of the fields, as the API's pointers do: `bid/milestones`. */
  at: string;
  milestones: readonly Milestone[];
  currency: string;
  errors: Readonly<Record<string, string>>;
  max: number;
  descriptionMaxLength: number;
  /** The last one stays. */
  isOneNeeded: boolean;
  onChange: (milestones: Milestone[]) => void;
};

export const emptyMilestone = (currency: string): Milestone => ({
  description: '',
  dueOn: null,
  amount: money(0, currency),
});

/** The milestones' sum; none of them: nothing. */
export function sumOf(milestones: readonly { amount: Money }[], currency: string): Money {
  return milestones.reduce((sum, { amount }) => add(sum, amount), money(0, currency));
}

/** Parts of the work, each with its day and amount, that add up as they are typed. */
export function milestoneFields(options: Options): TemplateResult {
  const { milestones, currency, max, onChange } = options;
  return html`<div class="milestones">
    <ol class="milestone-rows">${milestones.map((one, index) => row(options, one, index))}</ol>
    <div class="row apart">
      ${
        milestones.length < max
          ? html`<button class="button small" type="button" @click=${() => onChange([...milestones, emptyMilestone(currency)])}>${icon(plus)}${t('milestones.add')}</button>`
          : nothing
      }
      <span><span class="muted">${t('milestones.sum', { n: milestones.length })}</span> <strong class="money" role="status">${formatMoney(sumOf(milestones, currency))}</strong></span>
    </div>
  </div>`;
}

function row(
  { at, milestones, currency, errors, descriptionMaxLength, isOneNeeded, onChange }: Options,
  milestone: Milestone,
  index: number,
): TemplateResult {
  const id = `${at}/${index}`;
  const n = index + 1;
  const put = (part: Partial<Milestone>) =>
    onChange(milestones.map((one, place) => (place === index ? { ...one, ...part } : one)));
  return html`<li>
    ${textField({
      id: `${id}/description`,
      label: t('milestones.what', { n }),
      value: milestone.description,
      maxlength: descriptionMaxLength,
      error: errors[`${id}/description`],
      onInput: (description) => put({ description }),
    })}
    ${textField({
      id: `${id}/dueOn`,
      label: t('milestones.due'),
      type: 'date',
      optional: true,
      value: milestone.dueOn ?? '',
      error: errors[`${id}/dueOn`],
      onChange: (dueOn) => put({ dueOn: dueOn || null }),
    })}
    ${moneyField({
      id: `${id}/amount`,
      label: t('milestones.amount'),
      value: milestone.amount.amountMinor === 0 ? null : milestone.amount,
      currency,
      error: errors[`${id}/amount`] ?? errors[`${id}/amount/amountMinor`],
      onChange: (amount) => amount !== undefined && put({ amount: amount ?? money(0, currency) }),
    })}
    <button
      class="button plain icon-only"
      type="button"
      aria-label=${t('milestones.remove', { n })}
      ?disabled=${isOneNeeded && milestones.length === 1}
      @click=${() => onChange(milestones.filter((_, place) => place !== index))}
    >
      ${icon(x)}
    </button>
  </li>`;
}
