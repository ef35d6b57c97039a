import { html, nothing, type TemplateResult } from 'lit';
import {
  type BlockedPayoutMethod,
  clearMethod,
  closeEvent,
  liftHold,
  type MoneyHold,
  type ProcessorEventShape,
  retryEvent,
} from '../../api/payouts.ts';
import { problemWords } from '../../api/problem.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { sandboxNote } from '../../elements/sandbox-note.ts';
import { payoutMethodStatus } from '../../elements/status.ts';
import { timeAgo } from '../../elements/time.ts';
import { toast } from '../../shell/toasts.ts';
import { formatNumber } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

export const holdCase = (
  { id, subject, freelancer, reason, placedAt }: MoneyHold,
  changed: () => void,
): TemplateResult =>
  html`<div class="card">
    <header><h2>${freelancer.name}</h2><span class="muted small">${timeAgo(placedAt)}</span></header>
    <div class="pad stack close">
      <dl class="facts">
        <dt>${t('desk.stops')}</dt><dd>${t(subject.kind === 'payout' ? 'desk.stopsOne' : 'desk.stopsAll')}</dd>
        <dt>${t('desk.reason')}</dt><dd>${reason}</dd>
      </dl>
      <div class="actions">
        <button class="button primary" type="button" @click=${() => lift(id, changed)}>${t('desk.lift')}</button>
      </div>
    </div>
  </div>`;

function lift(id: string, changed: () => void): void {
  const question = { title: t('desk.liftTitle'), text: t('desk.liftText'), confirm: t('desk.lift'), isRequired: true };
  askReason({ ...question, maxlength: 500 }, async ({ words }) => {
    await liftHold(id, words);
    toast(t('desk.lifted'));
    changed();
  });
}

/** News that names nothing known here: looked at again, or closed with a reason. */
export const eventCase = (event: ProcessorEventShape, changed: () => void): TemplateResult =>
  html`<div class="card">
    <header><h2>${event.kind}</h2><span class="muted small">${timeAgo(event.receivedAt)}</span></header>
    <div class="pad stack close">
      ${sandboxNote(event.processor === 'sandbox')}
      <p>${t('desk.eventText')}</p>
      <dl class="facts">
        <dt>${t('desk.processor')}</dt><dd>${event.processor}</dd>
        <dt>${t('desk.names')}</dt><dd>${event.object.kind} <code>${event.object.id}</code></dd>
        <dt>${t('desk.eventId')}</dt><dd><code>${event.externalId}</code></dd>
        <dt>${t('desk.attempts')}</dt><dd>${formatNumber(event.attempts)}</dd>
        ${event.reason ? html`<dt>${t('desk.reason')}</dt><dd>${event.reason}</dd>` : nothing}
      </dl>
      <div class="actions">
        <button class="button primary" type="button" @click=${() => void retry(event.id, changed)}>${t('desk.retry')}</button>
        <button class="button" type="button" @click=${() => close(event.id, changed)}>${t('desk.close')}</button>
      </div>
    </div>
  </div>`;

async function retry(id: string, changed: () => void): Promise<void> {
  try {
    const { state } = await retryEvent(id);
    toast(t(state === 'unmatched' ? 'desk.retriedAgain' : 'desk.retried'));
    changed();
  } catch (problem) {
    toast(problemWords(problem));
  }
}

function close(id: string, changed: () => void): void {
  const question = { title: t('desk.closeTitle'), text: t('desk.closeText'), confirm: t('desk.close') };
  askReason({ ...question, isRequired: true, maxlength: 500 }, async ({ words }) => {
    await closeEvent(id, words);
    toast(t('desk.closed'));
    changed();
  });
}

/** In another name than its owner's: somebody decides whether it is the same person's. */
export const methodCase = (method: BlockedPayoutMethod, changed: () => void): TemplateResult => {
  const { freelancer, label, rail, currency, holderName, legalNames, blockReason, createdAt, isSandbox } = method;
  // The provider alone lifts what it restricted.
  const mayClear = blockReason !== 'account_restricted';
  return html`<div class="card">
    <header><h2>${freelancer.name}</h2>${payoutMethodStatus(method.state)}</header>
    <div class="pad stack close">
      ${sandboxNote(isSandbox)}
      <p>${wordsFor('deskBlock', blockReason ?? '') ?? nothing}</p>
      <dl class="facts">
        <dt>${t('payoutMethods.rail')}</dt><dd>${wordsFor('payoutRail', rail)}, ${currency}, ${label}</dd>
        <dt>${t('payoutMethods.holder')}</dt><dd>${holderName || t('desk.unknownName')}</dd>
        <dt>${t('desk.legalNames')}</dt><dd>${legalNames.join(', ')}</dd>
        <dt>${t('desk.added')}</dt><dd>${timeAgo(createdAt)}</dd>
      </dl>
      ${
        mayClear
          ? html`<div class="actions">
              <button class="button primary" type="button" @click=${() => clear(method, changed)}>${t('desk.clear')}</button>
            </div>`
          : nothing
      }
    </div>
  </div>`;
};

function clear({ id, holderName, freelancer }: BlockedPayoutMethod, changed: () => void): void {
  const text = t('desk.clearText', { holder: holderName, name: freelancer.name });
  askReason(
    { title: t('desk.clearTitle'), text, confirm: t('desk.clear'), isRequired: true, maxlength: 500 },
    async ({ words }) => {
      await clearMethod(id, words);
      toast(t('desk.cleared'));
      changed();
    },
  );
}
