import { Task } from '@lit/task';
import {
  type CustomField,
  type CustomFieldKind,
  customFieldKinds,
  customFieldsMax,
} from '@portico/api/hiring/custom-fields/custom-field.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { getJobFields, saveJobFields } from '../../api/job-posts.ts';
import { ApiProblem } from '../../api/problem.ts';
import { confirmed } from '../../elements/dialog.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { checkbox, selectField, textArea, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { icon } from '../../icons/icon.ts';
import { arrowDown, arrowUp, clipboardList, plus, x } from '../../icons/icons.generated.ts';
import { guardLeaving } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { settingsStyles } from '../../styles/settings.ts';

/** A key keeps its kind for ever, so one that the server knows is fixed. */
type Row = CustomField & { isNew: boolean };

/** Fields that this tenant adds to its job posts, in the order they are asked. */
class JobFieldsPage extends FormElement {
  static override pageStyles = [settingsStyles];
  static override properties = { ...FormElement.properties, rows: { state: true }, isChanged: { state: true } };
  declare rows: readonly Row[];
  declare isChanged: boolean;
  #etag: string | undefined;
  #stopGuard = () => {};

  #load = new Task(this, {
    args: () => [],
    task: (_, { signal }) => getJobFields(signal),
    onComplete: ({ data, etag }) => this.#take(data.fields, etag),
  });

  constructor() {
    super();
    this.rows = [];
    this.isChanged = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopGuard = guardLeaving(
      () =>
        !this.isChanged ||
        confirmed({ title: t('jobFields.leaveTitle'), text: t('jobFields.leaveText'), confirm: t('offer.leave') }),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopGuard();
  }

  protected override render(): TemplateResult {
    return html`${pageHead(t('jobFields.title'), t('jobFields.lead'))}
      ${this.#load.render({
        pending: () => html`<div class="card">${loading(5)}</div>`,
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: () => this.#form(),
      })}`;
  }

  #form(): TemplateResult {
    const live = this.rows.filter(({ isArchived }) => !isArchived);
    const archived = this.rows.filter(({ isArchived }) => isArchived);
    return html`<form class="stack" novalidate @submit=${this.#save}>
      ${this.problemNotice()}
      <section class="card">
        ${live.length === 0 ? nothingYet({ shape: clipboardList, title: t('jobFields.none'), text: t('jobFields.noneText'), next: 'beside' }) : nothing}
        ${repeat(
          live,
          ({ key }) => key,
          (row) => this.#row(row),
        )}
        <footer>
          ${
            live.length < customFieldsMax
              ? html`<button class="button small" type="button" @click=${this.#add}>${icon(plus)}${t('jobFields.add')}</button>`
              : html`<span class="muted small">${t('jobFields.full', { max: customFieldsMax })}</span>`
          }
        </footer>
      </section>
      ${archived.length > 0 ? this.#archived(archived) : nothing}
      <div>${submitButton(t('shell.save'), this.isBusy || !this.isChanged)}</div>
    </form>`;
  }

  #row(row: Row): TemplateResult {
    const at = this.rows.indexOf(row);
    const id = `fields/${at}`;
    return html`<fieldset class="pad stack close field-block">
      <legend class="visually-hidden">${row.label || t('jobFields.new')}</legend>
      <div class="halves">
        ${textField({ id: `${id}/label`, label: t('jobFields.label'), value: row.label, maxlength: 80, error: this.errors[`${id}/label`], onInput: (label) => this.#change(row, { label }) })}
        ${
          row.isNew
            ? selectField({
                id: `${id}/kind`,
                label: t('jobFields.kind'),
                value: row.kind,
                choices: customFieldKinds.map((value) => ({ value, label: wordsFor('fieldKind', value) ?? value })),
                onChange: (kind) => this.#change(row, { kind: kind as CustomFieldKind }),
              })
            : html`<div class="field"><span class="label">${t('jobFields.kind')}</span><p>${wordsFor('fieldKind', row.kind)} <span class="muted small">(${t('jobFields.kindFixed')})</span></p></div>`
        }
      </div>
      ${
        row.kind === 'choice'
          ? textArea({
              id: `${id}/choices`,
              label: t('jobFields.choices'),
              hint: t('jobFields.choicesHint'),
              value: row.choices.join('\n'),
              rows: 3,
              error: this.errors[`${id}/choices`],
              onInput: (text) => this.#change(row, { choices: text.split('\n') }),
            })
          : nothing
      }
      <div class="row apart">
        ${checkbox({ id: `${id}/isRequired`, label: t('jobFields.required'), checked: row.isRequired, onChange: (isRequired) => this.#change(row, { isRequired }) })}
        <div class="actions">
          <button class="button plain small icon-only" type="button" aria-label=${t('jobFields.up', { label: row.label })} ?disabled=${at === 0} @click=${() => this.#move(at, -1)}>${icon(arrowUp)}</button>
          <button class="button plain small icon-only" type="button" aria-label=${t('jobFields.down', { label: row.label })} ?disabled=${at === this.rows.length - 1} @click=${() => this.#move(at, 1)}>${icon(arrowDown)}</button>
          <button class="button plain small" type="button" @click=${() => this.#drop(row)}>${icon(x)}${row.isNew ? t('shell.remove') : t('jobFields.archive')}</button>
        </div>
      </div>
    </fieldset>`;
  }

  #archived(rows: readonly Row[]): TemplateResult {
    return html`<section class="card">
      <header><div><h2>${t('jobFields.archived')}</h2><p class="muted small">${t('jobFields.archivedText')}</p></div></header>
      <ul class="rows">
        ${rows.map((row) => html`<li><span class="grow">${row.label}</span><button class="button small" type="button" @click=${() => this.#change(row, { isArchived: false })}>${t('jobFields.askAgain')}</button></li>`)}
      </ul>
    </section>`;
  }

  async #save(event: Event): Promise<void> {
    const found = Object.fromEntries(
      this.rows.map(({ label, isArchived }, at) => [
        `fields/${at}/label`,
        !isArchived && !label.trim() && t('jobFields.labelMissing'),
      ]),
    );
    await this.submit(event, found, async () => {
      const fields = this.rows.map(({ isNew: _, ...field }) => ({
        ...field,
        label: field.label.trim(),
        choices: field.kind === 'choice' ? field.choices.map((one) => one.trim()).filter(Boolean) : [],
      }));
      try {
        const { data, etag } = await saveJobFields(fields, this.#etag);
        this.#take(data.fields, etag);
        toast(t('jobFields.saved'));
      } catch (problem) {
        if (problem instanceof ApiProblem && problem.status === 412) this.#etag = (await getJobFields()).etag;
        throw problem;
      }
    });
  }

  #take(fields: readonly CustomField[], etag: string | undefined): void {
    this.rows = fields.map((field) => ({ ...field, isNew: false }));
    this.#etag = etag;
    this.isChanged = false;
  }

  #set(rows: readonly Row[]): void {
    this.rows = rows;
    this.isChanged = true;
  }

  #change(row: Row, change: Partial<Row>): void {
    this.#set(this.rows.map((one) => (one.key === row.key ? { ...one, ...change } : one)));
  }

  #move(at: number, step: 1 | -1): void {
    const rows = [...this.rows];
    const [row] = rows.splice(at, 1);
    if (row) rows.splice(at + step, 0, row);
    this.#set(rows);
  }

  #drop(row: Row): void {
    if (row.isNew) this.#set(this.rows.filter((one) => one !== row));
    else this.#change(row, { isArchived: true });
  }

  #add(): void {
    this.#set([
      ...this.rows,
      {
        key: newKey(this.rows),
        label: '',
        kind: 'text',
        choices: [],
        isRequired: false,
        isArchived: false,
        isNew: true,
      },
    ]);
  }
}

/** `field7`: values are kept under it, and it never changes. */
function newKey(rows: readonly Row[]): string {
  const taken = new Set(rows.map(({ key }) => key));
  let n = rows.length + 1;
  while (taken.has(`field${n}`)) n += 1;
  return `field${n}`;
}

define('portal-job-fields-page', JobFieldsPage);
