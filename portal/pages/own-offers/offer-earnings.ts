import type { FreelancerOffer } from '@portico/api/hiring/offers/schema.ts';
import type { TemplateResult } from 'lit';
import { earningsView } from '../propose/bid-fields.ts';

/** What an offer brings the freelancer, for the whole or an hour. */
export const offerEarnings = ({ amounts }: Pick<FreelancerOffer, 'amounts'>): TemplateResult =>
  earningsView({
    gross: amounts.gross,
    fee: amounts.freelancerFee,
    net: amounts.freelancerNet,
    isHourly: amounts.basis === 'hour',
  });
