import { html, nothing, type TemplateResult } from 'lit';
import type { FundingChoices, FundingSource, MoneyStep } from '../../api/milestones.ts';
import { radios } from '../../elements/field.ts';
import type { MoneyValue } from '../../elements/money-field.ts';
import { notice } from '../../elements/states.ts';
import { info, triangleAlert } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

/** Exactly what will happen, from which account to which. */
export const moneySteps = (
  steps: readonly MoneyStep[],
  total?: { label: string; amount: MoneyValue },
): TemplateResult => html`<table class="steps-of-money">
  <caption class="visually-hidden">${t('milestone.willHappen')}</caption>
  <tbody>
    ${steps.map(
      ({ from, to, amount, what }) => html`<tr>
        <th scope="row">
          ${wordsFor('moneyStep', what) ?? what}<br /><span class="way">${t('moneyStep.way', { from: placeWords(from), to: placeWords(to, what) })}</span>
        </th>
        <td class="money">${formatMoney(amount)}</td>
      </tr>`,
    )}
    ${total ? html`<tr class="total"><th scope="row">${total.label}</th><td class="money">${formatMoney(total.amount)}</td></tr>` : nothing}
  </tbody>
</table>`;

/** What goes back goes to whatever paid: who gives it is not told which. */
function placeWords(account: string, what?: string): string {
  if (what === 'refund' || what === 'feeRefund') return t('moneyPlace.source');
  return wordsFor('moneyPlace', account) ?? account;
}

export const sandboxLine = (isSandbox: boolean): TemplateResult | typeof nothing =>
  isSandbox ? notice('info', info, t('room.sandbox')) : nothing;

export const keyOf = (source: FundingSource): string =>
  source.kind === 'method' ? `method ${source.methodId}` : source.kind;

/** From what a payment is taken; what a balance or a credit line has is said beside it. */
export function sourceField(
  { items }: FundingChoices,
  chosen: FundingSource | undefined,
  currency: string,
  onChange: (source: FundingSource) => void,
  error?: string,
): TemplateResult {
  if (items.length === 0)
    return notice(
      'warning',
      triangleAlert,
      html`${t('milestone.noSource')} <a href=${href('/billing/methods')}>${t('milestone.toBilling')}</a>`,
    );
  return radios({
    name: 'source',
    label: t('milestone.payFrom'),
    value: chosen ? keyOf(chosen) : '',
    error,
    choices: items.map(({ source, label, available, isDefault }) => {
      const there = available.find((one) => one.currency === currency);
      const notes = [
        there && t('milestone.available', { amount: formatMoney(there) }),
        isDefault && t('milestone.default'),
      ];
      const hint = notes.filter(Boolean).join(', ');
      const name = wordsFor('fundingSource', source.kind) ?? label;
      return { value: keyOf(source), label: source.kind === 'method' ? label : name, ...(hint && { hint }) };
    }),
    onChange: (key) => {
      const found = items.find(({ source }) => keyOf(source) === key);
      if (found) onChange(found.source);
    },
  });
}

/** One key as long as the same is asked: a press that is repeated pays once, another amount is another payment. */
export function onceKeys(): (body: unknown) => string {
  const keys = new Map<string, string>();
  return (body) => {
    const asked = JSON.stringify(body);
    const known = keys.get(asked) ?? crypto.randomUUID();
    keys.set(asked, known);
    return known;
  };
}
