import type { Bid } from '../../api/proposals.ts';
import { formatMoney } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

export const bidWords = (bid: Bid): string =>
  bid.kind === 'hourly' ? t('jobPost.perHour', { rate: formatMoney(bid.rate) }) : formatMoney(bid.total);

/** `4.5 (2)`, or nothing when nobody rated. */
export const ratingWords = ({ average, count }: { average: number | null; count: number }): string =>
  average === null ? '' : t('proposal.ratingOf', { average: Math.round(average * 10) / 10, n: count });
