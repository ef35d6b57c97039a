import { Task } from '@lit/task';
import type { OwnProposalSummary } from '@portico/api/hiring/proposals/own-schema.ts';
import type { ProposalState } from '@portico/api/hiring/proposals/proposal.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { getOwnProposals, type OwnProposals } from '../../api/own-work.ts';
import { countTabs } from '../../elements/count-tabs.ts';
import { dataList } from '../../elements/data-list.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { ownProposalStatus } from '../../elements/status.ts';
import { tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { send } from '../../icons/icons.generated.ts';
import { href, replaceQuery } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { bidWords } from './bid-words.ts';

const views = {
  live: ['submitted', 'active', 'offered'],
  won: ['hired'],
  ended: ['declined', 'withdrawn', 'closed'],
} as const;
type View = keyof typeof views;

/** What the freelancer has proposed, what waits for them first. */
class OwnProposalsPage extends PortalElement {
  static override properties = { view: { attribute: false }, more: { state: true } };
  declare view: string;
  /** Pages after the first. */
  declare more: readonly OwnProposals[];

  constructor() {
    super();
    this.more = [];
  }

  #load = new Task(this, {
    args: () => [this.#view] as const,
    task: ([view], { signal }) => getOwnProposals({ state: views[view] }, signal),
    onComplete: () => {
      this.more = [];
    },
  });

  get #view(): View {
    return this.view in views ? (this.view as View) : 'live';
  }

  protected override render(): TemplateResult {
    return html`${pageHead(t('ownProposals.title'), t('ownProposals.lead'), this.#load.value?.items.length === 0 ? nothing : html`<a class="button primary" href=${href('/jobs')}>${t('ownProposals.find')}</a>`)}
      ${this.#load.render({
        pending: () => html`<div class="card">${loading()}</div>`,
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (page) => this.#list(page),
      })}`;
  }

  #list(first: OwnProposals): TemplateResult {
    const sum = (states: readonly ProposalState[]) => states.reduce((n, state) => n + first.counts[state], 0);
    const rows = [first, ...this.more].flatMap(({ items }) => items);
    const { nextCursor } = this.more.at(-1) ?? first;
    return html`${countTabs(
      t('ownProposals.show'),
      this.#view,
      [
        { value: 'live', label: t('ownProposals.live'), n: sum(views.live) },
        { value: 'won', label: t('ownProposals.won'), n: sum(views.won) },
        { value: 'ended', label: t('ownProposals.ended'), n: sum(views.ended) },
      ],
      (view) => {
        this.view = view;
        replaceQuery(new URLSearchParams(view === 'live' ? {} : { show: view }));
      },
    )}
      <div class="card">
        ${
          rows.length === 0
            ? nothingYet({
                shape: send,
                title: t('ownProposals.emptyTitle'),
                text: t('ownProposals.emptyText'),
                next: html`<a class="button primary" href=${href('/jobs')}>${t('ownProposals.find')}</a>`,
              })
            : dataList<OwnProposalSummary>({
                name: 'own-proposals',
                label: t('ownProposals.title'),
                rows,
                keyOf: ({ id }) => id,
                nameOf: ({ jobPost }) => jobPost.title,
                columns: [
                  { id: 'job', label: t('ownProposals.job'), isLead: true, cell: lead },
                  {
                    id: 'state',
                    label: t('ownProposals.state'),
                    isPlain: true,
                    cell: ({ state }) => ownProposalStatus(state),
                  },
                  { id: 'bid', label: t('ownProposals.bid'), isEnd: true, cell: ({ bid }) => bidWords(bid) },
                  { id: 'opened', label: t('ownProposals.opened'), cell: openedWords },
                  { id: 'sent', label: t('ownProposals.sent'), cell: ({ submittedAt }) => timeAgo(submittedAt) },
                ],
                footer: nextCursor
                  ? html`<button class="button" type="button" @click=${() => void this.#loadMore(nextCursor)}>${t('list.more')}</button>`
                  : nothing,
              })
        }
      </div>`;
  }

  async #loadMore(cursor: string): Promise<void> {
    this.more = [...this.more, await getOwnProposals({ state: views[this.#view], cursor })];
  }
}

const lead = ({ id, jobPost, client, unreadMessages }: OwnProposalSummary): TemplateResult =>
  html`<a class="quiet strong" href=${href(`/my/proposals/${id}`)}>${jobPost.title}</a>
    <div class="muted small">${client.name}</div>
    ${unreadMessages > 0 ? html`<div>${tag('info', t('ownProposals.unread', { n: unreadMessages }))}</div>` : nothing}`;

const openedWords = ({ viewedAt }: OwnProposalSummary): TemplateResult =>
  viewedAt ? timeAgo(viewedAt) : html`<span class="muted">${t('ownProposals.unopened')}</span>`;

define('portal-own-proposals-page', OwnProposalsPage);
