import type { Approval } from '../../api/approvals.ts';
import { formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

/** Which rule asks, and for what of it. */
export function ruleWords({ name, reason, reasons, from }: Approval['rule']): string {
  const why = reasons.map((one) => reasonWords(one, from)).join(' ');
  return name && reason !== 'always' ? `${name}: ${why}` : name || why;
}

function reasonWords(reason: Approval['rule']['reason'], from: Approval['rule']['from']): string {
  if (from && reason === 'amount') return t('approval.ruleAmount', { from: formatMoney(from) });
  if (from && reason === 'unknownAmount') return t('approval.ruleUnknown', { from: formatMoney(from) });
  if (from && reason === 'otherCurrency') return t('approval.ruleCurrency', { from: formatMoney(from) });
  return wordsFor('approvalReason', reason) ?? reason;
}

export const factWords = (value: Approval['facts'][number]['value']): string =>
  typeof value === 'string' ? (wordsFor('approvalValue', value) ?? value) : formatMoney(value);

export const whyNotWords = ({ whyNot }: Approval): string | undefined =>
  whyNot === null ? undefined : (wordsFor('approvalWhyNot', whyNot) ?? whyNot);
