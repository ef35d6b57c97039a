import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { type Approval, type ApprovalView, getApprovals } from '../../api/approvals.ts';
import { problemWords } from '../../api/problem.ts';
import { countTabs } from '../../elements/count-tabs.ts';
import { type Column, dataList } from '../../elements/data-list.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { approvalStatus } from '../../elements/status.ts';
import { timeAgo } from '../../elements/time.ts';
import { clipboardCheck } from '../../icons/icons.generated.ts';
import { currentQuery, href, replaceQuery } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { approvalStyles } from '../../styles/approval.ts';
import './approval-case.ts';

const views: readonly ApprovalView[] = ['waitingForMe', 'mine', 'all'];

class ApprovalsPage extends PortalElement {
  static override pageStyles = [approvalStyles];
  static override properties = {
    view: { state: true },
    items: { state: true },
    nextCursor: { state: true },
    chosen: { state: true },
  };
  declare chosen: string | undefined;
  declare view: ApprovalView;
  declare items: readonly Approval[];
  declare nextCursor: string | null;

  #load = new Task(this, {
    args: () => [this.view] as const,
    task: ([view], { signal }) => getApprovals({ view }, signal),
    onComplete: ({ items, nextCursor }) => {
      this.items = items;
      this.nextCursor = nextCursor;
    },
  });

  constructor() {
    super();
    const asked = currentQuery().get('view');
    this.view = views.find((view) => view === asked) ?? 'waitingForMe';
    this.chosen = currentQuery().get('open') ?? undefined;
    this.items = [];
    this.nextCursor = null;
  }

  protected override updated(): void {
    const isDesk = this.view === 'waitingForMe';
    replaceQuery(
      new URLSearchParams({ ...(!isDesk && { view: this.view }), ...(isDesk && this.chosen && { open: this.chosen }) }),
    );
  }

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${pageHead(t('approvals.title'), t('approvals.lead'))}
      <div class="filter-bar">
        ${countTabs<ApprovalView>(
          t('proposal.view'),
          this.view,
          views.map((value) => ({
            value,
            label: wordsFor('approvalView', value) ?? value,
            n: value === 'waitingForMe' ? known?.waitingForMe : undefined,
          })),
          (view) => {
            this.view = view;
          },
        )}
      </div>
      ${this.view === 'waitingForMe' && this.items.length > 0 ? this.#desk() : this.#all(known)}`;
  }

  #all(known: unknown): TemplateResult {
    return html`<div class="card">
        ${this.#load.render({
          pending: () => (known ? this.#list() : loading(6)),
          error: (problem) => html`<div class="pad">${failed(problem, () => void this.#load.run())}</div>`,
          complete: () =>
            this.items.length > 0
              ? this.#list()
              : nothingYet({
                  shape: clipboardCheck,
                  title: this.view === 'waitingForMe' ? t('approvals.none') : t('approvals.noneFit'),
                  text: t('approvals.noneText'),
                  next: 'itself',
                }),
        })}
      </div>`;
  }

  /** The queue on the left, the case on the right; where there is no room for both, a line leads to its page. */
  #desk(): TemplateResult {
    const chosen = this.items.find(({ id }) => id === this.chosen) ?? this.items[0]!;
    return html`<div class="approval-desk">
      <nav class="card" aria-label=${t('approvalCase.queue')}>
        <ul class="approval-queue">
          ${this.items.map(
            (
              one,
            ) => html`<li><a href=${href(`/approvals/${one.id}`)} aria-current=${one.id === chosen.id ? 'true' : 'false'} @click=${(event: MouseEvent) => this.#choose(event, one.id)}>
              <span class="apart"><strong>${one.title}</strong>${one.amount ? html`<span class="money">${formatMoney(one.amount)}</span>` : html`<span class="muted">${t('approval.unknown')}</span>`}</span>
              <span class="muted small apart"><span>${wordsFor('approvalSubject', one.subject.kind) ?? one.subject.kind} · ${one.requester.name}</span>${timeAgo(one.requestedAt)}</span>
            </a></li>`,
          )}
        </ul>
        ${this.nextCursor ? html`<footer><button class="button small" type="button" @click=${() => void this.#more()}>${t('shell.more')}</button></footer>` : nothing}
      </nav>
      <div class="case"><portal-approval-case .approvalId=${chosen.id} .isBeside=${true} @decided=${this.#decided}></portal-approval-case></div>
    </div>`;
  }

  #choose(event: MouseEvent, id: string): void {
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0);
    if (!isPlain || !matchMedia('(min-width: 1001px)').matches) return;
    event.preventDefault();
    this.chosen = id;
  }

  /** What was decided leaves the queue the next time; until then its outcome stays in view. */
  #decided = ({ detail }: CustomEvent<Approval>): void => {
    this.items = this.items.map((one) => (one.id === detail.id ? detail : one));
    this.chosen = detail.id;
  };

  #list(): TemplateResult {
    return dataList<Approval>({
      name: 'approvals',
      label: t('approvals.title'),
      columns: columns(),
      rows: this.items,
      keyOf: ({ id }) => id,
      nameOf: ({ title }) => title,
      footer: this.nextCursor
        ? html`<button class="button small" type="button" @click=${() => void this.#more()}>${t('shell.more')}</button>`
        : nothing,
    });
  }

  async #more(): Promise<void> {
    try {
      const { items, nextCursor } = await getApprovals({ view: this.view, cursor: this.nextCursor ?? undefined });
      this.items = [...this.items, ...items];
      this.nextCursor = nextCursor;
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

const columns = (): readonly Column<Approval>[] => [
  {
    id: 'title',
    label: t('approvals.what'),
    isLead: true,
    cell: ({ id, title, subject }) => html`<a class="quiet strong" href=${href(`/approvals/${id}`)}>${title}</a>
      <div class="muted small">${wordsFor('approvalSubject', subject.kind) ?? subject.kind}</div>`,
  },
  {
    id: 'amount',
    label: t('offer.amount'),
    isEnd: true,
    cell: ({ amount }) =>
      amount
        ? html`<span class="money">${formatMoney(amount)}</span>`
        : html`<span class="muted">${t('approval.unknown')}</span>`,
  },
  { id: 'state', label: t('jobPost.state'), isPlain: true, cell: ({ state }) => approvalStatus(state) },
  { id: 'requester', label: t('approvals.requester'), cell: ({ requester }) => requester.name },
  {
    id: 'asked',
    label: t('approvals.asked'),
    cell: ({ requestedAt }) => html`<span class="muted">${timeAgo(requestedAt)}</span>`,
  },
  {
    id: 'until',
    label: t('approvals.until'),
    isWide: true,
    cell: ({ state, expiresAt }) =>
      state === 'requested' || state === 'stalled' ? html`<span class="muted">${timeAgo(expiresAt)}</span>` : nothing,
  },
  {
    id: 'decided',
    label: t('approvals.decidedBy'),
    isExtra: true,
    cell: ({ decidedBy, decidedFor }) =>
      decidedBy && decidedFor
        ? t('approvalStep.byFor', { name: decidedBy.name, for: decidedFor.name })
        : (decidedBy?.name ?? nothing),
  },
];

define('portal-approvals-page', ApprovalsPage);
