import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fieldError } from '../../elements/field.ts';
import { locale, t } from '../../strings/strings.ts';

/** Month and year; `<input type=month>` is a bare text field in half of the browsers. Value: `2024-09` or ``. */
export function monthField(options: {
  id: string;
  label: string;
  value: string;
  error?: string | undefined;
  onChange: (value: string) => void;
}): TemplateResult {
  const { id, label, value, error, onChange } = options;
  const [year = '', month = ''] = value.split('-');
  const set = (nextYear: string, nextMonth: string) =>
    onChange(nextYear || nextMonth ? `${nextYear}-${nextMonth}` : '');
  return html`<fieldset class="field" aria-describedby="${id}-error">
    <legend>${label}</legend>
    <div class="input-row">
      <select class="input" aria-label=${t('profile.month')} aria-invalid=${error ? 'true' : 'false'} @change=${(event: Event) => set(year, (event.target as HTMLSelectElement).value)}>
        <option value="">${t('profile.month')}</option>
        ${monthNames().map((name, index) => {
          const number = String(index + 1).padStart(2, '0');
          return html`<option value=${number} .selected=${number === month}>${name}</option>`;
        })}
      </select>
      <input class="input" inputmode="numeric" maxlength="4" size="4" autocomplete="off" aria-label=${t('profile.year')} placeholder=${t('profile.year')} aria-invalid=${error ? 'true' : 'false'} .value=${live(year)} @change=${(event: Event) => set((event.target as HTMLInputElement).value.trim(), month)} />
    </div>
    ${fieldError(id, error)}
  </fieldset>`;
}

export const isMonth = (value: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(value);

function monthNames(): string[] {
  const format = new Intl.DateTimeFormat(locale(), { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month)));
}
