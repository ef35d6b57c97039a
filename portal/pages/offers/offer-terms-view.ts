import type { RichText } from '@portico/api/platform/rich-text/rich-text.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { Offer } from '../../api/offers.ts';
import { fingerprint } from '../../elements/fingerprint.ts';
import { richText } from '../../elements/rich-text.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { signature } from '../../icons/icons.generated.ts';
import { t } from '../../strings/strings.ts';
import { paymentView } from '../offer-parts/payment-view.ts';

export const offerTermsView = (offer: Offer): TemplateResult => {
  const signatures = offer.versions.at(-1)?.signatures ?? [];
  const content = (offer.content ?? []) as RichText;
  return html`<div class="stack">
    ${offer.message ? html`<section class="card pad stack close"><h2>${t('offer.message')}</h2><p class="prose">${offer.message}</p></section>` : nothing}
    <section class="card pad stack close"><h2>${t('offer.payment')}</h2>${paymentView(offer.terms.payment)}</section>
    <section class="card pad stack close">
      <h2>${t('offer.terms')}</h2>
      ${content.length > 0 ? richText(content) : html`<p class="muted">${t('offer.noText')}</p>`}
      <p>${fingerprint(offer.termsHash, t('offer.hash'))}</p>
    </section>
    ${
      signatures.length > 0
        ? html`<section class="card">
            <header><h2>${t('offer.signatures')}</h2></header>
            <ul class="rows">
              ${signatures.map(
                ({ side, typedName, signedAt }) => html`<li>
                  ${icon(signature)}
                  <div class="grow"><strong>${typedName}</strong><div class="muted small">${side === 'client' ? t('offer.sideClient') : t('offer.sideFreelancer')}</div></div>
                  <span class="muted small">${timeAgo(signedAt)}</span>
                </li>`,
              )}
            </ul>
          </section>`
        : nothing
    }
  </div>`;
};
