import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { icon } from '../icons/icon.ts';
import { circleAlert } from '../icons/icons.generated.ts';
import { t } from '../strings/strings.ts';

type Described = { id: string; label: string; hint?: unknown; error?: string | undefined; optional?: boolean };

export type TextField = Described & {
  value: string;
  type?: 'text' | 'email' | 'password' | 'url' | 'date' | 'month' | 'number' | 'search';
  autocomplete?: string;
  inputmode?: 'numeric' | 'decimal' | 'url' | 'email';
  placeholder?: string;
  required?: boolean;
  maxlength?: number;
  min?: string | number;
  max?: string | number;
  step?: number;
  prefix?: string;
  suffix?: string;
  onInput?: (value: string) => void;
  onChange?: (value: string) => void;
};

/** Label above, hint below, the error where the eye is; all three tied to the control. */
export function field(
  { id, label, hint, error, optional }: Described,
  control: (describedBy: string | undefined) => TemplateResult,
): TemplateResult {
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  return html`<div class="field">
    <label for=${id}>${label}${optional ? html` <span class="optional">(${t('shell.optional')})</span>` : nothing}</label>
    ${control(describedBy)}
    ${fieldError(id, error)}
    ${hint ? html`<div class="hint" id="${id}-hint">${hint}</div>` : nothing}
  </div>`;
}

export const fieldError = (id: string, error: string | undefined): TemplateResult | typeof nothing =>
  error ? html`<div class="field-error" id="${id}-error">${icon(circleAlert)}<span>${error}</span></div>` : nothing;

export function textField(options: TextField): TemplateResult {
  const { id, value, error, prefix, suffix, onInput, onChange } = options;
  return field(options, (describedBy) => {
    const input = html`<input
      class="input"
      id=${id}
      name=${id}
      type=${options.type ?? 'text'}
      .value=${live(value)}
      autocomplete=${options.autocomplete ?? 'off'}
      inputmode=${ifDefined(options.inputmode)}
      placeholder=${ifDefined(options.placeholder)}
      maxlength=${ifDefined(options.maxlength)}
      min=${ifDefined(options.min)}
      max=${ifDefined(options.max)}
      step=${ifDefined(options.step)}
      ?required=${options.required}
      aria-invalid=${error ? 'true' : 'false'}
      aria-describedby=${ifDefined(describedBy)}
      @input=${(event: Event) => onInput?.((event.target as HTMLInputElement).value)}
      @change=${(event: Event) => onChange?.((event.target as HTMLInputElement).value)}
    />`;
    if (!prefix && !suffix) return input;
    return html`<div class="affix">
      ${prefix ? html`<span aria-hidden="true">${prefix}</span>` : nothing}${input}${suffix ? html`<span aria-hidden="true">${suffix}</span>` : nothing}
    </div>`;
  });
}

export function textArea(
  options: Described & {
    value: string;
    rows?: number;
    maxlength?: number;
    placeholder?: string;
    onInput: (value: string) => void;
  },
): TemplateResult {
  return field(
    options,
    (describedBy) => html`<textarea
      class="input"
      id=${options.id}
      name=${options.id}
      rows=${options.rows ?? 4}
      .value=${live(options.value)}
      maxlength=${ifDefined(options.maxlength)}
      placeholder=${ifDefined(options.placeholder)}
      aria-invalid=${options.error ? 'true' : 'false'}
      aria-describedby=${ifDefined(describedBy)}
      @input=${(event: Event) => options.onInput((event.target as HTMLTextAreaElement).value)}
    ></textarea>`,
  );
}

export type Option = { value: string; label: string };

export function selectField(
  options: Described & { value: string; choices: readonly Option[]; onChange: (value: string) => void },
): TemplateResult {
  return field(
    options,
    (describedBy) => html`<select
      class="input"
      id=${options.id}
      name=${options.id}
      aria-invalid=${options.error ? 'true' : 'false'}
      aria-describedby=${ifDefined(describedBy)}
      @change=${(event: Event) => options.onChange((event.target as HTMLSelectElement).value)}
    >
      ${options.choices.map(
        ({ value, label }) => html`<option value=${value} .selected=${value === options.value}>${label}</option>`,
      )}
    </select>`,
  );
}

export function checkbox(options: {
  id: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}): TemplateResult {
  const { id, error } = options;
  return html`<label class="choice">
    <input
      type="checkbox"
      id=${id}
      .checked=${live(options.checked)}
      ?disabled=${options.disabled}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${error ? `${id}-error` : nothing}
      @change=${(event: Event) => options.onChange((event.target as HTMLInputElement).checked)}
    />
    <span>${options.label}${options.hint ? html`<span class="hint">${options.hint}</span>` : nothing}</span>
  </label>${fieldError(id, error)}`;
}

export function radios<Value extends string>(options: {
  name: string;
  label: string;
  value: Value;
  choices: readonly { value: Value; label: string; hint?: string }[];
  error?: string | undefined;
  optional?: boolean;
  onChange: (value: Value) => void;
}): TemplateResult {
  const { name, error } = options;
  return html`<fieldset class="field">
    <legend>${options.label}${options.optional ? html` <span class="optional">(${t('shell.optional')})</span>` : nothing}</legend>
    ${options.choices.map(
      ({ value, label, hint }) => html`<label class="choice">
        <input
          type="radio"
          name=${name}
          value=${value}
          .checked=${live(value === options.value)}
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby=${error ? `${name}-error` : nothing}
          @change=${() => options.onChange(value)}
        />
        <span>${label}${hint ? html`<span class="hint">${hint}</span>` : nothing}</span>
      </label>`,
    )}
    ${fieldError(name, error)}
  </fieldset>`;
}

/** After a refused form the eye and the keyboard go to the first field that was refused. */
export async function focusFirstError(host: HTMLElement & { updateComplete: Promise<unknown> }): Promise<void> {
  await host.updateComplete;
  host.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
