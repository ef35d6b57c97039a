import type { ContractStatusItem } from '@portico/api/work/contract-status/schema.ts';
import { html, nothing } from 'lit-html';
import { errorNotice } from '../core/error-notice.ts';
import { formatMoney, formatNumber } from '../core/formats.ts';
import { plural } from '../core/locale.ts';
import { nextStep, ownAction } from './next-step.ts';
import type { StatusFilter } from './status-parts.ts';
import type { StatusView } from './status-view.ts';

export function listView(view: StatusView, detail: unknown) {
  const { strings, page, language, failure, filter } = view;
  return html`<div class="row" role="group" aria-label=${strings.label} part="bar">
      ${(Object.keys(strings.filters) as StatusFilter[]).map((each) => {
        const count = page?.counts.find((counted) => counted.filter === each);
        return html`<button aria-pressed=${each === filter} @click=${() => view.look(each)}>
          ${strings.filters[each]}
          <span class="muted small">${count ? formatNumber(count.count, language) + (count.isMore ? '+' : '') : ''}</span>
        </button>`;
      })}
    </div>
    <div class="row muted small">
      <p role="status">${view.said || (page ? plural(language, strings.found, page.items.length) : '')}</p>
      ${page?.isSandbox ? html`<p part="sandbox">${strings.sandbox}</p>` : nothing}
    </div>
    ${failure ? failureView(view) : nothing}
    <div class=${detail === nothing ? 'board' : 'board split'} aria-busy=${view.isBusy}>
      ${list(view)} ${detail === nothing ? nothing : html`<aside class="card" part="detail">${detail}</aside>`}
    </div>`;
}

function list(view: StatusView) {
  const { page, strings, failure, filter } = view;
  if (!page) return failure ? nothing : skeleton();
  if (!page.items.length) return html`<slot name="empty"><p class="notice muted">${strings.none[filter]}</p></slot>`;
  return html`<div class="list">
    <ul class="card" part="list">
      ${page.items.map((contract) => row(view, contract))}
    </ul>
    ${page.nextCursor ? html`<button @click=${view.more}>${strings.more}</button>` : nothing}
  </div>`;
}

/** One contract: what it is, what it waits for, its money, and the one thing to do. */
function row(view: StatusView, contract: ContractStatusItem) {
  const { strings, language, contractId } = view;
  const { id, title, other, team, money } = contract;
  const action = ownAction(view, contract);
  const sums = (['inEscrow', 'released', 'remaining'] as const).flatMap((kind) => {
    const sum = money[kind];
    return sum?.amountMinor ? [`${formatMoney(sum, language)} ${strings.money[kind]}`] : [];
  });
  return html`<li class="item" part="item" data-id=${id} aria-current=${id === contractId || nothing}>
    <div class="row spread">
      <h2><button class="link large name" dir="auto" @click=${() => view.open(contract)}>${title}</button></h2>
      ${state(view, contract)}
    </div>
    <p class="muted small" dir="auto">${[other.name, team].filter(Boolean).join(' · ')}</p>
    ${nextStep(view, contract)}
    <div class="row spread">
      <p class="muted small">${sums.join(' · ')}</p>
      ${
        action
          ? html`<button class="primary" @click=${() => view.act(action, contract, contract.nextStep!.subject?.id)}>
              ${strings.actions[action]}<span class="sr"> ${title}</span>
            </button>`
          : nothing
      }
      <slot name=${`item-actions:${id}`}></slot>
    </div>
  </li>`;
}

/** A word and a shape: full where work goes on, hollow where it rests. */
export const state = ({ strings }: StatusView, { state: it }: Pick<ContractStatusItem, 'state'>) =>
  html`<span class="state small" data-state=${it}>${strings.states[it]}</span>`;

export const failureView = ({
  failure,
  strings,
}: Pick<StatusView, 'failure'> & { strings: StatusView['strings'] | undefined }) =>
  html`<slot name="error">${errorNotice(failure!.error, strings, failure!.retry)}</slot>`;

/** Rows about as high as contracts will be, so that nothing moves when they come. */
export const skeleton = () => html`<div class="card" aria-hidden="true">
  ${Array.from({ length: 4 }, () => html`<div class="bone"></div>`)}
</div>`;
