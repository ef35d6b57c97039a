import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { field } from '../../elements/field.ts';
import { icon } from '../../icons/icon.ts';
import { eye, eyeOff } from '../../icons/icons.generated.ts';
import { t } from '../../strings/strings.ts';

export function passwordField(options: {
  id: string;
  label: string;
  value: string;
  autocomplete: 'current-password' | 'new-password';
  shows: boolean;
  hint?: string;
  error?: string | undefined;
  onShow: (shows: boolean) => void;
  onInput: (value: string) => void;
}): TemplateResult {
  const { shows } = options;
  return field(
    options,
    (describedBy) => html`<div class="input-row">
      <input
        class="input"
        id=${options.id}
        name=${options.id}
        type=${shows ? 'text' : 'password'}
        .value=${live(options.value)}
        autocomplete=${options.autocomplete}
        maxlength="128"
        required
        spellcheck="false"
        autocapitalize="none"
        aria-invalid=${options.error ? 'true' : 'false'}
        aria-describedby=${ifDefined(describedBy)}
        @input=${(event: Event) => options.onInput((event.target as HTMLInputElement).value)}
      />
      <button
        class="button icon-only"
        type="button"
        aria-label=${shows ? t('signIn.hidePassword') : t('signIn.showPassword')}
        @click=${() => options.onShow(!shows)}
      >
        ${icon(shows ? eyeOff : eye)}
      </button>
    </div>`,
  );
}
