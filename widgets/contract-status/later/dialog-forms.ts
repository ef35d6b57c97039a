import type { Money } from '@portico/api/money/money.ts';
import type { ContractStatusItem } from '@portico/api/work/contract-status/schema.ts';
import { type EndReason, endReasons } from '@portico/api/work/contracts/contract.ts';
import type { PaymentQuote } from '@portico/api/work/milestones/money-schema.ts';
import type { Milestone, ReleaseQuote } from '@portico/api/work/milestones/schema.ts';
import type { Timesheet } from '@portico/api/work/timesheets/schema.ts';
import { html, nothing } from 'lit-html';
import { choiceField, longField } from '../../core/controls/field.ts';
import { moneyField } from '../../core/controls/money-field.ts';
import { formatDate, formatMoney } from '../../core/formats.ts';
import { fill, plural } from '../../core/locale.ts';
import { instant } from '../next-step.ts';
import type { WidgetAction } from '../status-parts.ts';
import type { StatusView } from '../status-view.ts';
import { deliverable } from './deliverable.ts';
import { hours } from './hours.ts';
import { moneyLines } from './money-lines.ts';
import type { LaterStrings } from './strings.ts';

/** What a dialog knows while it is open. */
export type DialogView = {
  readonly view: StatusView;
  readonly words: LaterStrings;
  readonly contract: ContractStatusItem;
  readonly subjectId: string | undefined;
  readonly typed: Map<string, string>;
  readonly milestone: Milestone | undefined;
  readonly timesheet: Timesheet | undefined;
  readonly quote: (Partial<PaymentQuote> & Partial<ReleaseQuote>) | undefined;
  readonly amount: Money | null;
  text(field: string): string;
  write(field: string, text: string): void;
  setAmount(amount: Money | null): void;
};

export type DialogForm = {
  /** read before anybody decides */
  reads: readonly ('milestone' | 'timesheet' | 'quote')[];
  quotePath?(dialog: DialogView): string | undefined;
  fields(dialog: DialogView): unknown;
  isReady(dialog: DialogView): boolean;
  path(dialog: DialogView): string;
  body?(dialog: DialogView): unknown;
};

const ofMilestone = (what: string) => (dialog: DialogView) => `/v1/milestones/${dialog.subjectId}/${what}`;
const ofContract = (what: string) => (dialog: DialogView) => `/v1/contracts/${dialog.contract.id}/${what}`;
const written = (dialog: DialogView, field: string) => Boolean(dialog.text(field).trim());
const long = (dialog: DialogView, id: string, label: string, required = true) =>
  longField({ id, label, rows: 3, required, value: dialog.text(id), change: (text) => dialog.write(id, text) });

export const dialogForms: Record<WidgetAction, DialogForm> = {
  release: {
    reads: ['milestone', 'quote'],
    quotePath: (dialog) => quoted(dialog, ofMilestone('release-quote')(dialog)),
    isReady: ({ quote, milestone }) => Boolean(quote && milestone),
    fields: (dialog) => html`${work(dialog)} ${releaseLines(dialog)}
      <details ?open=${dialog.typed.has('amount')}>
        <summary>${dialog.words.otherAmount}</summary>
        ${amountField(dialog)}
      </details>`,
    path: ofMilestone('release'),
    body: ({ amount }) => (amount ? { amount } : {}),
  },
  requestChanges: {
    reads: ['milestone'],
    isReady: (dialog) => written(dialog, 'reason'),
    fields: (dialog) => html`${work(dialog)} ${long(dialog, 'reason', dialog.words.noteForPerson)}`,
    path: ofMilestone('change-request'),
    body: (dialog) => ({ reason: dialog.text('reason').trim() }),
  },
  fund: {
    reads: ['milestone', 'quote'],
    quotePath: ofMilestone('funding-quote'),
    isReady: ({ quote }) => Boolean(quote),
    fields: (dialog) => html`${name(dialog)} ${dialog.quote ? paymentLines(dialog) : html`<div class="bone"></div>`}`,
    path: ofMilestone('funding'),
    body: () => ({}),
  },
  bonus: {
    reads: [],
    quotePath: (dialog) => (dialog.amount ? quoted(dialog, ofContract('bonus-quote')(dialog)) : undefined),
    isReady: ({ amount, quote }) => Boolean(amount && quote),
    fields: (dialog) =>
      html`${amountField(dialog)} ${long(dialog, 'note', dialog.words.note, false)} ${paymentLines(dialog)}`,
    path: ofContract('bonuses'),
    body: (dialog) => ({ amount: dialog.amount, note: dialog.text('note').trim() }),
  },
  pause: {
    reads: [],
    isReady: (dialog) => written(dialog, 'reason'),
    fields: (dialog) => html`<p>${dialog.words.pauseMeans}</p>
      ${long(dialog, 'reason', dialog.words.reason)}`,
    path: ofContract('pause'),
    body: (dialog) => ({ reason: dialog.text('reason').trim() }),
  },
  resume: {
    reads: [],
    isReady: () => true,
    fields: ({ words }) => html`<p>${words.resumeMeans}</p>`,
    path: ofContract('resumption'),
  },
  end: {
    reads: [],
    isReady: () => true,
    fields: (dialog) => html`<p>${dialog.words.endMeans}</p>
      ${choiceField({
        id: 'end-reason',
        label: dialog.words.reason,
        value: endReason(dialog),
        choices: endReasons.map((each) => [each, dialog.words.endReasons[each]] as const),
        change: (value) => dialog.write('end-reason', value),
      })}
      ${long(dialog, 'note', dialog.words.note, false)}`,
    path: ofContract('end'),
    body: (dialog) => ({
      reason: endReason(dialog),
      ...(written(dialog, 'note') && { note: dialog.text('note').trim() }),
    }),
  },
  reviewWeek: {
    reads: ['timesheet'],
    isReady: ({ timesheet }) => timesheet?.rights.accept === null,
    fields: week,
    path: ({ subjectId }) => `/v1/timesheets/${subjectId}/acceptance`,
  },
};

const endReason = (dialog: DialogView) => (dialog.text('end-reason') || 'completed') as EndReason;

const quoted = ({ amount }: DialogView, path: string) => (amount ? `${path}?amountMinor=${amount.amountMinor}` : path);

function amountField(dialog: DialogView) {
  const { contract, view, words, amount } = dialog;
  return moneyField({
    id: 'amount',
    label: words.amount,
    value: amount,
    currency: contract.money.funded.currency,
    language: view.language,
    typed: dialog.typed,
    change: dialog.setAmount,
  });
}

const name = ({ milestone, view: { language } }: DialogView) =>
  milestone
    ? html`<p class="row spread" dir="auto"><b>${milestone.description}</b> ${formatMoney(milestone.amount, language)}</p>`
    : html`<div class="bone"></div>`;

/** What was handed in, to be looked at before it is decided about. */
function work(dialog: DialogView) {
  const { milestone, view, words } = dialog;
  const [newest] = milestone?.deliverables ?? [];
  return html`${name(dialog)} ${newest ? deliverable(view, words, newest) : nothing}`;
}

function releaseLines({ quote, words, view: { language } }: DialogView) {
  if (!quote?.release) return html`<div class="bone"></div>`;
  return html`${moneyLines(words, language, quote.steps ?? [], quote.extra?.charge.total)}
    <p class="muted small">${plural(language, words.available, quote.availableAfterDays ?? 0)}</p>`;
}

const paymentLines = ({ quote, words, view: { language } }: DialogView) =>
  quote?.charge ? moneyLines(words, language, quote.steps ?? [], quote.charge.total) : nothing;

function week({ timesheet, words, view: { language } }: DialogView) {
  if (!timesheet) return html`<div class="bone"></div>`;
  const { week: monday, minutes, billedMinutes, reviewUntil, rights } = timesheet;
  const line = (label: string, value: unknown) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`;
  return html`<table class="lines">
      <caption class="small muted">${fill(words.weekOf, { date: formatDate(monday, language) })}</caption>
      <tbody>
        ${line(words.hours, `${hours(billedMinutes, language)} / ${hours(minutes, language)}`)}
        ${line(words.total, html`<b>${formatMoney(timesheet.total, language)}</b>`)}
      </tbody>
    </table>
    <p>${fill(words.acceptMeans, { at: instant(reviewUntil, language) })}</p>
    ${rights.accept === null ? nothing : html`<p class="muted small">${words.reasons.noWeekToReview}</p>`}`;
}
