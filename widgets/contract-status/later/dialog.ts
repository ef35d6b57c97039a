import type { Money } from '@portico/api/money/money.ts';
import type { ContractStatusItem } from '@portico/api/work/contract-status/schema.ts';
import type { PaymentQuote } from '@portico/api/work/milestones/money-schema.ts';
import type { Milestone, ReleaseQuote } from '@portico/api/work/milestones/schema.ts';
import type { Timesheet } from '@portico/api/work/timesheets/schema.ts';
import { html, nothing } from 'lit-html';
import type { HireError } from '../../core/hire-error.ts';
import { fill } from '../../core/locale.ts';
import { newKey } from '../../core/new-key.ts';
import type { WidgetAction } from '../status-parts.ts';
import type { StatusView } from '../status-view.ts';
import { type DialogView, dialogForms } from './dialog-forms.ts';
import { refusalWords } from './refusal.ts';
import type { LaterStrings } from './strings.ts';

const pauseAfterTypingMs = 300;

type Opened = {
  action: WidgetAction;
  contract: ContractStatusItem;
  subjectId: string | undefined;
  /** stays the same until what is asked for is another: a repeated try never does it twice */
  key: string;
  typed: Map<string, string>;
  texts: Map<string, string>;
  amount: Money | null;
  milestone?: Milestone;
  timesheet?: Timesheet;
  quote?: Partial<PaymentQuote> & Partial<ReleaseQuote>;
  refusal?: HireError;
  isBusy: boolean;
};

type Paid = Pick<Milestone, 'payment'> & {
  fundingRefusal?: string | null;
  refusal?: string | null;
  state: string;
  approvalId?: string;
};

/** One thing to do with a contract: what it means first, then the button, then what became of it. */
export function createDialog(view: StatusView, words: () => LaterStrings, done: (id: string) => void) {
  let opened: Opened | undefined;
  let timer: ReturnType<typeof setTimeout>;

  const element = () => view.root.querySelector<HTMLDialogElement>('dialog')!;
  const form = () => dialogForms[opened!.action];

  async function open(action: WidgetAction, contract: ContractStatusItem, subjectId?: string): Promise<void> {
    const fresh: Opened = {
      ...{ action, contract, subjectId, key: newKey(), amount: null, isBusy: false },
      ...{ typed: new Map(), texts: new Map() },
    };
    opened = fresh;
    view.update();
    await view.updateComplete;
    if (!element().open) element().showModal();
    await read(fresh);
  }

  /** All of it, or the reason why not, before anybody decides. */
  async function read(it: Opened): Promise<void> {
    const { reads } = form();
    const ask = <Answer>(path: string) => view.api.ask<Answer>(path, { locale: view.language });
    try {
      const [milestone, timesheet] = await Promise.all([
        reads.includes('milestone') ? ask<Milestone>(`/v1/milestones/${it.subjectId}`) : undefined,
        reads.includes('timesheet') ? ask<Timesheet>(`/v1/timesheets/${it.subjectId}`) : undefined,
        reads.includes('quote') ? quote(it) : undefined,
      ]);
      Object.assign(it, { ...(milestone && { milestone }), ...(timesheet && { timesheet }) });
    } catch (reason) {
      it.refusal = view.fail(reason);
    }
    view.update();
  }

  async function quote(it: Opened): Promise<void> {
    const path = dialogForms[it.action].quotePath?.(dialogView(it));
    const answer = path ? await view.api.ask<Opened['quote']>(path, { locale: view.language }) : undefined;
    if (path !== dialogForms[it.action].quotePath?.(dialogView(it))) return;
    if (answer) it.quote = answer;
    else delete it.quote;
    delete it.refusal;
  }

  /** What somebody types means another command, and other money. */
  function changed(it: Opened): void {
    it.key = newKey();
    view.update();
  }

  function requote(it: Opened): void {
    delete it.quote;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      await quote(it).catch((reason) => {
        it.refusal = view.fail(reason);
      });
      view.update();
    }, pauseAfterTypingMs);
  }

  const dialogView = (it: Opened): DialogView => ({
    view,
    words: words(),
    contract: it.contract,
    subjectId: it.subjectId,
    typed: it.typed,
    milestone: it.milestone,
    timesheet: it.timesheet,
    quote: it.quote,
    amount: it.amount,
    text: (field) => it.texts.get(field) ?? '',
    write(field, text) {
      it.texts.set(field, text);
      changed(it);
    },
    setAmount(amount) {
      it.amount = amount;
      requote(it);
      changed(it);
    },
  });

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const it = opened!;
    const { isReady, path, body } = form();
    const shown = dialogView(it);
    if (it.isBusy || !isReady(shown)) return;
    it.isBusy = true;
    delete it.refusal;
    view.update();
    try {
      const answer = await view.api.ask<Milestone>(path(shown), {
        method: 'POST',
        ...(body && { body: body(shown) }),
        headers: { 'idempotency-key': it.key },
        locale: view.language,
      });
      tell(it, answer);
      if (opened === it) element().close();
    } catch (reason) {
      it.refusal = view.fail(reason);
    }
    it.isBusy = false;
    done(it.contract.id);
    view.update();
  }

  function tell({ action, contract }: Opened, answer: Milestone): void {
    const { dialogs, underWay, confirmPayment, declined, reasons } = words();
    const { payment, state, fundingRefusal, refusal, approvalId } = answer as Paid;
    const isReleased = action === 'release' && (state === 'released' || state === 'settled');
    if (isReleased) view.emit('hire-milestone-released', { contract, milestone: answer }, false);
    view.emit('hire-contract-changed', { action, contract, ...(approvalId && { approvalId }) }, false);
    const isCharging = payment?.state === 'actionNeeded' ? confirmPayment : payment ? underWay : '';
    const isDeclined = fundingRefusal || refusal ? declined : '';
    const isAwaiting = approvalId ? reasons.awaitsApproval : '';
    view.say(isAwaiting || isDeclined || isCharging || fill(dialogs[action].done, { name: contract.other.name }));
  }

  function closed(): void {
    clearTimeout(timer);
    opened = undefined;
    view.update();
  }

  function render(): unknown {
    if (!opened) return html`<dialog part="dialog"></dialog>`;
    const it = opened;
    const { title, submit: label } = words().dialogs[it.action];
    const shown = dialogView(it);
    const isRefused = it.refusal && refusalWords(view, it.refusal);
    return html`<dialog part="dialog" aria-labelledby="dialog-title" @close=${closed}>
      <form class="stack" novalidate aria-busy=${it.isBusy} @submit=${submit}>
        <h2 id="dialog-title" tabindex="-1" autofocus>${fill(title, { name: it.contract.other.name })}</h2>
        <p class="muted small" dir="auto">${it.contract.title}</p>
        ${form().fields(shown)}
        ${isRefused ? html`<p class="wrong" role="alert">${isRefused}</p>` : nothing}
        <div class="row actions">
          ${
            it.action === 'release' && view.may('requestChanges')
              ? html`<button type="button" class="plain" @click=${() => open('requestChanges', it.contract, it.subjectId)}>
                  ${view.strings.actions.requestChanges}
                </button>`
              : nothing
          }
          <button type="button" @click=${() => element().close()}>${words().cancel}</button>
          <button class="primary" ?disabled=${it.isBusy || !form().isReady(shown)}>${label}</button>
        </div>
      </form>
    </dialog>`;
  }

  return { open, render };
}
