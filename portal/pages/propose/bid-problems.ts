import { compare, type Money } from '@portico/api/money/money.ts';
import { formatMoney } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { type BidDraft, grossOf } from './bid-draft.ts';

type Limits = { min: Money; max: Money; milestoneMin: Money };

/** What is missing or out of bounds, said before it is sent; the server decides. */
export function bidProblems(draft: BidDraft, limits?: Limits): Record<string, string | false> {
  if (draft.kind === 'milestones') return milestoneProblems(draft, limits);
  return { [draft.kind === 'hourly' ? 'bid/rate' : 'bid/total']: amountProblem(grossOf(draft), limits) };
}

function milestoneProblems({ milestones }: BidDraft, limits: Limits | undefined): Record<string, string | false> {
  return Object.fromEntries(
    milestones.flatMap(({ description, amount }, index) => [
      [`bid/milestones/${index}/description`, !description.trim() && t('milestones.whatMissing')],
      [
        `bid/milestones/${index}/amount`,
        amountProblem(
          amount.amountMinor === 0 ? null : amount,
          limits && { min: limits.milestoneMin, max: limits.max },
        ),
      ],
    ]),
  );
}

function amountProblem(amount: Money | null, limits: Pick<Limits, 'min' | 'max'> | undefined): string | false {
  if (!amount) return t('propose.figureMissing');
  if (!limits || limits.min.currency !== amount.currency) return false;
  if (compare(amount, limits.min) < 0) return t('propose.atLeast', { amount: formatMoney(limits.min) });
  return compare(amount, limits.max) > 0 && t('propose.atMost', { amount: formatMoney(limits.max) });
}
