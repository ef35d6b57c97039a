import type { TimeSegment, Timesheet } from '@portico/api/work/timesheets/schema.ts';
import { html } from 'lit-html';
import { errorNotice } from '../../core/error-notice.ts';
import { asHireError, type HireError } from '../../core/hire-error.ts';
import { laterWords } from '../../core/later-words.ts';
import { newKey } from '../../core/new-key.ts';
import type { ReviewView } from '../review-view.ts';
import { createAcceptDialog } from './accept-dialog.ts';
import type { Later } from './later-parts.ts';
import type { LaterStrings } from './strings.ts';
import { weekPanel } from './week-panel.ts';

export { laterStyles as styles } from './later-styles.ts';

const locales: Record<string, () => Promise<{ words: LaterStrings }>> = {
  en: () => import('./locales/en.ts'),
  de: () => import('./locales/de.ts'),
  fr: () => import('./locales/fr.ts'),
  es: () => import('./locales/es.ts'),
  ja: () => import('./locales/ja.ts'),
  ar: () => import('./locales/ar.ts'),
};

/** A week beside the list, and deciding about it. */
export function createLater(view: ReviewView): Later {
  const words = laterWords(view, 'timesheet-review', locales);
  let shown: string | undefined;
  let week: Timesheet | undefined;
  let error: HireError | undefined;
  let refusal: HireError | undefined;
  let isBusy = false;
  let reason = '';
  let key = newKey();
  let chosen = new Set<string>();
  const dialog = createAcceptDialog(view, () => words.now()!, took);

  /** What is on screen stays until the answer is here. */
  async function read(id: string): Promise<void> {
    try {
      const answer = await view.api.ask<Timesheet>(`/v1/timesheets/${id}`, { locale: view.language });
      if (shown === id) took(answer);
    } catch (failed) {
      if (shown === id) error = asHireError(failed);
    }
    view.update();
  }

  function took(answer: Timesheet): void {
    if (view.page) view.took(answer);
    if (shown !== answer.id) return;
    week = answer;
    error = undefined;
  }

  function startAnew(): void {
    chosen = new Set();
    reason = '';
    refusal = undefined;
    key = newKey();
  }

  /** What somebody chooses or types means another dispute. */
  function changed(): void {
    key = newKey();
    view.update();
  }

  async function dispute(event: Event): Promise<void> {
    event.preventDefault();
    const asked = week!;
    if (isBusy || !reason.trim() || !view.emit('hire-timesheet', { action: 'dispute', id: asked.id, timesheet: asked }))
      return;
    isBusy = true;
    refusal = undefined;
    view.update();
    try {
      const answer = await view.api.ask<Timesheet>(`/v1/timesheets/${asked.id}/dispute`, {
        method: 'POST',
        body: { segmentIds: [...chosen], reason: reason.trim() },
        headers: { 'idempotency-key': key },
        locale: view.language,
      });
      startAnew();
      view.say(words.now()!.disputedDone);
      view.emit('hire-timesheet-decided', { decision: 'disputed', timesheet: answer }, false);
      took(answer);
    } catch (failed) {
      refusal = view.fail(failed);
    }
    isBusy = false;
    view.update();
  }

  return {
    async show(id) {
      if (shown !== id) {
        week = error = undefined;
        startAnew();
      }
      shown = id;
      view.update();
      await Promise.all([words.speak(), read(id)]);
      if (shown !== id) return;
      await view.updateComplete;
      view.root.querySelector<HTMLElement>('aside h2')?.focus();
    },

    week() {
      const says = words.now();
      if (error) return errorNotice(error, view.strings, () => read(shown!));
      if (!week || !says) return html`<div class="bone"></div>`;
      return weekPanel({
        ...{ view, words: says, week, chosen, reason, isBusy, refusal, dispute },
        choose(segments: readonly TimeSegment[], on) {
          for (const { id } of segments) {
            if (on) chosen.add(id);
            else chosen.delete(id);
          }
          changed();
        },
        write(text) {
          reason = text;
          changed();
        },
      });
    },

    async accept(timesheet) {
      await words.speak();
      await dialog.open(timesheet);
    },

    dialog: () => dialog.render(),
  };
}
