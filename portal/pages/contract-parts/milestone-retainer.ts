import { retainerCan } from '@portico/api/work/retainers/retainer.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { acceptRetainer, declineRetainer, type Retainer, resumeRetainer, stopRetainer } from '../../api/milestones.ts';
import { type Action, actionButton } from '../../elements/action-button.ts';
import { confirmThen } from '../../elements/dialog.ts';
import { money } from '../../elements/money-field.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { notice } from '../../elements/states.ts';
import { timeAgo } from '../../elements/time.ts';
import { check, circlePlay, triangleAlert, x } from '../../icons/icons.generated.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { onceKeys } from './milestone-money.ts';
import { periodStatus, refusalWords, retainerStatus, retainerSum } from './milestone-words.ts';

type Side = 'client' | 'freelancer';

/** One retainer with its periods. @param may whether this person decides for the side */
export function retainerCard(retainer: Retainer, side: Side, may: boolean, changed: () => void): TemplateResult {
  const { state, note, nextPeriodAt, pauseReason, periods } = retainer;
  const [before = '', after = ''] = t('retainers.next', { when: '\u0000' }).split('\u0000');
  return html`<li class="stack close">
    <div class="meta">
      <strong>${retainerSum(retainer)}</strong>${retainerStatus(state)}
      ${nextPeriodAt && state === 'active' ? html`<span>${before}${timeAgo(nextPeriodAt)}${after}</span>` : nothing}
    </div>
    ${note ? html`<p class="prose">${note}</p>` : nothing}
    ${pauseReason ? notice('warning', triangleAlert, t('retainers.paused', { reason: refusalWords(pauseReason) })) : nothing}
    ${
      periods.length === 0
        ? nothing
        : html`<ul class="paid-lines">
            ${periods.slice(0, 6).map(
              ({ startsAt, endsAt, amount, state: periodState }) => html`<li>
                <span class="grow">${t('retainers.period', { from: formatDate(startsAt), to: formatDate(endsAt) })}</span>${periodStatus(periodState)}${money(amount)}
              </li>`,
            )}
          </ul>`
    }
    ${may ? html`<div class="actions">${actionsOf(retainer, side, changed).map((action) => actionButton(action, 'small'))}</div>` : nothing}
  </li>`;
}

function actionsOf(retainer: Retainer, side: Side, changed: () => void): Action[] {
  const isProposed = retainer.state === 'proposed';
  const stop: Action = {
    label: isProposed ? t('retainers.withdraw') : t('retainers.stop'),
    shape: x,
    run: () => askStop(retainer, side, changed),
  };
  if (side === 'client') {
    const resume: Action = { label: t('retainers.resume'), shape: circlePlay, run: () => askResume(retainer, changed) };
    const isStoppable = isProposed || retainerCan.stop(retainer);
    return [...(retainerCan.resume(retainer) ? [resume] : []), ...(isStoppable ? [stop] : [])];
  }
  if (!isProposed) return retainerCan.stop(retainer) ? [stop] : [];
  return [
    { label: t('retainers.accept'), shape: check, kind: 'primary', run: () => askAccept(retainer, changed) },
    { label: t('retainers.decline'), shape: x, run: () => askDecline(retainer, changed) },
  ];
}

function askResume(retainer: Retainer, changed: () => void): void {
  const key = crypto.randomUUID();
  const amount = retainerSum(retainer);
  const question = {
    title: t('retainers.resumeTitle', { amount }),
    text: t('retainers.resumeText'),
    confirm: t('retainers.resumeNow'),
  };
  confirmThen(question, async () => {
    await resumeRetainer(retainer.id, key);
    toast(t('retainers.resumed'));
    changed();
  });
}

function askAccept(retainer: Retainer, changed: () => void): void {
  const key = crypto.randomUUID();
  const amount = retainerSum(retainer);
  const question = {
    title: t('retainers.acceptTitle', { amount }),
    text: t('retainers.acceptText'),
    confirm: t('retainers.acceptNow'),
  };
  confirmThen(question, async () => {
    await acceptRetainer(retainer.id, key);
    toast(t('retainers.accepted'));
    changed();
  });
}

function askDecline(retainer: Retainer, changed: () => void): void {
  const keyFor = onceKeys();
  const question = {
    title: t('retainers.declineTitle', { amount: retainerSum(retainer) }),
    text: t('retainers.declineText'),
    confirm: t('retainers.decline'),
    isRequired: true,
  };
  askReason(question, async ({ words }) => {
    await declineRetainer(retainer.id, words, keyFor(words));
    toast(t('retainers.declined'));
    changed();
  });
}

function askStop(retainer: Retainer, side: Side, changed: () => void): void {
  const keyFor = onceKeys();
  const question = {
    title: t('retainers.stopTitle', { amount: retainerSum(retainer) }),
    text: t('retainers.stopText'),
    confirm: retainer.state === 'proposed' ? t('retainers.withdraw') : t('retainers.stop'),
    isRequired: true,
    isDangerous: true,
  };
  askReason(question, async ({ words }) => {
    await stopRetainer(retainer.id, side, words, keyFor(words));
    toast(t('retainers.stopped'));
    changed();
  });
}
