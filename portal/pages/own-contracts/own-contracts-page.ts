import { Task } from '@lit/task';
import type { FreelancerContractSummary } from '@portico/api/work/contracts/schema.ts';
import { html, type TemplateResult } from 'lit';
import { getOwnContracts, type OwnContracts } from '../../api/own-work.ts';
import { dataList } from '../../elements/data-list.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { empty, failed, loading } from '../../elements/states.ts';
import { contractStatus } from '../../elements/status.ts';
import { signature } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { formatDate } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { paymentWords } from '../offer-parts/terms-view.ts';

class OwnContractsPage extends PortalElement {
  static override properties = { more: { state: true } };
  declare more: readonly OwnContracts[];

  constructor() {
    super();
    this.more = [];
  }

  #load = new Task(this, {
    args: () => [],
    task: (_, { signal }) => getOwnContracts(undefined, signal),
  });

  protected override render(): TemplateResult {
    return html`${pageHead(t('ownContracts.title'), t('ownContracts.lead'))}
      <div class="card">
        ${this.#load.render({
          pending: () => loading(),
          error: (problem) => failed(problem, () => void this.#load.run()),
          complete: (page) => this.#list(page),
        })}
      </div>`;
  }

  #list(first: OwnContracts): TemplateResult {
    const rows = [first, ...this.more].flatMap(({ items }) => items);
    const { nextCursor } = this.more.at(-1) ?? first;
    if (rows.length === 0) return empty(signature, t('ownContracts.emptyTitle'), t('ownContracts.emptyText'));
    return dataList<FreelancerContractSummary>({
      name: 'own-contracts',
      label: t('ownContracts.title'),
      rows,
      keyOf: ({ id }) => id,
      nameOf: ({ title }) => title,
      columns: [
        {
          id: 'title',
          label: t('ownContracts.contract'),
          isLead: true,
          cell: ({ id, title, client }) =>
            html`<a class="quiet strong" href=${href(`/my/contracts/${id}`)}>${title}</a><div class="muted small">${client.name}</div>`,
        },
        { id: 'state', label: t('ownProposals.state'), isPlain: true, cell: ({ state }) => contractStatus(state) },
        { id: 'payment', label: t('terms.payment'), isEnd: true, cell: ({ payment }) => paymentWords(payment) },
        { id: 'starts', label: t('terms.starts'), cell: ({ startsOn }) => formatDate(startsOn) },
      ],
      footer: nextCursor
        ? html`<button class="button" type="button" @click=${() => void this.#loadMore(nextCursor)}>${t('list.more')}</button>`
        : undefined,
    });
  }

  async #loadMore(cursor: string): Promise<void> {
    this.more = [...this.more, await getOwnContracts(cursor)];
  }
}

define('portal-own-contracts-page', OwnContractsPage);
