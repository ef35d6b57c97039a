import { type FeeSchedule, netOf } from '@portico/api/money/fees/fee.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { radios, textField } from '../../elements/field.ts';
import type { Errors } from '../../elements/form-element.ts';
import { money, moneyField } from '../../elements/money-field.ts';
import { icon } from '../../icons/icon.ts';
import { plus, x } from '../../icons/icons.generated.ts';
import { formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { type BidDraft, emptyMilestone, grossOf, type MilestoneDraft } from './bid-draft.ts';

const milestonesMax = 20;

type Options = {
  draft: BidDraft;
  kinds: readonly BidDraft['kind'][];
  currency: string;
  errors: Errors;
  onChange: (draft: BidDraft) => void;
};

/** What somebody asks for: a rate, one sum, or milestones that add up. */
export function bidFields({ draft, kinds, currency, errors, onChange }: Options): TemplateResult {
  const change = (part: Partial<BidDraft>) => onChange({ ...draft, ...part });
  return html`${
    kinds.length > 1
      ? radios({
          name: 'bid-kind',
          label: t('propose.bidKind'),
          value: draft.kind,
          choices: kinds.map((value) => ({ value, label: wordsFor('bidKind', value) ?? value })),
          onChange: (kind) => change({ kind }),
        })
      : nothing
  }
  ${
    draft.kind === 'hourly'
      ? moneyField({
          id: 'bid/rate',
          label: t('propose.rate'),
          value: draft.rate,
          currency,
          suffix: t('propose.perHour'),
          error: errors['bid/rate'] ?? errors['bid/rate/amountMinor'] ?? errors.bid,
          onChange: (rate) => change({ rate: rate ?? null }),
        })
      : nothing
  }
  ${
    draft.kind === 'fixed'
      ? moneyField({
          id: 'bid/total',
          label: t('propose.total'),
          value: draft.total,
          currency,
          error: errors['bid/total'] ?? errors['bid/total/amountMinor'] ?? errors.bid,
          onChange: (total) => change({ total: total ?? null }),
        })
      : nothing
  }
  ${draft.kind === 'milestones' ? milestoneRows(draft, currency, errors, change) : nothing}`;
}

function milestoneRows(
  draft: BidDraft,
  currency: string,
  errors: Errors,
  change: (part: Partial<BidDraft>) => void,
): TemplateResult {
  const { milestones } = draft;
  const put = (index: number, part: Partial<MilestoneDraft>) =>
    change({ milestones: milestones.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  const gross = grossOf(draft);
  return html`<fieldset class="field">
    <legend>${t('propose.milestones')}</legend>
    <ol class="milestone-rows">
      ${milestones.map((one, index) => {
        const at = `bid/milestones/${index}`;
        return html`<li>
          ${textField({
            id: `${at}/description`,
            label: t('propose.milestoneWhat', { n: index + 1 }),
            value: one.description,
            maxlength: 200,
            error: errors[`${at}/description`],
            onInput: (description) => put(index, { description }),
          })}
          ${textField({
            id: `${at}/dueOn`,
            label: t('propose.milestoneDue'),
            type: 'date',
            optional: true,
            value: one.dueOn,
            error: errors[`${at}/dueOn`],
            onChange: (dueOn) => put(index, { dueOn }),
          })}
          ${moneyField({
            id: `${at}/amount`,
            label: t('propose.milestoneAmount'),
            value: one.amount,
            currency,
            error: errors[`${at}/amount`] ?? errors[`${at}/amount/amountMinor`],
            onChange: (amount) => put(index, { amount: amount ?? null }),
          })}
          <button
            class="button plain small icon-only"
            type="button"
            aria-label=${t('propose.milestoneRemove', { n: index + 1 })}
            ?disabled=${milestones.length === 1}
            @click=${() => change({ milestones: milestones.filter((_, place) => place !== index) })}
          >
            ${icon(x)}
          </button>
        </li>`;
      })}
    </ol>
    <div class="row apart">
      <button class="button small" type="button" ?disabled=${milestones.length >= milestonesMax} @click=${() => change({ milestones: [...milestones, emptyMilestone()] })}>
        ${icon(plus)}${t('propose.milestoneAdd')}
      </button>
      ${gross ? html`<span>${t('propose.sum')} <strong class="money">${formatMoney(gross)}</strong></span>` : nothing}
    </div>
  </fieldset>`;
}

/** What the fee leaves, as figures change; the server reckons the same before it is sent. */
export function earningsLines(draft: BidDraft, schedule: FeeSchedule): TemplateResult {
  const gross = grossOf(draft);
  if (!gross) return html`<p class="muted">${t('propose.noFigure')}</p>`;
  const { fee, net } = netOf(gross, schedule);
  const unit = draft.kind === 'hourly' ? t('propose.perHour') : t('propose.forAll');
  return html`<dl class="sums">
    <div><dt>${t('propose.clientPays')} <span class="muted small">${unit}</span></dt><dd>${money(gross)}</dd></div>
    <div><dt>${t('propose.fee')}</dt><dd>− ${money(fee)}</dd></div>
    <div class="total"><dt>${t('propose.youGet')}</dt><dd>${money(net)}</dd></div>
  </dl>`;
}
