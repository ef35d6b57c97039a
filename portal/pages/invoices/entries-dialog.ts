import { Task } from '@lit/task';
import { html, type TemplateResult } from 'lit';
import type { LineEntries } from '../../api/invoices.ts';
import { openDialog } from '../../elements/dialog.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { timeAgo } from '../../elements/time.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { exact } from './figures.ts';

/** The ledger entries behind a figure. */
class EntriesDialog extends PortalElement {
  readonly #heading: string;
  readonly #task: Task<readonly [], LineEntries>;

  constructor(heading: string, read: () => Promise<LineEntries>) {
    super();
    this.#heading = heading;
    this.#task = new Task(this, { args: () => [] as const, task: () => read() });
  }

  protected override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog class="wide" aria-labelledby="entries-title" @close=${() => this.remove()}>
      <form method="dialog">
        <h2 id="entries-title">${this.#heading}</h2>
        <p class="muted">${t('entries.lead')}</p>
        ${this.#task.render({
          pending: () => loading(3),
          error: (problem) => failed(problem, () => void this.#task.run()),
          complete: (entries) => table(entries),
        })}
        <div class="actions"><button class="button primary">${t('shell.done')}</button></div>
      </form>
    </dialog>`;
  }
}

const table = ({ items, total }: LineEntries): TemplateResult =>
  html`<table class="table">
    <thead>
      <tr>
        <th scope="col">${t('entries.account')}</th>
        <th scope="col">${t('entries.when')}</th>
        <th scope="col" class="end">${t('transactions.amount')}</th>
      </tr>
    </thead>
    <tbody>
      ${items.map(
        ({ account, amount, occurredAt, transferId }) => html`<tr>
          <td>${wordsFor('account', account) ?? account}<div class="muted small"><code>${transferId}</code></div></td>
          <td class="muted">${timeAgo(occurredAt)}</td>
          <td class="end">${exact(amount)}</td>
        </tr>`,
      )}
    </tbody>
    <tfoot>
      <tr><th scope="row" colspan="2">${t('entries.sum')}</th><td class="end"><strong>${exact(total)}</strong></td></tr>
    </tfoot>
  </table>`;

define('portal-entries-dialog', EntriesDialog);

export const openEntries = (heading: string, read: () => Promise<LineEntries>): void => {
  openDialog(new EntriesDialog(heading, read));
};
