import { css } from '../css.ts';

/** Forms of every widget that has one. */
export const controlStyles = css`
  .control {
    display: grid;
    gap: var(--s);
    min-width: 0;
    position: relative;
  }
  label,
  legend {
    font-weight: var(--_font-weight-strong);
  }
  legend {
    margin-bottom: var(--s);
  }
  .check,
  .segments label {
    font-weight: inherit;
    min-height: var(--hit);
  }
  .check {
    flex-wrap: nowrap;
  }
  .control > input,
  .control > textarea,
  .control > select {
    width: 100%;
    min-width: 0;
  }
  textarea.field {
    padding: calc(var(--s) * 2) calc(var(--s) * 3);
    font: inherit;
    color: inherit;
    resize: vertical;
  }
  [aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .wrong {
    color: var(--_danger);
  }
  .segments label {
    display: flex;
    align-items: center;
    gap: calc(var(--s) * 2);
    padding: 0 calc(var(--s) * 3);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-control);
    background: var(--_surface-raised);
  }
  .segments label:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .tokens .field {
    padding-inline: var(--s);
    gap: var(--s);
  }
  .tokens .field:focus-within {
    outline: 2px solid var(--_focus);
  }
  .tokens input {
    flex: 1 1 120px;
    min-width: 0;
    min-height: calc(var(--hit) - 4px);
    padding-inline: calc(var(--s) * 2);
    outline: 0;
    background: none;
  }
  .token {
    min-height: calc(var(--hit) - 8px);
    padding-inline: calc(var(--s) * 2);
    overflow-wrap: anywhere;
  }
  [role='listbox'] {
    position: absolute;
    z-index: 2;
    inset-inline: 0;
    top: calc(100% + var(--s));
    max-height: 260px;
    overflow: auto;
    padding: var(--s);
    box-shadow: var(--_shadow);
  }
  [role='option'] {
    min-height: var(--hit);
    padding: 0 calc(var(--s) * 2);
    align-content: center;
    cursor: pointer;
  }
  [role='option'][aria-selected='true'] {
    background: var(--_accent-soft);
  }
  .steps {
    gap: 0;
    border-bottom: var(--line);
  }
  .steps button {
    border-radius: 0;
    border-bottom: 2px solid transparent;
    color: var(--_text-muted);
  }
  .steps [aria-current] {
    font-weight: var(--_font-weight-strong);
    border-bottom-color: var(--_accent);
    color: inherit;
  }
  @container (width < 640px) {
    .steps button:not([aria-current]) {
      font-size: 0;
    }
    .steps button > * {
      font-size: var(--_font-size);
    }
  }
`;
