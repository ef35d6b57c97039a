import { html, nothing, type TemplateResult } from 'lit';
import type { ContractStatus } from '../../api/contract-status.ts';
import { exactMoney, money } from '../../elements/money-field.ts';
import { milestoneStatus, timesheetStatus } from '../../elements/status.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { circleCheck, clock, hourglass, paperclip } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { formatDate, formatMoney } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { dueWords, partOf, roomPath, stepWords, whoWords } from './step-words.ts';

/** What waits, and how the work stands. */
export function overviewPart(status: ContractStatus): TemplateResult {
  const { kind } = status;
  return html`<div class="stack">
    ${waiting(status)} ${kind === 'fixed' ? milestones(status) : weeks(status)} ${deliverables(status)}
  </div>`;
}

const waiting = ({ id, side, steps, other }: ContractStatus) =>
  html`<section class="card">
    <header><h2>${t('room.allSteps')}</h2></header>
    ${
      steps.length === 0
        ? html`<p class="pad row muted">${icon(circleCheck)}${t('room.nothingWaits')}</p>`
        : html`<ol class="rows">
            ${steps.map(
              (step) => html`<li>
                ${icon(step.who === 'nobody' ? hourglass : clock)}
                <div class="grow">
                  <a class=${step.who === side ? 'quiet strong' : 'quiet'} href=${href(roomPath(side, id, partOf(step)))}>${stepWords(step)}</a>
                  <div class="muted small">${whoWords(step, side, other.name)}</div>
                </div>
                ${dueWords(step)}
              </li>`,
            )}
          </ol>`
    }
  </section>`;

const milestones = ({ id, side, milestones: rows }: ContractStatus) => {
  const hasDue = rows.some(({ dueOn }) => dueOn);
  return html`<section class="card">
    <header><h2>${t('room.milestones')}</h2><a href=${href(roomPath(side, id, 'milestones'))}>${t('room.openMilestones')}</a></header>
    ${
      rows.length === 0
        ? html`<p class="pad muted">${t('room.noMilestones')}</p>`
        : html`<table class="table cards" aria-label=${t('room.milestones')}>
            <thead>
              <tr>
                <th scope="col">${t('room.milestone')}</th><th scope="col">${t('room.state')}</th>
                ${hasDue ? html`<th scope="col">${t('room.dueOn')}</th>` : nothing}<th scope="col" class="end">${t('room.amount')}</th>
              </tr>
            </thead>
            <tbody>
              ${rows.map(
                ({ description, state, dueOn, amount }) => html`<tr>
                  <td class="strong">${description}</td>
                  <td>${milestoneStatus(state)}</td>
                  ${hasDue ? html`<td data-label=${t('room.dueOn')}>${dueOn ? formatDate(dueOn) : '–'}</td>` : nothing}
                  <td class="end" data-label=${t('room.amount')}>${exactMoney(amount)}</td>
                </tr>`,
              )}
            </tbody>
          </table>`
    }
  </section>`;
};

type Week = NonNullable<ContractStatus['week']>;

const weeks = ({ id, side, week, reviewWeeks }: ContractStatus) =>
  html`<section class="card">
    <header><h2>${t('room.thisWeek')}</h2><a href=${href(roomPath(side, id, 'time'))}>${t('room.openTime')}</a></header>
    ${week ? html`<div class="pad stack tight">${hoursOf(week)}</div>` : nothing}
    ${
      reviewWeeks.length > 0
        ? html`<ul class="rows">
            ${reviewWeeks.map(
              (one) => html`<li>
                <div class="grow">
                  <span class="strong">${t('room.weekOf', { date: formatDate(one.startsOn) })}</span>
                  <div class="muted small">${hours(one.billableMinutes)} · ${formatMoney(one.amount)}</div>
                </div>
                ${timesheetStatus(one.state)}
              </li>`,
            )}
          </ul>`
        : nothing
    }
  </section>`;

function hoursOf({ trackedMinutes, billableMinutes, limitMinutes, amount }: Week): TemplateResult {
  const isOver = trackedMinutes > billableMinutes;
  return html`<p class="row">
      <strong class="number grow">${limitMinutes === null ? hours(trackedMinutes) : t('room.hoursOf', { hours: hours(trackedMinutes), limit: hours(limitMinutes) })}</strong>
      <span>${t('room.weekAmount')} ${money(amount)}</span>
    </p>
    ${limitMinutes === null ? html`<p class="muted small">${t('room.noLimit')}</p>` : html`<meter class="hours" min="0" max=${limitMinutes} value=${Math.min(trackedMinutes, limitMinutes)} aria-label=${t('room.thisWeek')}></meter>`}
    ${isOver ? html`<p class="muted small">${t('room.overLimit')}</p>` : nothing}`;
}

const hours = (minutes: number): string => t('room.h', { n: Math.round(minutes / 6) / 10 });

const deliverables = ({ deliverables: rows, milestones: all }: ContractStatus) =>
  rows.length === 0
    ? nothing
    : html`<section class="card">
        <header><h2>${t('room.deliverables')}</h2></header>
        <ul class="rows">
          ${rows.map(
            ({ milestoneId, version, note, files, submittedAt }) => html`<li>
              ${icon(paperclip)}
              <div class="grow">
                <span class="strong">${all.find(({ id }) => id === milestoneId)?.description ?? ''}</span>
                <div class="muted small">${t('room.version', { n: version })}${files > 0 ? ` · ${t('room.files', { n: files })}` : ''}</div>
                ${note ? html`<p class="small">${note}</p>` : nothing}
              </div>
              <span class="muted small">${timeAgo(submittedAt)}</span>
            </li>`,
          )}
        </ul>
      </section>`;
