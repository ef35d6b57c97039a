import type {
  ActionRight,
  StatusMilestone,
  ContractStatus as WholeContract,
} from '@portico/api/work/contract-status/schema.ts';
import { html, nothing } from 'lit-html';
import { formatDate, formatMoney, formatNumber } from '../../core/formats.ts';
import { icon } from '../../core/icon.ts';
import { fill, plural } from '../../core/locale.ts';
import { state } from '../list-view.ts';
import { instant, nextStep, ownAction } from '../next-step.ts';
import type { WidgetAction } from '../status-parts.ts';
import type { StatusView } from '../status-view.ts';
import { hours } from './hours.ts';
import type { LaterStrings } from './strings.ts';
import { timeline } from './timeline.ts';

const sums = ['funded', 'inEscrow', 'held', 'released', 'remaining', 'paid'] as const;
const ofContract: WidgetAction[] = ['bonus', 'pause', 'resume', 'end'];

/** One contract: where it stands, what is next, its money, its parts, what happened, what can be done. */
export function detail(view: StatusView, words: LaterStrings, contract: WholeContract) {
  const { strings } = view;
  const action = ownAction(view, contract);
  return html`<div class="stack">
    <div class="row spread head">
      <h2 tabindex="-1" class="large" dir="auto">${contract.title}</h2>
      <button class="plain" @click=${view.close}>${icon('close')}${strings.close}</button>
    </div>
    <p class="row">
      ${state(view, contract)} <span dir="auto">${[contract.other.name, contract.team].filter(Boolean).join(' · ')}</span>
    </p>
    ${contract.pauses.map(
      ({ kind, reason }) => html`<p class="muted" dir="auto">${words.pauses[kind]}${reason ? `: ${reason}` : ''}</p>`,
    )}
    <div class="row spread next">
      <div>${contract.steps.map((step) => nextStep(view, { ...contract, nextStep: step }))}</div>
      ${
        action
          ? html`<button class="primary" @click=${() => view.act(action, contract, contract.nextStep!.subject?.id)}>
              ${strings.actions[action]}
            </button>`
          : nothing
      }
    </div>
    ${money(view, words, contract)}
    <div class="row">
      ${ofContract
        .filter((each) => each !== (contract.state === 'paused' ? 'pause' : 'resume'))
        .map((each) => button(view, words, each, contract, contract.rights[each]))}
    </div>
    ${milestones(view, words, contract)} ${weeks(view, words, contract)}
    ${deliverables(view, words, contract)} ${timeline(view, words, contract)}
  </div>`;
}

const section = (title: string, content: unknown) =>
  html`<section class="stack part" aria-label=${title}>
    <h3>${title}</h3>
    ${content}
  </section>`;

function money({ language }: StatusView, words: LaterStrings, { money: all }: WholeContract) {
  return section(
    words.moneyTitle,
    html`<dl class="sums">
      ${sums.map((kind) => {
        const sum = all[kind];
        if (!sum || (kind === 'held' && !sum.amountMinor)) return nothing;
        return html`<div>
          <dt class="muted small">${words.money[kind]}</dt>
          <dd><b>${formatMoney(sum, language)}</b></dd>
        </div>`;
      })}
    </dl>`,
  );
}

function milestones(view: StatusView, words: LaterStrings, contract: WholeContract) {
  if (!contract.milestones.length) return nothing;
  return section(
    words.milestones,
    html`<ol class="rows">
      ${contract.milestones.map((milestone) => milestoneRow(view, words, contract, milestone))}
    </ol>`,
  );
}

function milestoneRow(view: StatusView, words: LaterStrings, contract: WholeContract, milestone: StatusMilestone) {
  const { language } = view;
  const { id, description, amount, dueOn, state: it, changeReason, rights } = milestone;
  const wanted: Partial<Record<typeof it, ('release' | 'requestChanges' | 'fund')[]>> = {
    planned: ['fund'],
    submitted: ['release', 'requestChanges'],
  };
  return html`<li>
    <p class="row spread"><span dir="auto">${description}</span> <b>${formatMoney(amount, language)}</b></p>
    <p class="muted small">
      <span class="state" data-milestone=${it}>${words.milestoneStates[it]}</span>
      ${dueOn ? ` · ${fill(words.due, { date: formatDate(dueOn, language) })}` : ''}
    </p>
    ${changeReason && it === 'funded' ? html`<p class="small" dir="auto">“${changeReason}”</p>` : nothing}
    ${
      wanted[it]
        ? html`<div class="row">${wanted[it].map((action) => button(view, words, action, contract, rights[action], id, description))}</div>`
        : nothing
    }
  </li>`;
}

/** One that cannot be pressed says why. */
function button(
  view: StatusView,
  words: LaterStrings,
  action: WidgetAction,
  contract: WholeContract,
  { reason }: ActionRight,
  subjectId = '',
  about = '',
) {
  const why = `why-${action}-${subjectId}`;
  return html`<span class="row">
    <button
      ?disabled=${reason !== null}
      aria-describedby=${reason ? why : nothing}
      @click=${() => view.act(action, contract, subjectId || undefined)}
    >
      ${view.strings.actions[action]}<span class="sr"> ${about}</span>
    </button>
    ${reason ? html`<span id=${why} class="muted small">${words.reasons[reason]}</span>` : nothing}
  </span>`;
}

function weeks(view: StatusView, words: LaterStrings, contract: WholeContract) {
  const { language } = view;
  const { week, reviewWeeks, rights } = contract;
  if (!week) return nothing;
  const { trackedMinutes, limitMinutes } = week;
  const tracked = hours(trackedMinutes, language);
  const words_ =
    limitMinutes === null ? tracked : fill(words.ofLimit, { hours: tracked, limit: hours(limitMinutes, language) });
  return html`${section(
    words.week,
    html`<p class="row spread"><span>${words_}</span> <b>${formatMoney(week.amount, language)}</b></p>
      ${limitMinutes ? html`<progress aria-label=${words.week} max=${limitMinutes} value=${Math.min(trackedMinutes, limitMinutes)}></progress>` : nothing}`,
  )}
  ${
    reviewWeeks.length
      ? section(
          words.weeks,
          html`<ul class="rows">
            ${reviewWeeks.map(
              (each) => html`<li>
                <p class="row spread">
                  <span>${fill(words.weekOf, { date: formatDate(each.startsOn, language) })} · ${hours(each.billableMinutes, language)}</span>
                  <b>${formatMoney(each.amount, language)}</b>
                </p>
                <p class="muted small">
                  ${words.weekStates[each.state]} ${each.dueAt ? `· ${fill(view.strings.until, { at: instant(each.dueAt, language) })}` : ''}
                </p>
                ${each.id && each.state === 'clientReview' ? button(view, words, 'reviewWeek', contract, rights.reviewWeek!, each.id, each.startsOn) : nothing}
              </li>`,
            )}
          </ul>`,
        )
      : nothing
  }`;
}

function deliverables({ language }: StatusView, words: LaterStrings, contract: WholeContract) {
  if (!contract.deliverables.length) return nothing;
  return section(
    words.deliverables,
    html`<ul class="rows">
      ${contract.deliverables.map(({ milestoneId, version, note, files, submittedAt, answer }) => {
        const of = contract.milestones.find(({ id }) => id === milestoneId);
        const facts = [
          fill(words.version, { n: formatNumber(version, language) }),
          files ? plural(language, words.files, files) : '',
          instant(submittedAt, language),
          words.answers[answer as keyof LaterStrings['answers']] ?? answer,
        ];
        return html`<li>
          <p dir="auto">${of?.description}</p>
          <p class="muted small">${facts.filter(Boolean).join(' · ')}</p>
          ${note ? html`<p class="small excerpt" dir="auto">${note}</p>` : nothing}
        </li>`;
      })}
    </ul>`,
  );
}
