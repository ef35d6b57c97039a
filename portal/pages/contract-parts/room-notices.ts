import { html, nothing, type TemplateResult } from 'lit';
import type { ContractStatus } from '../../api/contract-status.ts';
import { notice } from '../../elements/states.ts';
import { circlePause, hourglass, info } from '../../icons/icons.generated.ts';
import { formatDate } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

/** Why work rests or ends, and what that waits for. */
export function roomNotices(status: ContractStatus): TemplateResult | typeof nothing {
  const { pauses, ended, openMoney, state, feedbackUntil, other, side } = status;
  const notices = pauses.map((pause) => notice('warning', circlePause, html`<p>${pauseWords(pause)}</p>`));
  if (ended) {
    const name = ended.by === side ? t('room.you') : other.name;
    const reason = wordsFor('endReason', ended.reason) ?? ended.reason;
    notices.push(
      notice(
        state === 'ending' ? 'warning' : 'info',
        state === 'ending' ? hourglass : info,
        html`<p>${t('room.endedBy', { name, reason })}</p>
          ${ended.note ? html`<p class="prose">${ended.note}</p>` : nothing}
          ${openMoney.length > 0 ? html`<p>${t('room.openMoney', { what: openMoney.map((code) => wordsFor('openMoney', code) ?? code).join(', ') })}</p>` : nothing}
          ${state === 'feedbackOpen' && feedbackUntil ? html`<p>${t('room.feedback', { date: formatDate(feedbackUntil) })}</p>` : nothing}`,
      ),
    );
  }
  return notices.length > 0 ? html`<div class="page-notice stack tight">${notices}</div>` : nothing;
}

function pauseWords({ kind, reason }: ContractStatus['pauses'][number]): string {
  switch (kind) {
    case 'client':
      return t('room.pausedClient', { reason: reason ?? '–' });
    case 'idle':
      return t('room.pausedIdle');
    case 'hold':
      return t('room.pausedHold', { reason: reason ?? '–' });
    case 'dispute':
      return t('room.pausedDispute');
    case 'onboarding':
      return t('room.pausedOnboarding');
    case 'payment':
      return t('room.pausedPayment');
  }
}
