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

export function signalWords({ kind, by, of }: Approval['signals'][number]): string {
  return fill(wordsFor('approvalSignal', kind) ?? kind, { by: formatMoney(by), of: wordsFor('category', of) ?? of });
}

/** What a yes does, before it is given. */
export function afterYesWords({ subject, amount, endsIt, decidesFor, needsElevation }: Approval): string {
  const after = endsIt
    ? wordsFor('approvalCase', `after${subject.kind[0]?.toUpperCase()}${subject.kind.slice(1)}`)
    : undefined;
  const sentences = [
    decidesFor ? t('approvalCase.decidesFor', { name: decidesFor.name }) : '',
    endsIt ? fill(after ?? '', { amount: amount ? formatMoney(amount) : '' }) : t('approvalCase.notLast'),
    needsElevation ? t('approvalCase.confirmsIdentity') : '',
  ];
  return sentences.filter(Boolean).join(' ');
}

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
