import { add, type Money, money } from '@portico/api/money/money.ts';
import type { OfferSummary, PaymentTerms } from '../../api/offers.ts';
import { formatDate, formatMoney, formatRelative } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

export const paymentWords = (payment: PaymentTerms | null): string => {
  if (!payment) return t('offer.noPayment');
  return payment.kind === 'fixed'
    ? formatMoney(payment.total)
    : t('jobPost.perHour', { rate: formatMoney(payment.rate) });
};

export const recipientOf = ({ freelancer, invited }: Pick<OfferSummary, 'freelancer' | 'invited'>): string =>
  freelancer?.name ?? invited?.name ?? invited?.email ?? '';

/** What the offer waits for, in one sentence. */
export function offerNextStep(offer: OfferSummary): string {
  const name = recipientOf(offer);
  switch (offer.state) {
    case 'draft':
      return t('offer.nextDraft');
    case 'pendingApproval':
      return t('jobPost.nextApproval');
    case 'sent':
      return offer.expiresAt
        ? t('offer.nextSent', { name, when: formatRelative(offer.expiresAt, Date.now()) })
        : t('offer.nextSentOnly', { name });
    case 'countered':
      return t('offer.nextCountered', { name });
    case 'accepted':
      return t('offer.nextAccepted');
    case 'declined':
    case 'withdrawn':
    case 'expired':
      return t('offer.nextEnded');
  }
}

/** The milestones' sum; none of them: nothing. */
export function sumOf(milestones: readonly { amount: Money }[], currency: string): Money {
  return milestones.length === 0
    ? money(0, currency)
    : add(milestones[0]!.amount, ...milestones.slice(1).map(({ amount }) => amount));
}

export const dateWords = (date: string | null, otherwise: string): string => (date ? formatDate(date) : otherwise);
