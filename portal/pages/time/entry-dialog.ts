import { segmentMs } from '@portico/api/work/time-entries/time-entry.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { changeTime, type OwnTimesheet, type TimeEntry } from '../../api/time.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { field, fieldError, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { t } from '../../strings/strings.ts';

/** Corrects one entry: what it was, and when; tracked time only gets shorter. */
class EntryDialog extends DialogForm {
  static override properties = {
    ...FormElement.properties,
    memo: { state: true },
    from: { state: true },
    to: { state: true },
  };
  protected heading = t('time.editTitle');
  protected submitLabel = t('time.save');
  declare memo: string;
  declare from: string;
  declare to: string;
  readonly #entry: TimeEntry;
  readonly #onChanged: () => void;

  constructor(_sheet: OwnTimesheet, entry: TimeEntry, onChanged: () => void) {
    super();
    this.#entry = entry;
    this.#onChanged = onChanged;
    this.memo = entry.memo;
    this.from = localText(entry.startsAt);
    this.to = localText(entry.endsAt);
  }

  protected fields(): TemplateResult {
    return html`${textField({
      id: 'memo',
      label: t('time.memo'),
      value: this.memo,
      maxlength: 500,
      error: this.errors.memo,
      onInput: (memo) => {
        this.memo = memo;
      },
    })}
      <div class="halves">${this.#instant('startsAt', t('time.from'), this.from, (value) => {
        this.from = value;
      })}${this.#instant('endsAt', t('time.to'), this.to, (value) => {
        this.to = value;
      })}</div>
      ${this.#entry.kind === 'tracked' ? html`<p class="muted small">${t('time.trackedShorter')}</p>` : nothing}
      ${fieldError('activityCodeId', this.errors.activityCodeId)}`;
  }

  #instant(id: string, label: string, value: string, onInput: (value: string) => void): TemplateResult {
    return field(
      { id, label, error: this.errors[id] },
      () =>
        html`<input class="input" id=${id} name=${id} type="datetime-local" step="600" .value=${value} aria-invalid=${this.errors[id] ? 'true' : 'false'} @input=${(event: Event) => onInput((event.target as HTMLInputElement).value)} />`,
    );
  }

  protected send(event: Event): Promise<boolean> {
    const { id, etag, startsAt, endsAt } = this.#entry;
    const [from, to] = [instantOf(this.from), instantOf(this.to)];
    const found = { startsAt: !from && t('time.notUnderstood'), endsAt: !to && t('time.notUnderstood') };
    return this.submit(event, found, async () => {
      await changeTime(id, etag, {
        memo: this.memo.trim(),
        ...(from !== startsAt && { startsAt: from }),
        ...(to !== endsAt && { endsAt: to }),
      });
    });
  }

  protected override closed(): void {
    this.#onChanged();
  }
}

define('portal-entry-dialog', EntryDialog);

export const openEntryDialog = (sheet: OwnTimesheet, entry: TimeEntry, onChanged: () => void): void => {
  openDialog(new EntryDialog(sheet, entry, onChanged));
};

/** As `datetime-local` wants it, in the reader's zone. */
function localText(instant: string): string {
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function instantOf(text: string): string {
  const ms = new Date(text).getTime();
  return Number.isNaN(ms) ? '' : new Date(Math.round(ms / segmentMs) * segmentMs).toISOString();
}
