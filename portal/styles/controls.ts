import { css } from 'lit';

export const controlStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--u) * 2);
    min-block-size: var(--control);
    padding: 0 calc(var(--u) * 3.5);
    border: 1px solid var(--hire-border);
    border-radius: var(--hire-radius-control);
    background: var(--hire-surface-raised);
    color: var(--hire-text);
    font-weight: 500;
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
    transition: background-color var(--hire-motion), border-color var(--hire-motion);
  }
  .button:hover {
    background: var(--hire-surface-sunken);
    border-color: var(--hire-border-strong);
  }
  .button.primary {
    background: var(--hire-accent);
    border-color: transparent;
    color: var(--hire-accent-contrast);
    font-weight: var(--hire-font-weight-strong);
  }
  .button.primary:hover {
    background: color-mix(in oklab, var(--hire-accent) 90%, var(--hire-text));
  }
  .button.danger {
    color: var(--hire-danger);
  }
  .button.plain {
    background: none;
    border-color: transparent;
  }
  .button.plain:hover {
    background: var(--hire-surface-sunken);
  }
  .button.small {
    min-block-size: calc(var(--u) * 7.5);
    padding: 0 calc(var(--u) * 2.5);
    font-size: var(--size-s);
  }
  .button.icon-only {
    padding: 0;
    inline-size: var(--control);
  }
  .button.small.icon-only {
    inline-size: calc(var(--u) * 7.5);
  }
  @media (pointer: coarse) {
    .button.small {
      min-block-size: 40px;
    }
    .button.small.icon-only {
      inline-size: 40px;
    }
  }
  .button[aria-disabled='true'],
  .button:disabled {
    background: var(--hire-surface-sunken);
    border-color: var(--hire-border);
    color: var(--hire-text-muted);
    cursor: not-allowed;
  }
  .button[aria-pressed='true'] {
    background: var(--hire-accent-soft);
    border-color: transparent;
  }
  .link-button {
    border: 0;
    background: none;
    padding: 0;
    color: var(--hire-link);
    text-decoration: underline;
    text-decoration-color: color-mix(in oklab, currentcolor 35%, transparent);
    text-underline-offset: 0.18em;
    cursor: pointer;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--u) * 2);
    align-items: center;
  }
  .field {
    display: grid;
    gap: calc(var(--u) * 1.25);
    align-content: start;
    min-inline-size: 0;
  }
  .field > label,
  .field > .label,
  legend {
    font-weight: 500;
  }
  legend {
    padding: 0;
    margin-block-end: calc(var(--u) * 1.25);
  }
  .field .optional {
    margin-inline-start: calc(var(--u) * 1.5);
    font-weight: 400;
    color: var(--hire-text-muted);
    font-size: var(--size-s);
  }
  .hint {
    color: var(--hire-text-muted);
    font-size: var(--size-s);
  }
  .field-error {
    display: flex;
    gap: calc(var(--u) * 1.5);
    align-items: baseline;
    color: var(--hire-danger);
    font-size: var(--size-s);
  }
  .field-error .icon {
    translate: 0 0.15em;
  }
  .input {
    inline-size: 100%;
    min-block-size: var(--control);
    padding: calc(var(--u) * 1.5) calc(var(--u) * 2.5);
    border: 1px solid var(--hire-border-strong);
    border-radius: var(--hire-radius-control);
    background: var(--hire-surface-raised);
  }
  textarea.input {
    min-block-size: calc(var(--u) * 24);
    resize: vertical;
    line-height: 1.55;
    field-sizing: content;
  }
  .input::placeholder {
    color: var(--hire-text-muted);
    opacity: 1;
  }
  .input:focus-visible {
    outline-offset: 0;
    border-color: var(--hire-focus);
  }
  .input[aria-invalid='true'] {
    border-color: var(--hire-danger);
  }
  @media (pointer: coarse) {
    /* Below 16 px phones zoom into the field. */
    .input {
      font-size: max(16px, var(--size-m));
    }
  }
  .input-row {
    display: flex;
    gap: calc(var(--u) * 2);
    align-items: stretch;
  }
  .affix {
    display: flex;
    align-items: stretch;
  }
  .affix > span {
    display: grid;
    place-items: center;
    padding: 0 calc(var(--u) * 2.5);
    border: 1px solid var(--hire-border-strong);
    background: var(--hire-surface-sunken);
    color: var(--hire-text-muted);
    white-space: nowrap;
  }
  .affix > span:first-child {
    border-inline-end: 0;
    border-start-start-radius: var(--hire-radius-control);
    border-end-start-radius: var(--hire-radius-control);
  }
  .affix > span:last-child {
    border-inline-start: 0;
    border-start-end-radius: var(--hire-radius-control);
    border-end-end-radius: var(--hire-radius-control);
  }
  .affix > span:first-child + .input {
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  .affix > .input:has(+ span) {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  .choice {
    display: flex;
    gap: calc(var(--u) * 2.5);
    align-items: flex-start;
    padding: calc(var(--u) * 1) 0;
  }
  .choice input {
    inline-size: 16px;
    block-size: 16px;
    margin: 0.18em 0 0;
    flex: none;
  }
  .choice .hint {
    display: block;
  }
  .segments {
    display: inline-flex;
    padding: 2px;
    gap: 2px;
    border-radius: var(--hire-radius-control);
    background: var(--hire-surface-sunken);
  }
  .segments > button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--u) * 1.5);
    min-block-size: calc(var(--u) * 7.5);
    padding: 0 calc(var(--u) * 2.5);
    border: 0;
    border-radius: calc(var(--hire-radius-control) - 1px);
    background: none;
    color: var(--hire-text-muted);
    font-size: var(--size-s);
    font-weight: 500;
    cursor: pointer;
  }
  .segments > button[aria-pressed='true'] {
    background: var(--hire-surface-raised);
    color: var(--hire-text);
    box-shadow: 0 0 0 1px var(--hire-border);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--u) * 1);
    min-block-size: calc(var(--u) * 6.5);
    padding: 0 calc(var(--u) * 2);
    border: 1px solid transparent;
    border-radius: var(--hire-radius-control);
    background: var(--hire-surface-sunken);
    font-size: var(--size-s);
    line-height: 1.2;
  }
  button.chip {
    cursor: pointer;
    border-color: var(--hire-border);
    background: none;
  }
  button.chip:hover {
    background: var(--hire-surface-sunken);
  }
  .chip > button {
    display: grid;
    place-items: center;
    min-inline-size: 24px;
    min-block-size: 24px;
    margin-inline: -2px -6px;
    border: 0;
    background: none;
    color: var(--hire-text-muted);
    cursor: pointer;
    border-radius: 4px;
  }
  .chip > button:hover {
    color: var(--hire-text);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--u) * 1.5);
  }
  dialog {
    inline-size: min(520px, calc(100vw - 24px));
    max-block-size: calc(100dvh - 48px);
    padding: 0;
    border: 1px solid var(--hire-border);
    border-radius: var(--hire-radius-surface);
    background: var(--hire-surface-raised);
    color: var(--hire-text);
    box-shadow: var(--hire-shadow);
  }
  dialog.wide {
    inline-size: min(880px, calc(100vw - 24px));
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
  dialog > form,
  dialog > .dialog-body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--u) * 5);
    padding: calc(var(--u) * 6);
  }
  dialog .actions {
    justify-content: flex-end;
  }
  @media (max-width: 480px) {
    dialog .actions > .button {
      flex: 1;
    }
  }
`;
