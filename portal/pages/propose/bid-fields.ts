import { bidMilestonesMax, milestoneDescriptionMaxLength } from '@portico/api/hiring/proposals/proposal.ts';
import { type FeeSchedule, netOf } from '@portico/api/money/fees/fee.ts';
import type { Money } from '@portico/api/money/money.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldError, radios } from '../../elements/field.ts';
import type { Errors } from '../../elements/form-element.ts';
import { milestoneFields } from '../../elements/milestone-fields.ts';
import { moneyField } from '../../elements/money-field.ts';
import { sums } from '../../elements/sums.ts';
import { formatDeduction, formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { type BidDraft, grossOf } from './bid-draft.ts';

type Options = {
  draft: BidDraft;
  kinds: readonly BidDraft['kind'][];
  /** What the client pays, where the post says it. */
  hint?: string | undefined;
  errors: Errors;
  onChange: (draft: BidDraft) => void;
};

/** What somebody asks for: a rate, one sum, or milestones that add up. */
export function bidFields({ draft, kinds, hint, errors, onChange }: Options): TemplateResult {
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
  ${figures(draft, hint, errors, change)}`;
}

function figures(
  { kind, currency, rate, total, milestones }: BidDraft,
  hint: string | undefined,
  errors: Errors,
  change: (part: Partial<BidDraft>) => void,
): TemplateResult {
  const error = (id: string) =>
    errors[id] ?? errors[`${id}/amountMinor`] ?? errors[`${id}/currency`] ?? ofWhole(errors);
  switch (kind) {
    case 'hourly':
      return moneyField({
        id: 'bid/rate',
        label: t('propose.rate'),
        hint,
        value: rate,
        currency,
        suffix: t('propose.perHour'),
        error: error('bid/rate'),
        onChange: (value) => change({ rate: value ?? null }),
      });
    case 'fixed':
      return moneyField({
        id: 'bid/total',
        label: t('propose.total'),
        hint,
        value: total,
        currency,
        error: error('bid/total'),
        onChange: (value) => change({ total: value ?? null }),
      });
    case 'milestones':
      return html`<fieldset class="field">
        <legend>${t('propose.milestones')}</legend>
        ${hint ? html`<p class="hint">${hint}</p>` : nothing}
        ${milestoneFields({
          at: 'bid/milestones',
          milestones,
          currency,
          errors,
          max: bidMilestonesMax,
          descriptionMaxLength: milestoneDescriptionMaxLength,
          isOneNeeded: true,
          onChange: (next) => change({ milestones: next }),
        })}
        ${fieldError('bid/total', error('bid/total') ?? errors['bid/milestones'])}
      </fieldset>`;
  }
}

const ofWhole = (errors: Errors): string | undefined => errors.bid ?? errors['bid/kind'];

/** What the fee leaves, as figures change; the server reckons the same before it is sent. */
export function earningsLines(draft: BidDraft, schedule: FeeSchedule): TemplateResult {
  const gross = grossOf(draft);
  if (!gross) return html`<p class="muted">${t('propose.noFigure')}</p>`;
  const { fee, net } = netOf(gross, schedule);
  return earningsView({ gross, fee, net, isHourly: draft.kind === 'hourly' });
}

type Shares = Record<'fee' | 'net', Money> & {
  /** Left out where it stands above already. */
  gross?: Money;
  isHourly: boolean;
};

/** Of what the client pays, what is kept and what arrives. */
export const earningsView = ({ gross, fee, net, isHourly }: Shares): TemplateResult =>
  sums([
    gross !== undefined && {
      label: t('propose.clientPays'),
      note: isHourly ? t('propose.perHour') : t('propose.forAll'),
      value: formatMoney(gross),
    },
    { label: t('propose.fee'), value: formatDeduction(fee) },
    { label: t('propose.youGet'), value: formatMoney(net), isTotal: true },
  ]);
