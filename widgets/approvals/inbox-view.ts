import type { Approval } from '@portico/api/procurement/approvals/schema.ts';
import { html, nothing } from 'lit-html';
import { errorNotice } from '../core/error-notice.ts';
import { formatDate, formatMoney, formatNumber } from '../core/formats.ts';
import type { HireError } from '../core/hire-error.ts';
import { fill, plural } from '../core/locale.ts';
import type { ApprovalsStrings, ApprovalView, Decision } from './strings.ts';

export type ApprovalPage = { items: Approval[]; nextCursor: string | null; waitingForMe: number };

/** What the parts of the widget see of it. */
export type InboxView = {
  readonly strings: ApprovalsStrings;
  readonly language: string;
  readonly page: ApprovalPage | undefined;
  readonly show: ApprovalView;
  readonly approvalId: string | undefined;
  readonly isBusy: boolean;
  readonly said: string;
  readonly failure: { error: HireError; retry: () => void } | undefined;
  readonly mayDecide: boolean;
  readonly wanting: Exclude<Decision, 'approve'> | undefined;
  readonly reason: string;
  readonly refusal: HireError | undefined;
  look(show: ApprovalView): void;
  more(): void;
  open(approval: Approval): void;
  close(): void;
  want(decision: Exclude<Decision, 'approve'>): void;
  write(reason: string): void;
  decide(approval: Approval, decision: Decision): void;
};

export function inboxView(view: InboxView, panel: unknown) {
  const { strings, page, language, failure, show } = view;
  return html`<div class="row" role="group" aria-label=${strings.label} part="bar">
      ${(Object.keys(strings.views) as ApprovalView[]).map(
        (each) => html`<button aria-pressed=${each === show} @click=${() => view.look(each)}>
          ${strings.views[each]}
          <span class="muted small">${page && each === 'waitingForMe' ? formatNumber(page.waitingForMe, language) : ''}</span>
        </button>`,
      )}
    </div>
    <p class="muted small" role="status">
      ${view.said || (page ? plural(language, strings.found, page.items.length) : '')}
    </p>
    ${failure ? failureView(view) : nothing}
    <div class=${panel === nothing ? 'board' : 'board split'} aria-busy=${view.isBusy}>
      ${list(view)} ${panel === nothing ? nothing : html`<aside class="card" part="approval">${panel}</aside>`}
    </div>`;
}

function list(view: InboxView) {
  const { page, strings, failure, show } = view;
  if (!page) return failure ? nothing : skeleton();
  if (!page.items.length) return html`<slot name="empty"><p class="notice muted">${strings.none[show]}</p></slot>`;
  return html`<div class="list">
    <ul class="card" part="list">
      ${page.items.map((approval) => row(view, approval))}
    </ul>
    ${page.nextCursor ? html`<button @click=${view.more}>${strings.more}</button>` : nothing}
  </div>`;
}

function row(view: InboxView, approval: Approval) {
  const { language, strings } = view;
  const { id, title, amount, state } = approval;
  return html`<li class="item" part="item" data-id=${id} aria-current=${id === view.approvalId || nothing}>
    <div class="row spread">
      <h2 dir="auto"><button class="link large name" @click=${() => view.open(approval)}>${title}</button></h2>
      <b>${amount ? formatMoney(amount, language) : ''}</b>
    </div>
    <p class="muted small">${askedWords(view, approval)}</p>
    <p class="small">${state === 'requested' ? whyAsked(view, approval) : strings.states[state]}</p>
    <slot name=${`item-actions:${id}`}></slot>
  </li>`;
}

/** `Offer · Hanna Lindqvist asked on Nov 22, 2026` */
export function askedWords({ strings, language }: InboxView, { subject, requester, requestedAt }: Approval): string {
  const asked = fill(strings.asked, { name: requester.name, at: formatDate(requestedAt, language) });
  return `${strings.kinds[subject.kind] ?? subject.kind} · ${asked}`;
}

/** Why the company wants somebody's yes: the rule's reasons, and by how much what is over a limit is over it. */
export function whyAsked({ strings, language }: InboxView, { rule, signals }: Approval): string {
  const over = new Map<string, string>(
    signals.map(({ kind, by, of }) => [kind, fill(strings.over, { by: formatMoney(by, language), of })]),
  );
  return rule.reasons
    .map((reason) => {
      const from =
        reason === 'amount' && rule.from ? fill(strings.from, { from: formatMoney(rule.from, language) }) : '';
      return [strings.reasons[reason], over.get(reason) ?? from].filter(Boolean).join(' ');
    })
    .join(' · ');
}

export const failureView = ({
  failure,
  strings,
}: Pick<InboxView, 'failure'> & { strings: ApprovalsStrings | undefined }) =>
  html`<slot name="error">${errorNotice(failure!.error, strings, failure!.retry)}</slot>`;

/** Rows about as high as requests will be, so that nothing moves when they come. */
export const skeleton = () => html`<div class="card" aria-hidden="true">
  ${Array.from({ length: 4 }, () => html`<div class="bone"></div>`)}
</div>`;
