import { html, nothing } from 'lit-html';

export type Field<Value> = {
  /** within the widget; an error of the server finds its field by it */
  id: string;
  label: string;
  value: Value;
  change: (value: Value) => void;
  hint?: unknown;
  error?: string;
  required?: boolean;
};

const typedIn = ({ target }: Event) => (target as HTMLInputElement).value;
const described = ({ id }: Pick<Field<unknown>, 'id'>) => `${id}-hint ${id}-error`;

/** Label, control, hint and error in one place, tied together for assistive technology. */
export const field = ({ id, label, hint, error }: Omit<Field<unknown>, 'value' | 'change'>, control: unknown) =>
  html`<div class="control">
    <label for=${id}>${label}</label>
    ${control}${notes({ id, hint, error })}
  </div>`;

/** The error stands where the eye is, and is read when the control is. */
const notes = ({ id, hint, error }: Pick<Field<unknown>, 'id' | 'hint' | 'error'>) =>
  html`<p id=${`${id}-error`} class="wrong small" ?hidden=${!error}>${error}</p>
    <div id=${`${id}-hint`} class="muted small" ?hidden=${!hint}>${hint}</div>`;

type Text = Field<string> & { type?: string; inputmode?: string; list?: readonly string[]; maxLength?: number };

export const textField = (the: Text) =>
  field(
    the,
    html`<input
        id=${the.id}
        class="field"
        dir="auto"
        type=${the.type ?? 'text'}
        inputmode=${the.inputmode ?? nothing}
        list=${the.list ? `${the.id}-list` : nothing}
        maxlength=${the.maxLength ?? nothing}
        aria-required=${the.required ?? false}
        aria-invalid=${Boolean(the.error)}
        aria-describedby=${described(the)}
        .value=${the.value}
        @input=${(event: Event) => the.change(typedIn(event))}
      />${the.list && html`<datalist id=${`${the.id}-list`}>${the.list.map((each) => html`<option value=${each}></option>`)}</datalist>`}`,
  );

export const longField = (the: Field<string> & { rows: number }) =>
  field(
    the,
    html`<textarea
      id=${the.id}
      class="field"
      dir="auto"
      rows=${the.rows}
      aria-required=${the.required ?? false}
      aria-invalid=${Boolean(the.error)}
      aria-describedby=${described(the)}
      .value=${the.value}
      @input=${(event: Event) => the.change(typedIn(event))}
    ></textarea>`,
  );

/** Whole numbers; empty is null, and what is no number stays what the person typed until the server says so. */
export const numberField = ({ value, change, ...the }: Field<number | null>) =>
  textField({
    ...the,
    type: 'number',
    value: value === null ? '' : String(value),
    change: (text) => change(text === '' ? null : Math.round(Number(text))),
  });

export type Choices = readonly (readonly [value: string, label: string])[];

export const choiceField = (the: Field<string> & { choices: Choices }) =>
  field(
    the,
    html`<select
      id=${the.id}
      aria-required=${the.required ?? false}
      aria-invalid=${Boolean(the.error)}
      aria-describedby=${described(the)}
      @change=${(event: Event) => the.change(typedIn(event))}
    >
      ${the.choices.map(([value, label]) => html`<option value=${value} .selected=${value === the.value}>${label}</option>`)}
    </select>`,
  );

/** A few answers beside each other, all in sight. */
export const segments = (the: Field<string> & { choices: Choices }) =>
  html`<fieldset class="control" aria-describedby=${described(the)}>
    <legend>${the.label}</legend>
    <div class="row segments">
      ${the.choices.map(
        ([value, label], index) =>
          html`<label
            ><input
              id=${index ? nothing : the.id}
              type="radio"
              name=${the.id}
              aria-invalid=${Boolean(the.error)}
              .checked=${value === the.value}
              @change=${() => the.change(value)}
            />${label}</label
          >`,
      )}
    </div>
    ${notes(the)}
  </fieldset>`;

export const checkField = ({ id, label, value, change }: Field<boolean>) =>
  html`<label class="row check"
    ><input
      id=${id}
      type="checkbox"
      .checked=${value}
      @change=${({ target }: Event) => change((target as HTMLInputElement).checked)}
    /><span>${label}</span></label
  >`;
