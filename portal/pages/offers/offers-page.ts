import { Task } from '@lit/task';
import { type OfferState, offerStates } from '@portico/api/hiring/offers/offer.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { getOffers, type OfferSummary } from '../../api/offers.ts';
import { problemWords } from '../../api/problem.ts';
import { avatar } from '../../elements/avatar.ts';
import { countTabs } from '../../elements/count-tabs.ts';
import { type Column, dataList } from '../../elements/data-list.ts';
import { noneFit, nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { offerStatus } from '../../elements/status.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { signature, userPlus } from '../../icons/icons.generated.ts';
import { currentQuery, href, replaceQuery } from '../../router.ts';
import { hasFeature, mayOpen } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { paymentWords } from '../offer-parts/payment-view.ts';
import { recipientOf } from './offer-words.ts';

type Shown = OfferState | 'all';

class OffersPage extends PortalElement {
  static override properties = { shown: { state: true }, items: { state: true }, nextCursor: { state: true } };
  declare shown: Shown;
  declare items: readonly OfferSummary[];
  declare nextCursor: string | null;

  #load = new Task(this, {
    args: () => [this.shown] as const,
    task: (_, { signal }) => getOffers(this.#query, signal),
    onComplete: ({ items, nextCursor }) => {
      this.items = items;
      this.nextCursor = nextCursor;
    },
  });

  constructor() {
    super();
    const asked = currentQuery().get('state');
    this.shown = offerStates.find((state) => state === asked) ?? 'all';
    this.items = [];
    this.nextCursor = null;
  }

  protected override updated(): void {
    replaceQuery(new URLSearchParams(this.shown === 'all' ? {} : { state: this.shown }));
  }

  get #query() {
    return { state: this.shown === 'all' ? undefined : this.shown };
  }

  protected override render(): TemplateResult {
    const isKnown = this.#load.value !== undefined;
    return html`${pageHead(t('offers.title'), t('offers.lead'), mayOpen('offerer') && !(isKnown && this.items.length === 0 && this.shown === 'all') ? newOffer() : nothing)}
      <div class="filter-bar">
        ${countTabs<Shown>(
          t('jobPost.state'),
          this.shown,
          [
            { value: 'all', label: t('jobPosts.all') },
            ...this.#states.map((value) => ({ value, label: wordsFor('offerState', value) ?? value })),
          ],
          (shown) => {
            this.shown = shown;
          },
        )}
      </div>
      <div class="card">
        ${this.#load.render({
          pending: () => (isKnown ? this.#list() : loading(8)),
          error: (problem) => html`<div class="pad">${failed(problem, () => void this.#load.run())}</div>`,
          complete: () => (this.items.length > 0 ? this.#list() : this.#none()),
        })}
      </div>`;
  }

  /** What no plan without approvals ever has is no filter there. */
  get #states(): readonly OfferState[] {
    return offerStates.filter(
      (state) => state !== 'pendingApproval' || hasFeature('approvals') || state === this.shown,
    );
  }

  #list(): TemplateResult {
    return dataList<OfferSummary>({
      name: 'offers',
      label: t('offers.title'),
      columns: columns(),
      rows: this.items,
      keyOf: ({ id }) => id,
      nameOf: recipientOf,
      footer: this.nextCursor
        ? html`<button class="button small" type="button" @click=${() => void this.#more()}>${t('shell.more')}</button>`
        : nothing,
    });
  }

  #none(): TemplateResult {
    return this.shown === 'all'
      ? nothingYet({
          shape: signature,
          title: t('offers.none'),
          text: t('offers.noneText'),
          next: { for: 'offerer', action: newOffer() },
        })
      : noneFit(
          signature,
          t('offers.noneFit'),
          t('offers.noneFitText'),
          () => {
            this.shown = 'all';
          },
          t('list.showAll'),
        );
  }

  async #more(): Promise<void> {
    try {
      const { items, nextCursor } = await getOffers({ ...this.#query, cursor: this.nextCursor ?? undefined });
      this.items = [...this.items, ...items];
      this.nextCursor = nextCursor;
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

const newOffer = () =>
  html`<a class="button primary" href=${href('/offers/new')}>${icon(userPlus)}${t('offers.direct')}</a>`;

const columns = (): readonly Column<OfferSummary>[] => [
  {
    id: 'person',
    label: t('offers.to'),
    isLead: true,
    cell: (offer) => html`<div class="person">
      ${avatar(recipientOf(offer), offer.freelancer?.photoUrl ?? null)}
      <div>
        <a class="quiet strong" href=${href(`/offers/${offer.id}`)}>${recipientOf(offer)}</a>
        <div class="muted small">${offer.title || t('offer.untitled')}</div>
      </div>
    </div>`,
  },
  { id: 'state', label: t('jobPost.state'), isPlain: true, cell: ({ state }) => offerStatus(state) },
  {
    id: 'payment',
    label: t('offer.payment'),
    isEnd: true,
    cell: ({ payment }) => html`<span class="money">${paymentWords(payment)}</span>`,
  },
  {
    id: 'post',
    label: t('offers.post'),
    isWide: true,
    cell: ({ jobPost }) =>
      jobPost ? html`<a class="quiet" href=${href(`/job-posts/${jobPost.id}`)}>${jobPost.title}</a>` : nothing,
  },
  { id: 'version', label: t('offer.version'), isEnd: true, isWide: true, cell: ({ version }) => version || nothing },
  {
    id: 'expires',
    label: t('offers.answerBy'),
    cell: ({ state, expiresAt }) =>
      expiresAt && (state === 'sent' || state === 'countered')
        ? html`<span class="muted">${timeAgo(expiresAt)}</span>`
        : nothing,
  },
  {
    id: 'updated',
    label: t('jobPost.updated'),
    cell: ({ updatedAt }) => html`<span class="muted">${timeAgo(updatedAt)}</span>`,
  },
];

define('portal-offers-page', OffersPage);
