import { Task } from '@lit/task';
import type { FreelancerOfferSummary } from '@portico/api/hiring/offers/schema.ts';
import { html, type TemplateResult } from 'lit';
import { getOwnOffers, type OwnOffers } from '../../api/own-work.ts';
import { countTabs } from '../../elements/count-tabs.ts';
import { dataList } from '../../elements/data-list.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { ownOfferStatus } from '../../elements/status.ts';
import { timeAgo } from '../../elements/time.ts';
import { signature } from '../../icons/icons.generated.ts';
import { href, replaceQuery } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { paymentWords } from '../offer-parts/payment-view.ts';

/** Offers to this freelancer: those that wait for an answer first. */
class OwnOffersPage extends PortalElement {
  static override properties = { view: { attribute: false }, more: { state: true } };
  declare view: string;
  declare more: readonly OwnOffers[];

  constructor() {
    super();
    this.more = [];
  }

  #load = new Task(this, {
    args: () => [this.#isAll] as const,
    task: ([isAll], { signal }) => getOwnOffers(isAll ? {} : { open: true }, signal),
    onComplete: () => {
      this.more = [];
    },
  });

  get #isAll(): boolean {
    return this.view === 'all';
  }

  protected override render(): TemplateResult {
    return html`${pageHead(t('ownOffers.title'), t('ownOffers.lead'))}
      ${countTabs(
        t('ownOffers.show'),
        this.#isAll ? 'all' : 'open',
        [
          { value: 'open', label: t('ownOffers.waiting') },
          { value: 'all', label: t('ownOffers.all') },
        ],
        (view) => {
          this.view = view;
          replaceQuery(new URLSearchParams(view === 'all' ? { show: 'all' } : {}));
        },
      )}
      <div class="card">
        ${this.#load.render({
          pending: () => loading(),
          error: (problem) => failed(problem, () => void this.#load.run()),
          complete: (page) => this.#list(page),
        })}
      </div>`;
  }

  #list(first: OwnOffers): TemplateResult {
    const rows = [first, ...this.more].flatMap(({ items }) => items);
    const { nextCursor } = this.more.at(-1) ?? first;
    if (rows.length === 0)
      return nothingYet({
        shape: signature,
        title: this.#isAll ? t('ownOffers.emptyTitle') : t('ownOffers.noneWaiting'),
        text: t('ownOffers.emptyText'),
        next: 'itself',
      });
    return dataList<FreelancerOfferSummary>({
      name: 'own-offers',
      label: t('ownOffers.title'),
      rows,
      keyOf: ({ id }) => id,
      nameOf: ({ title }) => title,
      columns: [
        {
          id: 'title',
          label: t('ownOffers.offer'),
          isLead: true,
          cell: ({ id, title, client }) =>
            html`<a class="quiet strong" href=${href(`/my/offers/${id}`)}>${title}</a><div class="muted small">${client.name}</div>`,
        },
        { id: 'state', label: t('ownProposals.state'), isPlain: true, cell: ({ state }) => ownOfferStatus(state) },
        {
          id: 'payment',
          label: t('offer.payment'),
          isEnd: true,
          cell: ({ payment }) => html`<span class="money">${paymentWords(payment)}</span>`,
        },
        { id: 'until', label: t('ownOffers.until'), cell: ({ expiresAt }) => (expiresAt ? timeAgo(expiresAt) : '') },
        { id: 'sent', label: t('ownOffers.sent'), cell: ({ sentAt }) => timeAgo(sentAt) },
      ],
      footer: nextCursor
        ? html`<button class="button" type="button" @click=${() => void this.#loadMore(nextCursor)}>${t('list.more')}</button>`
        : undefined,
    });
  }

  async #loadMore(cursor: string): Promise<void> {
    this.more = [...this.more, await getOwnOffers({ ...(!this.#isAll && { open: true }), cursor })];
  }
}

define('portal-own-offers-page', OwnOffersPage);
