import type { OfferSummary } from '../../api/offers.ts';
import { now } from '../../shell/now.ts';
import { formatDate, formatRelative } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

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
        ? t('offer.nextSent', { name, when: formatRelative(offer.expiresAt, now()) })
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

export const dateWords = (date: string | null, otherwise: string): string => (date ? formatDate(date) : otherwise);
