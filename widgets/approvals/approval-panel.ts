import type { Approval, ApprovalStep } from '@portico/api/procurement/approvals/schema.ts';
import { html, nothing } from 'lit-html';
import { formatDate, formatMoney } from '../core/formats.ts';
import { icon } from '../core/icon.ts';
import { fill } from '../core/locale.ts';
import { askedWords, type InboxView, whyAsked } from './inbox-view.ts';

/** Everything it takes to decide, the money first, and the decision under it: one screen. */
export function approvalPanel(view: InboxView, approval: Approval) {
  const { strings, language } = view;
  const { title, amount, facts, state, reason, steps, outcome } = approval;
  return html`<div class="stack" aria-busy=${view.isBusy}>
    <div class="row spread head">
      <h2 tabindex="-1" dir="auto">${title}</h2>
      <button class="plain" @click=${view.close}>${icon('close')}${strings.close}</button>
    </div>
    ${amount ? html`<p class="amount">${formatMoney(amount, language)}</p>` : nothing}
    <p class="muted small">${askedWords(view, approval)}</p>
    <p>${whyAsked(view, approval)}</p>
    <dl>
      ${facts.map(
        ({ label, value }) =>
          html`<dt>${strings.facts[label] ?? label}</dt>
            <dd dir="auto">${typeof value === 'string' ? (strings.values[value] ?? value) : formatMoney(value, language)}</dd>`,
      )}
    </dl>
    ${
      steps.length > 1 || steps.some(({ decisions }) => decisions.length)
        ? html`<section class="stack part" aria-label=${strings.steps}>
            <h3>${strings.steps}</h3>
            <ol>
              ${steps.map((step) => html`<li>${stepWords(view, step)}</li>`)}
            </ol>
          </section>`
        : nothing
    }
    ${state === 'requested' ? nothing : html`<p><b>${strings.states[state]}</b>${reason ? html` <span dir="auto">“${reason}”</span>` : nothing}</p>`}
    ${outcome?.state === 'failed' ? html`<p class="wrong">${outcome.reason}</p>` : nothing}
    ${
      view.refusal
        ? html`<p class="wrong" role="alert">${(view.refusal.code === 'conflict' && view.refusal.problem.detail) || strings.errors[view.refusal.code]}</p>`
        : nothing
    }
    ${decision(view, approval)}
  </div>`;
}

function stepWords({ strings, language }: InboxView, { step, state, needs, people, decisions }: ApprovalStep) {
  const names = people.map(({ name, delegates }) =>
    delegates.length
      ? `${name} (${fill(strings.standsFor, { name: delegates.map((each) => each.name).join(', ') })})`
      : name,
  );
  return html`<b>${fill(strings.step, { n: String(step) })}</b> ${strings.stepStates[state]}
    <p class="muted small">
      ${
        decisions.length
          ? decisions.map(
              ({ by, at, reason, ...made }) =>
                html`<span dir="auto"
                  >${by.name}${made.for ? ` (${fill(strings.standsFor, { name: made.for.name })})` : ''},
                  ${strings.stepStates[made.decision]}, ${formatDate(at, language)}${reason ? ` “${reason}”` : ''}</span
                > `,
            )
          : fill(needs === 'any' ? strings.anyOf : strings.allOf, { names: names.join(', ') })
      }
    </p>`;
}

function decision(view: InboxView, approval: Approval) {
  const { strings, wanting, isBusy } = view;
  const { mayDecide, whyNot, needsElevation, endsIt, expiresAt } = approval;
  if (!mayDecide || !view.mayDecide)
    return whyNot && whyNot !== 'decided' ? html`<p class="muted small">${strings.whyNot[whyNot]}</p>` : nothing;
  if (wanting) {
    const send = (event: Event) => {
      event.preventDefault();
      if (view.reason.trim()) view.decide(approval, wanting);
    };
    return html`<form class="stack" novalidate @submit=${send}>
      <label
        >${strings.reason[wanting]}
        <textarea
          class="field"
          rows="3"
          dir="auto"
          aria-required="true"
          .value=${view.reason}
          @input=${({ target }: Event) => view.write((target as HTMLTextAreaElement).value)}
        ></textarea>
      </label>
      <button class="primary" ?disabled=${isBusy || !view.reason.trim()}>${strings.decisions[wanting]}</button>
    </form>`;
  }
  return html`<p class="muted small">
      ${fill(strings.until, { at: formatDate(expiresAt, view.language) })} ${needsElevation && endsIt ? strings.money : ''}
    </p>
    <div class="row decide">
      <button class="primary" ?disabled=${isBusy} @click=${() => view.decide(approval, 'approve')}>
        ${strings.decisions.approve}
      </button>
      ${(['requestChanges', 'reject'] as const).map(
        (each) => html`<button ?disabled=${isBusy} @click=${() => view.want(each)}>${strings.decisions[each]}</button>`,
      )}
    </div>`;
}
