import { type Money, money } from '@portico/api/money/money.ts';
import { inEscrowStates } from '@portico/api/work/milestones/milestone.ts';
import type { TemplateResult } from 'lit';
import type { Milestone, MilestoneList } from '../../api/milestones.ts';
import { sums } from '../../elements/sums.ts';
import { formatAlike } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

/** The agreed total, and where of it the money is. */
export function milestoneSums({ items, agreedTotal, planned, unplanned }: MilestoneList): TemplateResult {
  const { currency } = planned;
  const inEscrow = sumOf(items, currency, ({ state }) => inEscrowStates.some((known) => known === state));
  const released = sumOf(items, currency, ({ earning }) => earning !== null);
  const shown = formatAlike([inEscrow, released, planned, unplanned, agreedTotal]);
  return sums([
    { label: t('milestone.inEscrow'), value: shown(inEscrow) },
    { label: t('milestone.releasedSum'), value: shown(released) },
    { label: t('milestone.planned'), value: shown(planned) },
    unplanned.amountMinor > 0 && { label: t('milestone.unplanned'), value: shown(unplanned) },
    agreedTotal !== null && { label: t('milestone.agreed'), value: shown(agreedTotal), isTotal: true },
  ]);
}

function sumOf(items: readonly Milestone[], currency: string, counts: (milestone: Milestone) => boolean): Money {
  return money(
    items.filter(counts).reduce((sum, { amount }) => sum + amount.amountMinor, 0),
    currency,
  );
}
