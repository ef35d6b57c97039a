import { Task } from '@lit/task';
import { html, type TemplateResult } from 'lit';
import { getOwnContracts, type OwnContracts } from '../../api/own-work.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { t } from '../../strings/strings.ts';
import { contractsList } from '../contracts/contracts-list.ts';

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
          error: (problem) => html`<div class="pad">${failed(problem, () => void this.#load.run())}</div>`,
          complete: (first) =>
            contractsList(
              [first, ...this.more],
              (id) => `/my/contracts/${id}`,
              (cursor) => void this.#loadMore(cursor),
            ),
        })}
      </div>`;
  }

  async #loadMore(cursor: string): Promise<void> {
    this.more = [...this.more, await getOwnContracts(cursor)];
  }
}

define('portal-own-contracts-page', OwnContractsPage);
