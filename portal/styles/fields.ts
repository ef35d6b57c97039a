import { css } from 'lit';

export const fieldStyles = css`
  /* One column of fields is read down, not across. */
  form.card.pad {
    max-inline-size: 720px;
  }
  .field {
    display: grid;
    gap: var(--space-1);
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
    margin-block-end: var(--space-1);
  }
  .field .optional {
    margin-inline-start: var(--space-2);
    font-weight: 400;
    color: var(--hire-text-muted);
    font-size: var(--text-1);
  }
  .hint {
    color: var(--hire-text-muted);
    font-size: var(--text-1);
  }
  .field-error {
    display: flex;
    gap: var(--space-2);
    align-items: baseline;
    color: var(--hire-danger);
    font-size: var(--text-1);
  }
  .field-error .icon {
    translate: 0 0.15em;
  }
  .input {
    inline-size: 100%;
    min-block-size: var(--control-height);
    padding: var(--space-1) var(--space-3);
    border: 1px solid var(--hire-border-strong);
    border-radius: var(--hire-radius-control);
    background: var(--hire-surface-raised);
  }
  textarea.input {
    padding-block: var(--space-2);
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
      font-size: max(16px, var(--text-2));
    }
  }
  .input-row {
    display: flex;
    gap: var(--space-2);
    align-items: stretch;
  }
  .affix {
    display: flex;
    align-items: stretch;
  }
  .affix > span {
    display: grid;
    place-items: center;
    padding: 0 var(--space-3);
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
    gap: var(--space-3);
    align-items: flex-start;
    padding: var(--space-1) 0;
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
`;
