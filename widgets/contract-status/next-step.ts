import type { ContractStatusItem } from '@portico/api/work/contract-status/schema.ts';
import { html, nothing } from 'lit-html';
import { formatDate } from '../core/formats.ts';
import { fill } from '../core/locale.ts';
import type { WidgetAction } from './status-parts.ts';
import type { StatusView } from './status-view.ts';

type Words = Pick<StatusView, 'strings' | 'language'>;

/** Who must do what, until when. */
export function nextStep({ strings, language }: Words, { nextStep: step, other }: ContractStatusItem) {
  if (!step) return nothing;
  const { who, what, subject, dueAt } = step;
  const name = subject?.kind === 'timesheet' ? formatDate(subject.name, language) : (subject?.name ?? '');
  const names = { client: strings.you, freelancer: other.name, nobody: '' };
  return html`<p dir="auto">
    ${names[who] && html`<b>${names[who]}:</b>`} ${fill(strings.steps[what], { name })}
    ${dueAt ? html`<time class="muted" datetime=${dueAt}>· ${fill(strings.until, { at: instant(dueAt, language) })}</time>` : nothing}
  </p>`;
}

/** What the person here can do about it, if it is their turn and their right. */
export function ownAction(view: StatusView, { nextStep: step }: ContractStatusItem): WidgetAction | undefined {
  // Who pays confirms it where their card is, which is not here.
  const action = step?.who === 'client' && step.what !== 'confirmPayment' ? step.action : null;
  return action && action in view.strings.actions && view.may(action as WidgetAction)
    ? (action as WidgetAction)
    : undefined;
}

/** Instants are told in the person's own zone. */
export const instant = (iso: string, language: string) =>
  formatDate(iso, language, { timeZone: undefined, timeStyle: 'short' });
