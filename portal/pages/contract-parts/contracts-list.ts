import { Task } from '@lit/task';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import {
  type ContractSide,
  type ContractStatusItem,
  type ContractStatusPage,
  getStatuses,
  watchContracts,
} from '../../api/contract-status.ts';
import { countTabs } from '../../elements/count-tabs.ts';
import { dataList } from '../../elements/data-list.ts';
import { noneFit, nothingYet } from '../../elements/empty-state.ts';
import { exactMoney } from '../../elements/money-field.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { contractStatus } from '../../elements/status.ts';
import { timeAgo } from '../../elements/time.ts';
import { handshake } from '../../icons/icons.generated.ts';
import { href, replacePath } from '../../router.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { roomPath, stepCell } from './step-words.ts';

const filters = [
  'waiting',
  'open',
  'all',
  'pendingOnboarding',
  'ready',
  'paused',
  'ending',
  'feedbackOpen',
  'closed',
  'cancelled',
] as const;
type ContractFilter = (typeof filters)[number];

const gatherMs = 500;

/** Contracts of one side with their state, next step and money; follows what happens while it is open. */
class ContractsList extends PortalElement {
  static override properties = {
    side: { attribute: false },
    filter: { attribute: false },
    more: { state: true },
  };
  declare side: ContractSide;
  declare filter: ContractFilter;
  declare more: readonly ContractStatusPage[];
  #stopWatching = () => {};
  #gathering: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.more = [];
    this.filter = 'open';
  }

  #load = new Task(this, {
    args: () => [this.side, this.filter] as const,
    task: ([side, filter], { signal }) => getStatuses(side, { filter }, signal),
    onComplete: () => {
      this.more = [];
    },
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching();
    clearTimeout(this.#gathering);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('side')) return;
    this.#stopWatching();
    this.#stopWatching = watchContracts(this.side, () => {
      clearTimeout(this.#gathering);
      this.#gathering = setTimeout(() => void this.#load.run(), gatherMs);
    });
  }

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${pageHead(t('ownContracts.title'), t('room.lead'))}
      ${this.#load.render({
        pending: () => (known ? this.#view(known) : html`<div class="card">${loading()}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (first) => this.#view(first),
      })}`;
  }

  #view(first: ContractStatusPage): TemplateResult {
    return html`<div class="filter-bar">${this.#tabs(first)}</div>
      <div class="card">${this.#rows([first, ...this.more])}</div>
      ${first.isSandbox ? html`<p class="muted small">${t('room.sandbox')}</p>` : nothing}`;
  }

  #tabs({ counts }: ContractStatusPage): TemplateResult {
    const countOf = (filter: ContractFilter) => counts.find((count) => count.filter === filter);
    const shown = filters.filter(
      (filter) => ['waiting', 'open', 'all', this.filter].includes(filter) || (countOf(filter)?.count ?? 0) > 0,
    );
    const tabs = shown.map((value) => {
      const count = countOf(value);
      const label = wordsFor('contractFilter', value) ?? value;
      // A number that stopped counting says so.
      return count?.isMore
        ? { value, label: `${label} (${t('room.more', { n: count.count })})` }
        : { value, label, n: count?.count };
    });
    return countTabs<ContractFilter>(t('room.filters'), this.filter, tabs, (filter) => this.#choose(filter));
  }

  #none(first: ContractStatusPage | undefined): TemplateResult {
    const hasAny = (first?.counts.find(({ filter }) => filter === 'all')?.count ?? 0) > 0;
    if (this.filter === 'waiting' || !hasAny)
      return nothingYet({
        shape: handshake,
        title: this.filter === 'waiting' ? t('room.noneWaiting') : t('room.noneYet'),
        text: this.filter === 'waiting' ? t('room.noneWaitingText') : t('room.noneText'),
        next: 'itself',
      });
    return noneFit(handshake, t('room.none'), t('room.noneFitText'), () => this.#choose('all'), t('list.showAll'));
  }

  #choose(filter: ContractFilter): void {
    const list = this.side === 'client' ? '/contracts' : '/my/contracts';
    replacePath(filter === 'open' ? list : `${list}?show=${filter}`);
    this.filter = filter;
  }

  #rows(pages: readonly ContractStatusPage[]): TemplateResult {
    const rows = pages.flatMap(({ items }) => items);
    const nextCursor = pages.at(-1)?.nextCursor;
    if (rows.length === 0) return this.#none(pages[0]);
    const { side } = this;
    return dataList<ContractStatusItem>({
      name: `contracts-${side}`,
      label: t('ownContracts.title'),
      rows,
      keyOf: ({ id }) => id,
      nameOf: ({ title }) => title,
      columns: [
        {
          id: 'title',
          label: t('room.contract'),
          isLead: true,
          cell: ({ id, title, other }) =>
            html`<a class="quiet strong" href=${href(roomPath(side, id))}>${title}</a><div class="muted small">${other.name}</div>`,
        },
        { id: 'state', label: t('room.state'), isPlain: true, cell: ({ state }) => contractStatus(state) },
        { id: 'step', label: t('room.step'), isLong: true, cell: (row) => stepCell(row, side) },
        { id: 'escrow', label: t('room.inEscrow'), isEnd: true, cell: (row) => exactMoney(row.money.inEscrow) },
        { id: 'released', label: t('room.released'), isEnd: true, cell: (row) => exactMoney(row.money.released) },
        { id: 'changed', label: t('room.changed'), isWide: true, cell: ({ changedAt }) => timeAgo(changedAt) },
      ],
      footer: nextCursor
        ? html`<button class="button" type="button" @click=${() => void this.#loadMore(nextCursor)}>${t('list.more')}</button>`
        : undefined,
    });
  }

  async #loadMore(cursor: string): Promise<void> {
    this.more = [...this.more, await getStatuses(this.side, { filter: this.filter, cursor })];
  }
}

define('portal-contracts-list', ContractsList);
