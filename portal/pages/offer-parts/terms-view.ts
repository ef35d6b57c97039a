import type { OfferTerms, PurchaseOrderReference } from '@portico/api/hiring/offers/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { paymentView } from './payment-view.ts';

type Terms = Pick<OfferTerms, 'payment' | 'startsOn' | 'endsOn' | 'purchaseOrder' | 'nda'>;

/** The terms of an offer or a contract as facts, as the freelancer reads them. */
export const termsFacts = ({ payment, startsOn, endsOn, purchaseOrder, nda }: Terms): TemplateResult =>
  html`${paymentView(payment)}
    <dl class="facts">
      <dt>${t('offer.startsOn')}</dt><dd>${startsOn ? formatDate(startsOn) : t('offer.onAcceptance')}</dd>
      <dt>${t('offer.endsOn')}</dt><dd>${endsOn ? formatDate(endsOn) : t('offer.openEnd')}</dd>
      ${purchaseOrder ? html`<dt>${t('differenceField.purchaseOrder')}</dt><dd>${orderWords(purchaseOrder)}</dd>` : nothing}
      <dt>${t('offer.nda')}</dt><dd>${nda ? t('terms.ndaYes') : t('terms.ndaNo')}</dd>
    </dl>`;

const orderWords = (order: PurchaseOrderReference): string =>
  order.kind === 'number' ? order.number : t('terms.orderNotYet');
