import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { getFile } from '../../api/client.ts';
import { applyBankReport, getBatch, moveBatch, type WireBatchDetail } from '../../api/payouts.ts';
import { problemWords } from '../../api/problem.ts';
import { confirmThen } from '../../elements/dialog.ts';
import { money } from '../../elements/money-field.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { sandboxNote } from '../../elements/sandbox-note.ts';
import { failed, loading } from '../../elements/states.ts';
import { payoutStatus, wireBatchStatus } from '../../elements/status.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate, formatMoney } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import './payout-case.ts';

const reportMaxBytes = 900_000;

/** A file for the bank: download it, say that the bank has it, read what the bank answers. */
class BatchCase extends PortalElement {
  static override properties = { batchId: { attribute: false }, opened: { state: true } };
  declare batchId: string;
  /** The payout of it that is looked at: the bank answers for each. */
  declare opened: string | undefined;

  #load = new Task(this, { args: () => [this.batchId] as const, task: ([id], { signal }) => getBatch(id, signal) });

  protected override render(): TemplateResult {
    return html`${this.#load.render({
      pending: () => html`<div class="card">${loading()}</div>`,
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: (batch) => this.#case(batch),
    })}`;
  }

  #case(batch: WireBatchDetail): TemplateResult {
    const { messageId, state, day, controlSum, payouts } = batch;
    return html`<div class="card">
      <header><h2>${messageId}</h2>${wireBatchStatus(state)}</header>
      <div class="pad stack close">
        ${sandboxNote(payouts.some(({ method }) => method.isSandbox))}
        <p class="row apart"><span>${formatDate(day)}, pain.001.001.09</span><span>${t('desk.sum')}: <strong>${money(controlSum)}</strong></span></p>
        <div class="actions">
          <button class="button" type="button" @click=${() => void this.#download(batch)}>${t('desk.download')}</button>
          ${
            state === 'prepared'
              ? html`<button class="button primary" type="button" @click=${() => this.#move(batch, 'sending')}>${t('desk.send')}</button>
                <button class="button" type="button" @click=${() => this.#move(batch, 'discarding')}>${t('desk.discard')}</button>`
              : nothing
          }
        </div>
        ${
          state === 'sent' || state === 'done'
            ? html`<div class="row">
                <label class="button small">${t('desk.report')}<input class="visually-hidden" type="file" accept=".xml,application/xml" @change=${this.#read} /></label>
                <span class="muted small">${t('desk.reportHint')}</span>
              </div>`
            : nothing
        }
        <h3>${t('desk.payouts')}</h3>
        <ul class="rows">
          ${payouts.map(
            (payout) =>
              html`<li><div class="grow"><strong>${payout.freelancer.name}</strong><div class="muted small">${payout.method.label}</div></div>${payoutStatus(payout.state)} ${money(payout.net)}
                <button class="button small" type="button" aria-expanded=${payout.id === this.opened} aria-label=${`${t('desk.open')}: ${payout.freelancer.name}`} @click=${() => this.#open(payout.id)}>${t('desk.open')}</button></li>`,
          )}
        </ul>
      </div>
    </div>
    ${
      payouts.some(({ id }) => id === this.opened)
        ? html`<portal-payout-case class="after" .payoutId=${this.opened} @case-changed=${() => this.#changed()}></portal-payout-case>`
        : nothing
    }`;
  }

  #open(id: string): void {
    this.opened = this.opened === id ? undefined : id;
  }

  /** Through the API's client, which asks who it is first; a link could not. */
  async #download({ id, messageId }: WireBatchDetail): Promise<void> {
    try {
      const file = await getFile(`/v1/operator/wire-batches/${encodeURIComponent(id)}/file`);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = `${messageId}.xml`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href));
    } catch (problem) {
      toast(problemWords(problem));
    }
  }

  #move({ id, payoutCount, controlSum }: WireBatchDetail, move: 'sending' | 'discarding'): void {
    const question =
      move === 'sending'
        ? {
            title: t('desk.sendTitle'),
            text: t('desk.sendText', { n: payoutCount, sum: formatMoney(controlSum) }),
            confirm: t('desk.send'),
          }
        : {
            title: t('desk.discardTitle'),
            text: t('desk.discardText'),
            confirm: t('desk.discardNow'),
            isDangerous: true,
          };
    confirmThen(question, async () => {
      await moveBatch(id, move);
      toast(t(move === 'sending' ? 'desk.sentDone' : 'desk.discarded'));
      this.#changed();
    });
  }

  #read = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    // The same file may be chosen again, once it was corrected.
    input.value = '';
    if (!file) return;
    if (file.size > reportMaxBytes) return toast(t('desk.reportTooBig'));
    try {
      const { applied, skipped } = await applyBankReport(this.batchId, await file.text());
      toast(t('desk.reportDone', { n: applied, left: skipped.length }));
      this.#changed();
    } catch (problem) {
      toast(problemWords(problem));
    }
  };

  #changed(): void {
    void this.#load.run();
    this.dispatchEvent(new CustomEvent('case-changed'));
  }
}

define('portal-batch-case', BatchCase);
