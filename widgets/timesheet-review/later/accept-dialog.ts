import type { Timesheet, TimesheetSummary } from '@portico/api/work/timesheets/schema.ts';
import { html, nothing } from 'lit-html';
import { formatDate, formatMoney } from '../../core/formats.ts';
import type { HireError } from '../../core/hire-error.ts';
import { fill } from '../../core/locale.ts';
import { newKey } from '../../core/new-key.ts';
import { type ReviewView, time } from '../review-view.ts';
import { refusalWords } from './refusal.ts';
import type { LaterStrings } from './strings.ts';

/** Accepting cannot be undone: what it means first. */
export function createAcceptDialog(view: ReviewView, words: () => LaterStrings, decided: (week: Timesheet) => void) {
  let week: TimesheetSummary | undefined;
  let key = '';
  let isBusy = false;
  let refusal: HireError | undefined;

  const element = () => view.root.querySelector<HTMLDialogElement>('dialog')!;

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const asked = week!;
    if (isBusy) return;
    isBusy = true;
    refusal = undefined;
    view.update();
    try {
      const answer = await view.api.ask<Timesheet>(`/v1/timesheets/${asked.id}/acceptance`, {
        method: 'POST',
        headers: { 'idempotency-key': key },
        locale: view.language,
      });
      view.say(fill(words().acceptDone, { name: asked.freelancer.name }));
      view.emit('hire-timesheet-decided', { decision: 'accepted', timesheet: answer }, false);
      decided(answer);
      if (week === asked) element().close();
    } catch (reason) {
      refusal = view.fail(reason);
    }
    isBusy = false;
    view.update();
  }

  function closed(): void {
    week = undefined;
    view.update();
  }

  return {
    async open(timesheet: TimesheetSummary): Promise<void> {
      week = timesheet;
      key = newKey();
      refusal = undefined;
      view.update();
      await view.updateComplete;
      element().showModal();
    },

    render(): unknown {
      if (!week) return html`<dialog part="dialog"></dialog>`;
      const { strings, language } = view;
      const { acceptTitle, acceptMeans, cancel } = words();
      return html`<dialog part="dialog" aria-labelledby="dialog-title" @close=${closed}>
        <form class="stack" aria-busy=${isBusy} @submit=${submit}>
          <h2 id="dialog-title" tabindex="-1" autofocus>${fill(acceptTitle, { name: week.freelancer.name })}</h2>
          <p dir="auto">${week.title} · ${fill(strings.week, { date: formatDate(week.week, language) })}</p>
          <p>${time(view, week)}</p>
          <p class="row spread"><span>${strings.total}</span><b>${formatMoney(week.total, language)}</b></p>
          <p class="muted small">${acceptMeans}</p>
          ${refusal ? html`<p class="wrong" role="alert">${refusalWords(view, refusal)}</p>` : nothing}
          <div class="row actions">
            <button type="button" @click=${() => element().close()}>${cancel}</button>
            <button class="primary" ?disabled=${isBusy}>${strings.accept}</button>
          </div>
        </form>
      </dialog>`;
    },
  };
}
