import { html, type SVGTemplateResult, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';

export type Segment<Value> = { value: Value; label: string; shape?: SVGTemplateResult };

/** A few choices of which one holds; `icon` segments keep their word for screen readers and as a title. */
export function segments<Value extends string>(
  label: string,
  value: Value,
  choices: readonly Segment<Value>[],
  onChange: (value: Value) => void,
): TemplateResult {
  return html`<div class="segments" role="group" aria-label=${label}>
    ${choices.map(
      (choice) => html`<button
        type="button"
        aria-pressed=${choice.value === value ? 'true' : 'false'}
        title=${choice.label}
        @click=${() => onChange(choice.value)}
      >
        ${choice.shape ? html`${icon(choice.shape)}<span class="visually-hidden">${choice.label}</span>` : choice.label}
      </button>`,
    )}
  </div>`;
}
