import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { getDifferences, getOffer, type Offer, offerTimeline } from '../../api/offers.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageTabs } from '../../elements/page-tabs.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { offerStatus } from '../../elements/status.ts';
import '../../elements/timeline.ts';
import { icon } from '../../icons/icon.ts';
import { arrowLeft, hourglass, messageSquare, repeat } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { objectStyles } from '../../styles/object.ts';
import { offerActions } from './offer-actions.ts';
import { offerAmounts } from './offer-amounts.ts';
import { offerFacts } from './offer-facts.ts';
import { offerTermsView } from './offer-terms-view.ts';
import { offerNextStep, recipientOf } from './offer-words.ts';
import '../offer-parts/statements-of-work.ts';
import '../offer-parts/versions-view.ts';

export type OfferPart = 'terms' | 'versions' | 'timeline';

class OfferPage extends PortalElement {
  static override pageStyles = [objectStyles];
  static override properties = {
    offerId: { attribute: false },
    tab: { attribute: false },
    offer: { state: true },
  };
  declare offerId: string;
  declare tab: OfferPart;
  declare offer: Offer | undefined;

  #load = new Task(this, {
    args: () => [this.offerId] as const,
    task: ([id], { signal }) => getOffer(id, signal),
    onComplete: ({ data }) => {
      this.offer = data;
    },
  });

  constructor() {
    super();
    this.tab = 'terms';
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#load.taskComplete.catch(() => {});
    return done;
  }

  protected override render() {
    if (this.offer) return this.#page(this.offer);
    return this.#load.render({
      pending: () => loading(10),
      error: (problem) => failed(problem, () => void this.#load.run()),
    });
  }

  #page(offer: Offer): TemplateResult {
    const path = `/offers/${offer.id}`;
    return html`<p class="back"><a class="quiet muted row" href=${href('/offers')}>${icon(arrowLeft)}${t('offers.title')}</a></p>
      <header class="page-head object-head">
        <div>
          <h1 tabindex="-1">${t('offer.to', { name: recipientOf(offer) })}</h1>
          <p class="lead">${offer.title}</p>
          <p class="row">${offerStatus(offer.state)}<span class="muted">${offerNextStep(offer)}</span></p>
        </div>
        <div class="actions no-print">${offerActions(offer, (changed) => this.#changed(changed))}</div>
      </header>
      ${this.#notices(offer)}
      ${pageTabs<OfferPart>(
        offer.title,
        this.tab,
        [
          { value: 'terms', label: t('offer.terms'), path },
          ...(offer.versions.length > 0
            ? ([
                { value: 'versions', label: t('offer.versions'), path: `${path}/versions`, n: offer.versions.length },
              ] as const)
            : []),
          { value: 'timeline', label: t('timeline.title'), path: `${path}/timeline` },
        ],
        (part) => {
          this.tab = part;
        },
      )}
      ${this.#tab(offer)}`;
  }

  #notices(offer: Offer): TemplateResult | typeof nothing {
    if (offer.state === 'pendingApproval' && offer.approvalId)
      return html`<div class="page-notice">
        ${notice('info', hourglass, html`<p>${t('offer.waitsForApproval')} <a href=${href(`/approvals/${offer.approvalId}`)}>${t('jobPost.showApproval')}</a></p>`)}
      </div>`;
    if (offer.state === 'countered') {
      const counter = offer.versions.at(-1);
      return html`<div class="page-notice">
        ${notice(
          'warning',
          repeat,
          html`<p><strong>${t('offer.wasCountered', { name: recipientOf(offer) })}</strong></p>
            ${counter?.message ? html`<p class="prose">${counter.message}</p>` : nothing}
            <p>${t('offer.counterChoices')}</p>`,
        )}
      </div>`;
    }
    return offer.endReason
      ? html`<div class="page-notice">${notice('info', messageSquare, html`<p class="prose">${offer.endReason}</p>`)}</div>`
      : nothing;
  }

  #tab(offer: Offer): TemplateResult {
    switch (this.tab) {
      case 'versions':
        if (offer.versions.length === 0)
          return html`<div class="card">${nothingYet({ shape: hourglass, title: t('offer.noVersion'), text: t('offer.noVersionText'), next: 'itself' })}</div>`;
        return html`<div class="card">
          <portal-offer-versions
            .versions=${offer.versions}
            .load=${(from: number, to: number, signal: AbortSignal) => getDifferences(offer.id, from, to, signal)}
          ></portal-offer-versions>
        </div>`;
      case 'timeline':
        return html`<div class="card pad"><portal-timeline .path=${offerTimeline(offer.id)} .noun=${'offer'}></portal-timeline></div>`;
      case 'terms':
        return html`<div class="columns">
          ${offerTermsView(offer)}
          <aside class="stack">
            ${offer.amounts ? html`<section class="card pad stack close"><h2>${t('offer.money')}</h2>${offerAmounts(offer)}</section>` : nothing}
            <section class="card pad stack close"><h2>${t('jobPost.facts')}</h2>${offerFacts(offer)}</section>
            <portal-statements-of-work .kind=${'offer'} .subjectId=${offer.id}></portal-statements-of-work>
          </aside>
        </div>`;
    }
  }

  #changed(offer: Offer): void {
    this.offer = offer;
    void this.querySelector('portal-timeline')?.reload();
  }
}

define('portal-offer-page', OfferPage);
