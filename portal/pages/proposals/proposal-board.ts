import { Task } from '@lit/task';
import { type BoardSort, comparedMax } from '@portico/api/hiring/proposals/proposal.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { JobPost } from '../../api/job-posts.ts';
import { problemWords } from '../../api/problem.ts';
import {
  archiveProposals,
  type ProposalBoard as Board,
  getBoard,
  type Proposal,
  type ProposalCard,
  setArchived,
  setShortlisted,
} from '../../api/proposals.ts';
import { actionButton } from '../../elements/action-button.ts';
import { countTabs } from '../../elements/count-tabs.ts';
import { dataList } from '../../elements/data-list.ts';
import { noneFit, nothingYet } from '../../elements/empty-state.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { searchField } from '../../elements/search-field.ts';
import { failed, loading } from '../../elements/states.ts';
import { archive, archiveRestore, gitCompare, inbox, thumbsDown } from '../../icons/icons.generated.ts';
import { currentQuery, href, navigate, replaceQuery } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { toast, undoable } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { boardStyles } from '../../styles/board.ts';
import { boardColumns, isPhone } from './board-columns.ts';
import { type BoardFilter, boardTabs, filterFromUrl, queryOf, sortChoices, urlFromFilter } from './board-filter.ts';
import { declineMany } from './decline-proposals.ts';
import { deskView } from './desk-view.ts';

/**
 * Every proposal of a post: a table to compare, or a desk with the queue on the left and the proposal on the right,
 * walked by keyboard without a page load between.
 */
class ProposalBoard extends PortalElement {
  static override pageStyles = [boardStyles];
  static override properties = {
    jobPost: { attribute: false },
    filter: { state: true },
    open: { state: true },
    board: { state: true },
    chosen: { state: true },
  };
  declare jobPost: JobPost;
  declare filter: BoardFilter;
  declare open: string | undefined;
  declare board: Board | undefined;
  declare chosen: readonly string[];

  #load = new Task(this, {
    args: () => [this.jobPost.id, this.filter] as const,
    task: ([id, filter], { signal }) => getBoard(id, queryOf(filter), signal),
    onComplete: (board) => {
      this.board = board;
      this.chosen = this.chosen.filter((id) => board.items.some((card) => card.id === id));
      this.dispatchEvent(new CustomEvent('proposals-counted', { detail: { unread: board.counts.unread } }));
    },
  });

  #path = '';

  constructor() {
    super();
    const url = currentQuery();
    this.filter = filterFromUrl(url);
    this.open = isPhone() ? undefined : (url.get('proposal') ?? undefined);
    this.chosen = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#path = location.pathname;
    document.addEventListener('keydown', this.#pressed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#pressed);
  }

  protected override updated(): void {
    // Another page may have been asked for, while this one stays until that is loaded.
    if (location.pathname === this.#path) replaceQuery(urlFromFilter(this.filter, this.open));
  }

  protected override render(): TemplateResult {
    const { board } = this;
    return html`${this.#bar(board)}
      ${this.#load.render({
        pending: () => (board ? this.#shown(board) : html`<div class="card">${loading(8)}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (answer) => this.#shown(board ?? answer),
      })}`;
  }

  #bar(board: Board | undefined): TemplateResult {
    return html`<div class="filter-bar board-bar">
      ${countTabs(t('proposal.view'), this.filter.view, boardTabs(board?.counts), (view) => this.#filter({ view }))}
      <label class="row tight-row"
        ><span class="muted small">${t('proposal.sort')}</span>
        <select class="input small-input" @change=${(event: Event) => this.#filter({ sort: (event.target as HTMLSelectElement).value as BoardSort })}>
          ${sortChoices().map(({ value, label }) => html`<option value=${value} .selected=${value === this.filter.sort}>${label}</option>`)}
        </select></label
      >
      ${searchField(t('proposal.search'), this.filter.q, (q) => this.#filter({ q }))}
    </div>`;
  }

  #filter(change: Partial<BoardFilter>): void {
    this.filter = { ...this.filter, ...change };
  }

  #shown(board: Board): TemplateResult {
    if (board.items.length === 0) return html`<div class="card">${this.#none(board)}</div>`;
    return this.open
      ? deskView(board.items, this.open, {
          show: (id) => this.#show(id),
          changed: (proposal) => this.#changed(proposal),
        })
      : html`<div class="card">${this.#table(board)}</div>`;
  }

  #table(board: Board): TemplateResult {
    return dataList<ProposalCard>({
      name: 'proposals',
      label: t('jobPost.proposals'),
      columns: boardColumns((id) => this.#show(id)),
      rows: board.items,
      keyOf: ({ id }) => id,
      nameOf: ({ freelancer }) => freelancer.name,
      sort: this.filter.sort,
      onSort: (sort) => this.#filter({ sort: sort as BoardSort }),
      chosen: this.chosen,
      onChoose: (chosen) => {
        this.chosen = chosen;
      },
      bulk: (chosen) => this.#bulk(chosen),
      footer: html`<span class="muted small only-wide">${t('proposal.keys')}</span>`,
    });
  }

  #bulk(ids: readonly string[]): TemplateResult {
    const fits = ids.length >= 2 && ids.length <= comparedMax;
    const restores = this.filter.view === 'archived';
    return html`${actionButton(
      {
        label: t('freelancer.compare'),
        shape: gitCompare,
        why: !fits && t('proposal.whyCompare', { max: comparedMax }),
        run: () => void navigate(`/proposals/compare?${new URLSearchParams(ids.map((id) => ['id', id]))}`),
      },
      'small',
    )}
    ${
      mayOpen('hirer')
        ? html`${actionButton(
            {
              label: restores ? t('proposal.restore') : t('proposal.archive'),
              shape: restores ? archiveRestore : archive,
              run: () => void this.#archiveMany(ids, !restores),
            },
            'small',
          )}
          ${actionButton(
            {
              label: t('proposal.decline'),
              shape: thumbsDown,
              run: () => declineMany(this.jobPost.id, ids, () => this.#again()),
            },
            'small',
          )}`
        : nothing
    }`;
  }

  #none(board: Board): TemplateResult {
    if (board.total === 0)
      return nothingYet({
        shape: inbox,
        title: t('proposal.none'),
        text: t('proposal.noneText'),
        next: {
          for: 'hirer',
          action: html`<a class="button" href=${href('/talent')}>${t('invitations.find')}</a>`,
        },
      });
    const [title, text] = [t('proposal.noneFit'), t('proposal.noneFitText', { n: board.total })];
    const { view = 'current', q } = this.filter;
    // Nothing is filtered here, and yet none is current: the tabs above lead to the others.
    return view === 'current' && !q
      ? nothingYet({ shape: inbox, title, text, next: 'beside' })
      : noneFit(inbox, title, text, () => this.#filter({ view: 'current', q: '' }));
  }

  #show(id: string | undefined): void {
    this.open = id;
    const wanted = id ? `.queue [data-id="${CSS.escape(id)}"]` : undefined;
    if (!wanted) return;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(wanted)?.scrollIntoView({ block: 'nearest' }));
  }

  /** While the desk is open: j and k walk the queue, s and e decide, Escape goes back to the table. */
  #pressed = (event: KeyboardEvent): void => {
    const { open, board } = this;
    if (!open || !board || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    const at = board.items.findIndex(({ id }) => id === open);
    const card = board.items[at];
    switch (event.key) {
      case 'j':
        this.#show(board.items[at + 1]?.id ?? open);
        break;
      case 'k':
        this.#show(board.items[at - 1]?.id ?? open);
        break;
      case 's':
        if (card && mayOpen('hirer')) void this.#decide(setShortlisted(card.id, !card.isShortlisted));
        break;
      case 'e':
        if (card && mayOpen('hirer')) void this.#decide(setArchived(card.id, !card.isArchived));
        break;
      case 'Escape':
        if (document.querySelector('dialog[open], [popover]:popover-open')) return;
        this.#show(undefined);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  async #decide(deciding: Promise<Proposal>): Promise<void> {
    try {
      const proposal = await deciding;
      this.#changed(proposal);
      this.querySelector('portal-proposal-view')?.take(proposal);
    } catch (problem) {
      toast(problemWords(problem));
    }
  }

  #changed(proposal: Proposal): void {
    if (!this.board) return;
    const { state, isShortlisted, isArchived, rating, viewedAt, unreadMessages } = proposal;
    const items = this.board.items.map((card) =>
      card.id === proposal.id ? { ...card, state, isShortlisted, isArchived, rating, viewedAt, unreadMessages } : card,
    );
    this.board = { ...this.board, items };
  }

  async #archiveMany(ids: readonly string[], archived: boolean): Promise<void> {
    try {
      const { done } = await archiveProposals(this.jobPost.id, ids, archived);
      const said = archived ? t('proposal.archivedMany', { n: done }) : t('proposal.restoredMany', { n: done });
      const undo = async () => {
        await archiveProposals(this.jobPost.id, ids, !archived);
        this.#again();
      };
      undoable(said, undo, this);
      this.#again();
    } catch (problem) {
      toast(problemWords(problem));
    }
  }

  #again(): void {
    this.chosen = [];
    void this.#load.run();
  }
}

function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable);
}

define('portal-proposal-board', ProposalBoard);
