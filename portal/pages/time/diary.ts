import { html, nothing, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import { deleteScreenshot, deleteTime, type OwnTimesheet, type TimeEntry } from '../../api/time.ts';
import { actionButton } from '../../elements/action-button.ts';
import { confirmed } from '../../elements/dialog.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { clock, pencil, trash } from '../../icons/icons.generated.ts';
import { toast } from '../../shell/toasts.ts';
import { intl } from '../../strings/intl.ts';
import { t } from '../../strings/strings.ts';
import { openEntryDialog } from './entry-dialog.ts';
import { hourRows, legend } from './hour-rows.ts';
import { clockTime, dayName, hours, whyNot } from './time-words.ts';

/** What was worked when: every entry with its segments, to correct while the week may be written. */
export function diary(timesheets: readonly OwnTimesheet[], onChanged: () => void): TemplateResult {
  const used = timesheets.filter(({ entries }) => entries.length > 0);
  return html`<section class="card">
    <header><h2>${t('time.diary')}</h2>${used.length > 0 ? legend() : nothing}</header>
    ${used.length === 0 ? html`<div class="pad">${nothingYet({ shape: clock, title: t('time.nothing'), text: t('time.nothingText'), next: 'beside' })}</div>` : nothing}
    ${used.map(
      (sheet) => html`${timesheets.length > 1 ? html`<h3 class="pad">${sheet.title}</h3>` : nothing}
        ${sheet.entries.map((entry) => entryRow(sheet, entry, onChanged))} ${pictures(sheet, onChanged)}`,
    )}
  </section>`;
}

function entryRow(sheet: OwnTimesheet, entry: TimeEntry, onChanged: () => void): TemplateResult {
  const segments = sheet.days.flatMap((day) => day.segments.filter(({ entryId }) => entryId === entry.id));
  const why = whyNot(sheet.rights.edit);
  const label = `${entry.memo || t('time.noMemo')}, ${clockTime(entry.startsAt)}`;
  return html`<div class="entry-row">
    <span class="number">${dayName(localDay(entry.startsAt))}<br /><span class="muted small">${clockTime(entry.startsAt)}–${clockTime(entry.endsAt)}</span></span>
    <div class="what stack tight">
      <span>${entry.memo || html`<span class="muted">${t('time.noMemo')}</span>`}${entry.activityCode ? html` <span class="tag">${entry.activityCode.code}</span>` : nothing}</span>
      ${hourRows(segments)}
    </div>
    <strong class="number">${hours(entry.minutes)}</strong>
    <span class="row no-print">
      ${actionButton({ label: t('time.edit'), shape: pencil, kind: 'plain', why, run: () => openEntryDialog(sheet, entry, onChanged) }, 'small')}
      ${actionButton({ label: t('time.delete'), shape: trash, kind: 'plain', why, run: () => void removeEntry(entry, label, onChanged) }, 'small')}
    </span>
  </div>`;
}

function pictures({ days, rights }: OwnTimesheet, onChanged: () => void): TemplateResult | typeof nothing {
  const taken = days.flatMap(({ segments }) => segments.filter(({ screenshot }) => screenshot));
  if (taken.length === 0) return nothing;
  return html`<div class="pad stack close">
    <h3>${t('time.pictures')}</h3>
    <p class="muted small">${t('time.picturesText')}</p>
    <div class="pictures">
      ${taken.map(
        ({ id, startsAt, screenshot }) => html`<figure class="stack tight">
          <a href=${screenshot!.url}>${t('time.picture', { time: clockTime(startsAt) })}</a>
          ${actionButton({ label: t('time.deletePicture'), shape: trash, kind: 'plain', why: whyNot(rights.edit), run: () => void removePicture(id, onChanged) }, 'small')}
        </figure>`,
      )}
    </div>
  </div>`;
}

async function removeEntry({ id, etag }: TimeEntry, label: string, onChanged: () => void): Promise<void> {
  const question = {
    title: t('time.deleteTitle'),
    text: t('time.deleteText', { what: label }),
    confirm: t('time.deleteNow'),
    isDangerous: true,
  };
  if (!(await confirmed(question))) return;
  await deleteTime(id, etag).catch((problem: unknown) => toast(problemWords(problem)));
  onChanged();
}

async function removePicture(id: string, onChanged: () => void): Promise<void> {
  const question = {
    title: t('time.deletePictureTitle'),
    text: t('time.deletePictureText'),
    confirm: t('time.deletePicture'),
    isDangerous: true,
  };
  if (!(await confirmed(question))) return;
  await deleteScreenshot(id).catch((problem: unknown) => toast(problemWords(problem)));
  onChanged();
}

const localDay = (instant: string): string =>
  intl('DateTimeFormat', 'en-CA', { dateStyle: 'short' }).format(new Date(instant));
