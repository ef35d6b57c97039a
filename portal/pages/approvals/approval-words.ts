import type { Approval } from '../../api/approvals.ts';
import { formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

export function ruleWords({ reason, from }: Approval['rule']): string {
  switch (reason) {
    case 'amount':
      return t('approval.ruleAmount', { from: formatMoney(from) });
    case 'unknownAmount':
      return t('approval.ruleUnknown', { from: formatMoney(from) });
    case 'otherCurrency':
      return t('approval.ruleCurrency', { from: formatMoney(from) });
  }
}

export const factWords = (value: Approval['facts'][number]['value']): string =>
  typeof value === 'string' ? (wordsFor('approvalValue', value) ?? value) : formatMoney(value);

export const whyNotWords = ({ whyNot }: Approval): string | undefined =>
  whyNot === null ? undefined : (wordsFor('approvalWhyNot', whyNot) ?? whyNot);
