import { exportFormats } from '@portico/api/insight/reports/report.ts';
import { scheduleIntervals } from '@portico/api/insight/reports/schedules/schedule.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { changeSchedule, makeSchedule, type ReportSchedule } from '../../api/reports.ts';
import { getAllMembers } from '../../api/settings.ts';
import { codeBlock } from '../../elements/code-block.ts';
import { DialogForm, openDialog, showOnce } from '../../elements/dialog.ts';
import { checkbox, fieldError, selectField, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { segments } from '../../elements/segments.ts';
import { me } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { formatInstant } from '../../strings/format.ts';
import { locale, t, wordsFor } from '../../strings/strings.ts';
import { namedPeriods } from './question-url.ts';
import { reportName } from './report-words.ts';
import {
  draftOf,
  formOf,
  type NewSchedule,
  newForm,
  problemsOf,
  type ScheduleForm,
  type Way,
} from './schedule-draft.ts';

type Person = { id: string; name: string };
const ways: readonly Way[] = ['mail', 's3', 'webhook'];
const storeFields = ['endpoint', 'region', 'bucket', 'prefix', 'accessKeyId', 'secretAccessKey'] as const;

/** When a report comes by itself, of which period, as what and where to. */
class ScheduleDialog extends DialogForm {
  static override properties = { ...FormElement.properties, form: { state: true }, people: { state: true } };
  declare form: ScheduleForm;
  declare people: readonly Person[];
  protected heading: string;
  protected submitLabel = t('schedules.save');
  protected override readonly isWide = true;
  readonly #of: NewSchedule | ReportSchedule;
  readonly #done: (saved: ReportSchedule) => void;

  constructor(of: NewSchedule | ReportSchedule, done: (saved: ReportSchedule) => void) {
    super();
    const person = me.get()?.person;
    this.#of = of;
    this.#done = done;
    this.heading = 'id' in of ? t('schedules.edit') : t('schedules.new', { report: reportName(of.report) });
    this.form = 'id' in of ? formOf(of) : newForm(of, reportName(of.report), person?.id);
    this.people = person ? [person] : [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#findPeople();
  }

  /** Who may not see all members sends to themselves. */
  async #findPeople(): Promise<void> {
    const members = await getAllMembers().catch(() => []);
    const known = new Map(this.people.map((person) => [person.id, person]));
    for (const { personId, name, email } of members) known.set(personId, { id: personId, name: name || email });
    for (const id of this.form.personIds) if (!known.has(id)) known.set(id, { id, name: id });
    this.people = [...known.values()];
  }

  #change(change: Partial<ScheduleForm>): void {
    this.form = { ...this.form, ...change };
  }

  protected fields(): TemplateResult {
    const { name, format, filters } = this.form;
    return html`${textField({ id: 'name', label: t('schedules.name'), value: name, error: this.errors.name, maxlength: 80, onInput: (value) => this.#change({ name: value }) })}
      <div class="halves">
        ${selectField({
          id: 'period',
          label: t('schedules.period'),
          value: filters.period ?? 'lastMonth',
          choices: namedPeriods.map((value) => ({ value, label: wordsFor('period', value) ?? value })),
          onChange: (value) =>
            this.#change({ filters: { ...filters, period: namedPeriods.find((one) => one === value) } }),
        })}
        ${selectField({
          id: 'format',
          label: t('schedules.format'),
          value: format,
          choices: exportFormats.map((value) => ({ value, label: wordsFor('exports', value) ?? value })),
          onChange: (value) => this.#change({ format: exportFormats.find((one) => one === value) ?? format }),
        })}
      </div>
      <div class="schedule-when">${this.#when()}</div>
      <div class="stack tight">
        <span class="strong" id="way-label">${t('schedules.to')}</span>
        ${segments<Way>(
          t('schedules.to'),
          this.form.way,
          ways.map((value) => ({ value, label: wordsFor('schedules', value) ?? value })),
          (way) => this.#change({ way }),
        )}
      </div>
      ${this.#where()}`;
  }

  #when(): TemplateResult {
    const { every, hour, weekday, dayOfMonth } = this.form;
    const numbers = (
      id: 'hour' | 'weekday' | 'dayOfMonth',
      label: string,
      value: number,
      from: number,
      to: number,
      word: (n: number) => string,
    ) =>
      selectField({
        id,
        label,
        value: String(value),
        choices: Array.from({ length: to - from + 1 }, (_, at) => ({
          value: String(from + at),
          label: word(from + at),
        })),
        onChange: (chosen) => this.#change({ [id]: Number(chosen) }),
      });
    return html`${selectField({
      id: 'every',
      label: t('schedules.every'),
      value: every,
      choices: scheduleIntervals.map((value) => ({ value, label: wordsFor('schedules', value) ?? value })),
      onChange: (value) => this.#change({ every: scheduleIntervals.find((one) => one === value) ?? every }),
    })}
    ${every === 'weekly' ? numbers('weekday', t('schedules.weekday'), weekday ?? 1, 1, 7, weekdayName) : nothing}
    ${every === 'monthly' ? numbers('dayOfMonth', t('schedules.monthday'), dayOfMonth ?? 1, 1, 28, String) : nothing}
    ${numbers('hour', t('schedules.time'), hour, 0, 23, (n) => `${String(n).padStart(2, '0')}:00`)}`;
  }

  #where(): TemplateResult {
    const { way, url, s3, personIds } = this.form;
    if (way === 'webhook')
      return textField({
        id: 'url',
        label: t('schedules.url'),
        type: 'url',
        hint: t('schedules.urlHint'),
        value: url,
        error: this.errors.url,
        onInput: (value) => this.#change({ url: value }),
      });
    if (way === 's3')
      return html`<div class="halves">
        ${storeFields.map((id) =>
          textField({
            id,
            label: t(`schedules.${id}`),
            value: s3[id],
            error: this.errors[id],
            type: id === 'secretAccessKey' ? 'password' : 'text',
            hint:
              id === 'endpoint'
                ? t('schedules.endpointHint')
                : id === 'secretAccessKey' && 'id' in this.#of
                  ? t('schedules.secretKept')
                  : nothing,
            onInput: (value) => this.#change({ s3: { ...s3, [id]: value } }),
          }),
        )}
      </div>`;
    return html`<fieldset class="field">
      <legend>${t('schedules.recipients')}</legend>
      <div class="schedule-people">
        ${this.people.map(({ id, name }) =>
          checkbox({
            id: `person-${id}`,
            label: name,
            checked: personIds.includes(id),
            onChange: (checked) =>
              this.#change({ personIds: checked ? [...personIds, id] : personIds.filter((one) => one !== id) }),
          }),
        )}
      </div>
      <p class="hint">${t('schedules.recipientsHint')}</p>
      ${fieldError('personIds', this.errors.personIds)}
    </fieldset>`;
  }

  /** The API names a part of the delivery; the form shows it as a field of its own. */
  protected override fieldOf(id: string): string {
    return id.replace(/^delivery\//, '').replace(/^personIds\/.*/, 'personIds');
  }

  protected send(event: Event): Promise<boolean> {
    const of = this.#of;
    return this.submit(event, problemsOf(this.form, !('id' in of)), async () => {
      const draft = draftOf(this.form);
      const saved = 'id' in of ? await changeSchedule(of, draft) : await makeSchedule(of.report, draft);
      toast(t('schedules.saved', { when: saved.nextRunAt ? formatInstant(saved.nextRunAt) : '—' }));
      if (saved.signingSecret)
        showOnce(
          t('schedules.secretTitle'),
          html`<p>${t('schedules.secretText')}</p>${codeBlock(saved.signingSecret)}`,
        );
      this.#done(saved);
    });
  }
}

/** 1 is Monday; 2024 began on one. */
export const weekdayName = (day: number): string =>
  new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));

define('portal-schedule-dialog', ScheduleDialog);

export const openSchedule = (
  of: NewSchedule | ReportSchedule,
  done: (saved: ReportSchedule) => void = () => {},
): void => {
  openDialog(new ScheduleDialog(of, done));
};
