import { Task } from '@lit/task';
import { offerCan } from '@portico/api/hiring/offers/offer.ts';
import type { FreelancerOffer } from '@portico/api/hiring/offers/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import {
  declineOffer,
  getOwnOffer,
  ownOfferDifferences,
  ownOfferDocument,
  ownOfferTimeline,
} from '../../api/own-work.ts';
import { actionButton } from '../../elements/action-button.ts';
import { backLink } from '../../elements/back-link.ts';
import { copyButton } from '../../elements/copy-button.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { richText } from '../../elements/rich-text.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { ownOfferStatus } from '../../elements/status.ts';
import { timeAgo } from '../../elements/time.ts';
import '../../elements/timeline.ts';
import { icon } from '../../icons/icon.ts';
import { download, info, repeat, signature } from '../../icons/icons.generated.ts';
import { href, navigate } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { ownWorkStyles } from '../../styles/own-work.ts';
import { termsFacts } from '../offer-parts/terms-view.ts';
import '../offer-parts/versions-view.ts';
import { offerEarnings } from './offer-earnings.ts';
import { openSignDialog } from './sign-dialog.ts';

/** One offer: what is offered and what of it is left, every version, and signing, answering with other terms, or declining. */
class OwnOfferPage extends PortalElement {
  static override pageStyles = [ownWorkStyles];
  static override properties = { offerId: { attribute: false } };
  declare offerId: string;

  #load = new Task(this, {
    args: () => [this.offerId] as const,
    task: ([offerId], { signal }) => getOwnOffer(offerId, signal),
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${backLink('/my/offers', t('ownOffers.title'))}
      ${this.#load.render({
        pending: () => (known ? this.#page(known) : html`<div class="card">${loading(8)}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (offer) => this.#page(offer),
      })}`;
  }

  #page(offer: FreelancerOffer): TemplateResult {
    const {
      id,
      title,
      client,
      state,
      terms,
      termsHash,
      content,
      message,
      versions,
      sentBy,
      expiresAt,
      endReason,
      contractId,
    } = offer;
    // Until the client answers, one's own terms are the newest.
    const isOwn = versions.at(-1)?.by === 'freelancer';
    return html`${pageHead(title, html`${client.name} · ${ownOfferStatus(state)}`, this.#actions(offer))}
      <div class="columns">
        <div class="stack">
          ${notice(
            'info',
            info,
            html`<p>
                ${wordsFor('ownOffers.next', state) ?? ''}
                ${state === 'sent' && expiresAt ? html`${t('ownOffers.answerBy')} ${timeAgo(expiresAt)}.` : nothing}
              </p>
              ${endReason ? html`<p>${endReason}</p>` : nothing}
              ${contractId ? html`<a class="button small" href=${href(`/my/contracts/${contractId}`)}>${t('ownOffers.contract')}</a>` : nothing}`,
          )}
          ${message ? html`<section class="card pad"><h2>${isOwn ? t('ownOffers.youWrote') : t('ownOffers.message', { name: sentBy })}</h2><p class="prose">${message}</p></section>` : nothing}
          ${versions.length > 1 ? versionsCard(offer) : nothing}
          <section class="card pad stack close">
            <h2>${t('ownOffers.money')}</h2>
            ${offerEarnings(offer)}
          </section>
          <section class="card pad stack close"><h2>${t('terms.title')}</h2>${termsFacts(terms)}</section>
          <section class="card pad stack close"><h2>${t('terms.text')}</h2>${richText(content)}</section>
        </div>
        <aside class="stack">
          <section class="card pad stack close">
            <h2>${t('ownOffers.document')}</h2>
            <a class="button" href=${href(ownOfferDocument(id))} download>${icon(download)}${t('ownOffers.download')}</a>
            <p class="muted small">${t('ownOffers.hash')} ${copyButton(termsHash, t('shell.copy'))}<br /><span class="hash">${termsHash}</span></p>
          </section>
          <section class="card pad stack close"><h2>${t('timeline.title')}</h2><portal-timeline .noun=${'offer'} .path=${ownOfferTimeline(id)}></portal-timeline></section>
        </aside>
      </div>`;
  }

  #actions(offer: FreelancerOffer): TemplateResult | typeof nothing {
    const { id, state } = offer;
    if (state !== 'sent' && state !== 'countered') return nothing;
    const why = (may: boolean) => !may && t('ownOffers.notNow');
    return html`${actionButton({ label: t('sign.open'), shape: signature, kind: 'primary', why: why(offerCan.accept({ state })), run: () => openSignDialog(offer) })}
      ${actionButton({ label: t('counter.open'), shape: repeat, why: why(offerCan.counter({ state })), run: () => void navigate(`/my/offers/${id}/counter`) })}
      ${actionButton({ label: t('ownOffers.decline'), why: why(offerCan.decline({ state })), run: () => this.#decline(offer) })}`;
  }

  #decline({ id, client }: FreelancerOffer): void {
    askReason(
      {
        title: t('ownOffers.declineTitle'),
        text: t('ownOffers.declineText', { client: client.name }),
        confirm: t('ownOffers.decline'),
        isRequired: true,
        isDangerous: true,
      },
      async ({ words }) => {
        await declineOffer(id, words);
        toast(t('ownOffers.declined'));
        await this.#load.run();
      },
    );
  }
}

const versionsCard = ({ id, versions }: FreelancerOffer): TemplateResult =>
  html`<section class="card">
    <header><h2>${t('versions.title')}</h2></header>
    <portal-offer-versions .versions=${versions} .load=${(from: number, to: number, signal: AbortSignal) => ownOfferDifferences(id, from, to, signal)}></portal-offer-versions>
  </section>`;

define('portal-own-offer-page', OwnOfferPage);
