import { html, nothing, type TemplateResult } from 'lit';
import {
  type BankDisputeCase,
  liftHold,
  type MoneyHold,
  type ProcessorEventShape,
  retryEvent,
} from '../../api/payouts.ts';
import { problemWords } from '../../api/problem.ts';
import { money } from '../../elements/money-field.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { timeAgo } from '../../elements/time.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

export const holdCase = ({ id, freelancer, reason, placedAt }: MoneyHold, changed: () => void): TemplateResult =>
  html`<div class="card">
    <header><h2>${freelancer.name}</h2><span class="muted small">${timeAgo(placedAt)}</span></header>
    <div class="pad stack close">
      <p>${t('desk.reason')}: ${reason}</p>
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

export const eventCase = (event: ProcessorEventShape, changed: () => void): TemplateResult =>
  html`<div class="card">
    <header><h2>${event.kind}</h2><span class="muted small">${timeAgo(event.receivedAt)}</span></header>
    <div class="pad stack close">
      <p>${event.processor}: <code>${event.object.id}</code>${event.reason ? html`, ${event.reason}` : nothing}</p>
      <p class="muted small"><code>${event.externalId}</code></p>
      <div class="actions">
        <button class="button primary" type="button" @click=${() => void retry(event.id, changed)}>${t('desk.retry')}</button>
      </div>
    </div>
  </div>`;

async function retry(id: string, changed: () => void): Promise<void> {
  try {
    await retryEvent(id);
    toast(t('desk.retried'));
    changed();
  } catch (problem) {
    toast(problemWords(problem));
  }
}

export const disputeCase = ({
  payment,
  amount,
  reason,
  tenant,
  evidenceDueAt,
  lossIfLost,
}: BankDisputeCase): TemplateResult =>
  html`<div class="card">
    <header><h2>${payment.description}</h2>${money(amount)}</header>
    <div class="pad stack close">
      <p>${tenant ? html`${tenant.name}, ` : nothing}${payment.method}: ${reason}</p>
      ${evidenceDueAt ? html`<p>${t('desk.dueBy', { date: formatDate(evidenceDueAt) })}</p>` : nothing}
      <p>${t('desk.loss')}: ${money(lossIfLost)}</p>
    </div>
  </div>`;
