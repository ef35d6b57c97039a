import { html, nothing, type TemplateResult } from 'lit';
import type { Approval, ApprovalStep } from '../../api/approvals.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { check, circleDashed, circleX, clock } from '../../icons/icons.generated.ts';
import { t, wordsFor } from '../../strings/strings.ts';

/** Who was asked, who said what, and who comes next. */
export function approvalSteps(approval: Approval): TemplateResult | typeof nothing {
  const { steps, rule, state } = approval;
  if (steps.length === 0) return nothing;
  return html`<section class="card">
    <header><div><h2>${t('approvalStep.title')}</h2>
      <p class="muted small">${rule.name ? t('approvalStep.rule', { name: rule.name }) : nothing}${rule.name && rule.policyVersion ? ', ' : nothing}${rule.policyVersion ? t('approvalStep.version', { version: rule.policyVersion }) : nothing}</p></div></header>
    <ol class="approval-steps">${steps.map((step) => stepLine(step, state === 'stalled'))}</ol>
  </section>`;
}

const shapes = {
  waiting: circleDashed,
  asked: clock,
  approved: check,
  rejected: circleX,
  changesRequested: circleX,
  skipped: circleDashed,
};

function stepLine(step: ApprovalStep, isStalled: boolean): TemplateResult {
  const isOpen = step.state === 'asked' || step.state === 'waiting';
  return html`<li class=${step.state}>
    ${icon(shapes[step.state])}
    <div>
      <p><strong>${t('approvalStep.step', { step: step.step })}</strong> <span class="muted">${wordsFor('approvalStep', step.state)} ${step.state === 'asked' && step.missing > 1 ? html`· ${t('approvalStep.missing', { n: step.missing })}` : nothing}</span></p>
      ${step.decisions.map(
        (
          one,
        ) => html`<p>${wordsFor('approvalStep', one.decision)} ${t('timeline.by', { name: one.for ? t('approvalStep.byFor', { name: one.by.name, for: one.for.name }) : one.by.name })} <span class="muted small">${timeAgo(one.at)}</span></p>
          ${one.reason ? html`<p class="reason">${one.reason}</p>` : nothing}`,
      )}
      ${isOpen ? html`<p>${people(step)}</p>` : nothing}
      ${isOpen ? html`<p class="muted small">${wordsFor('approvalStep', step.needs)} ${escalation(step)}</p>` : nothing}
      ${step.state === 'asked' && isStalled ? html`<p class="danger-text">${t('approvalStep.nobody')}</p>` : nothing}
    </div>
  </li>`;
}

function escalation({ escalatedAt, escalatesAt }: ApprovalStep): TemplateResult | typeof nothing {
  if (escalatedAt) return html`· ${t('approvalStep.escalated')} ${timeAgo(escalatedAt)}`;
  return escalatesAt ? html`· ${t('approvalStep.escalates')} ${timeAgo(escalatesAt)}` : nothing;
}

function people({ people }: ApprovalStep): string {
  const names = people.map(({ name, delegates }) =>
    delegates.length === 0
      ? name
      : t('approvalStep.standsIn', { name, others: delegates.map((one) => one.name).join(', ') }),
  );
  return names.join(', ') || '–';
}
