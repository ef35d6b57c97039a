import { html, nothing, type TemplateResult } from 'lit';
import type { Deliverable, Milestone } from '../../api/milestones.ts';
import { type Action, actionButton, actionItem } from '../../elements/action-button.ts';
import { fileList } from '../../elements/file-list.ts';
import { money } from '../../elements/money-field.ts';
import { popoverMenu } from '../../elements/popover-menu.ts';
import { richText } from '../../elements/rich-text.ts';
import { notice } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { hourglass, info, triangleAlert } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { formatDate, formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { milestoneStatus, refusalWords } from './milestone-words.ts';

export type CardActions = { main: readonly Action[]; more: readonly Action[] };

/** One milestone for either side: where it stands, what it waits for, what was handed in. */
export function milestoneCard(
  milestone: Milestone,
  side: 'client' | 'freelancer',
  actions: CardActions,
): TemplateResult {
  const { id, description, amount, state, remainderOf, deliverables } = milestone;
  return html`<li class="card pad milestone" data-milestone=${id}>
    <div class="head">
      <h2>${description}${remainderOf ? html` <span class="muted small">(${t('milestone.remainder')})</span>` : nothing}</h2>
      ${milestoneStatus(state)} ${money(amount)}
    </div>
    <div class="meta">${facts(milestone, side)}</div>
    ${waits(milestone, side)} ${handedIn(deliverables)}
    ${
      actions.main.length + actions.more.length === 0
        ? nothing
        : html`<div class="actions">
            ${actions.main.map((action) => actionButton(action))}
            ${
              actions.more.length === 0
                ? nothing
                : popoverMenu(
                    `more-${id}`,
                    t('milestone.more'),
                    html`${actions.more.map((action) => actionItem(action))}`,
                  )
            }
          </div>`
    }
  </li>`;
}

function facts(
  { dueOn, escrow, autoReleaseAt, refundRequest, releasedAt, earning, state }: Milestone,
  side: 'client' | 'freelancer',
): TemplateResult {
  const words = side === 'client' ? 'milestone.theyGot' : 'milestone.youGot';
  return html`${dueOn ? html`<span>${t('milestone.due', { date: formatDate(dueOn) })}</span>` : nothing}
    ${escrow.amountMinor > 0 ? html`<span>${t('milestone.escrow', { amount: formatMoney(escrow) })}</span>` : nothing}
    ${autoReleaseAt ? when('milestone.autoRelease', autoReleaseAt) : nothing}
    ${state === 'refundRequested' && refundRequest?.answerBy ? when('milestone.answerBy', refundRequest.answerBy) : nothing}
    ${releasedAt ? when('milestone.releasedOn', releasedAt) : nothing}
    ${
      earning
        ? html`<span>${t(words, { net: formatMoney(earning.net), fee: formatMoney(earning.fee) })}</span>
            ${earning.availableAt && side === 'freelancer' ? when(earning.state === 'pending' ? 'milestone.availableOn' : 'milestone.availableSince', earning.availableAt) : nothing}
            ${earning.refunded.amountMinor > 0 ? html`<span>${t('milestone.givenBack', { amount: formatMoney(earning.refunded) })}</span>` : nothing}`
        : nothing
    }`;
}

type WhenKey =
  | 'milestone.autoRelease'
  | 'milestone.answerBy'
  | 'milestone.releasedOn'
  | 'milestone.availableOn'
  | 'milestone.availableSince';

/** The sentence with its instant in it, exact on hover and focus. */
function when(key: WhenKey, iso: string): TemplateResult {
  const [before = '', after = ''] = t(key, { when: '\u0000' }).split('\u0000');
  return html`<span>${before}${timeAgo(iso)}${after}</span>`;
}

function waits(milestone: Milestone, side: 'client' | 'freelancer'): TemplateResult | typeof nothing {
  const { state, payment, fundingRefusal, releaseRefusal, releasing, refundRequest, changeReason } = milestone;
  const isClient = side === 'client';
  if (payment?.state === 'actionNeeded')
    return notice(
      'warning',
      triangleAlert,
      html`${t('milestone.actionNeeded')}
        <a class="button small" href=${href(`/billing/payments/${payment.id}`)}>${t('milestone.confirmPayment')}</a>`,
    );
  if (releasing) return notice('info', hourglass, t('milestone.releasing', { amount: formatMoney(releasing) }));
  if (state === 'funding' && isClient) return notice('info', hourglass, t('milestone.fundingWaits'));
  if (milestone.fundingApprovalId && isClient) return awaitsApproval(milestone.fundingApprovalId);
  if (state === 'planned' && fundingRefusal)
    return notice('danger', triangleAlert, t('milestone.declined', { reason: refusalWords(fundingRefusal) }));
  if (state === 'submitted' && releaseRefusal)
    return notice('danger', triangleAlert, t('milestone.releaseDeclined', { reason: refusalWords(releaseRefusal) }));
  if (state === 'funded' && changeReason)
    return notice(
      'warning',
      info,
      html`<p class="prose">${t('milestone.changesWanted', { reason: changeReason })}</p>`,
    );
  if (state === 'refundRequested' && refundRequest) {
    const words = { amount: formatMoney(refundRequest.amount), reason: refundRequest.reason };
    return notice(
      'warning',
      triangleAlert,
      html`<p class="prose">${isClient ? t('milestone.refundAskedBy', words) : t('milestone.refundAsked', words)}</p>`,
    );
  }
  if (state !== 'disputed') return nothing;
  if (milestone.isBankDispute) return notice('danger', triangleAlert, t('milestone.frozenByBank'));
  const answer = refundRequest?.answer;
  return notice(
    'danger',
    triangleAlert,
    answer ? html`<p class="prose">${t('milestone.refundRefused', { reason: answer })}</p>` : t('milestone.disputed'),
  );
}

function awaitsApproval(approvalId: string): TemplateResult {
  const link = html`<a href=${href(`/approvals/${approvalId}`)}>${t('jobPost.showApproval')}</a>`;
  return notice('info', hourglass, html`<p>${t('fundingApproval.waits')} ${link}</p>`);
}

/** The newest version open, older ones behind it. */
function handedIn(deliverables: readonly Deliverable[]): TemplateResult | typeof nothing {
  const [newest, ...older] = deliverables;
  if (!newest) return nothing;
  return html`<section class="stack close">
    <h3>${t('milestone.work')}</h3>
    <ul class="versions"><li>${version(newest)}</li></ul>
    ${
      older.length === 0
        ? nothing
        : html`<details>
            <summary>${t('milestone.olderVersions', { n: older.length })}</summary>
            <ul class="versions">${older.map((one) => html`<li>${version(one)}</li>`)}</ul>
          </details>`
    }
  </section>`;
}

function version({ version: number, note, links, files, submittedBy, submittedAt, answer, answerReason }: Deliverable) {
  const kind = answer === 'accepted' ? 'success' : answer === 'waiting' ? 'warning' : 'neutral';
  return html`<div class="meta">
      <strong>${t('milestone.version', { version: number })}</strong>${tag(kind, wordsFor('deliverableAnswer', answer) ?? answer)}
      <span>${submittedBy}, ${timeAgo(submittedAt)}</span>
    </div>
    ${richText(note.content)} ${fileList(files)}
    ${links.length === 0 ? nothing : html`<ul class="links">${links.map((link) => html`<li><a href=${link} target="_blank" rel="noopener noreferrer nofollow">${link}</a></li>`)}</ul>`}
    ${answerReason ? html`<p class="muted prose">${t('milestone.changesWanted', { reason: answerReason })}</p>` : nothing}`;
}
