import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { type Approval, type ApprovalView, getApprovals } from '../../api/approvals.ts';
import { problemWords } from '../../api/problem.ts';
import { countTabs } from '../../elements/count-tabs.ts';
import { type Column, dataList } from '../../elements/data-list.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { empty, failed, loading } from '../../elements/states.ts';
import { approvalStatus } from '../../elements/status.ts';
import { timeAgo } from '../../elements/time.ts';
import { clipboardCheck } from '../../icons/icons.generated.ts';
import { currentQuery, href, replaceQuery } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

const views: readonly ApprovalView[] = ['waitingForMe', 'mine', 'all'];

class ApprovalsPage extends PortalElement {
  static override properties = { view: { state: true }, items: { state: true }, nextCursor: { state: true } };
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
    this.items = [];
    this.nextCursor = null;
  }

  protected override updated(): void {
    replaceQuery(new URLSearchParams(this.view === 'waitingForMe' ? {} : { view: this.view }));
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
      <div class="card">
        ${this.#load.render({
          pending: () => (known ? this.#list() : loading(6)),
          error: (problem) => html`<div class="pad">${failed(problem, () => void this.#load.run())}</div>`,
          complete: () =>
            this.items.length > 0
              ? this.#list()
              : empty(
                  clipboardCheck,
                  this.view === 'waitingForMe' ? t('approvals.none') : t('approvals.noneFit'),
                  t('approvals.noneText'),
                ),
        })}
      </div>`;
  }

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
    cell: ({ decidedBy }) => decidedBy?.name ?? nothing,
  },
];

define('portal-approvals-page', ApprovalsPage);
