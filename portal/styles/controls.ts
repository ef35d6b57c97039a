import { css } from 'lit';

export const controlStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-block-size: var(--control-height);
    padding: 0 var(--space-4);
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
    min-block-size: calc(var(--u) * 7);
    padding: 0 var(--space-3);
    font-size: var(--text-1);
  }
  .button.icon-only {
    padding: 0;
    inline-size: var(--control-height);
  }
  .button.small.icon-only {
    inline-size: calc(var(--u) * 7);
  }
  @media (pointer: coarse) {
    .button.small {
      min-block-size: 40px;
    }
    .button.small.icon-only {
      inline-size: 40px;
    }
    .segments > button {
      min-block-size: 40px;
    }
  }
  .button[aria-disabled='true'],
  .button:disabled {
    background: var(--hire-surface-sunken);
    border-color: var(--hire-border);
    color: var(--hire-text-muted);
    cursor: not-allowed;
  }
  .button[aria-pressed='true'],
  .button[aria-current='page'] {
    background: var(--hire-accent-soft);
    border-color: transparent;
  }
  .link-button {
    min-block-size: 24px;
    border: 0;
    background: none;
    padding: 0;
    color: var(--hire-link);
    text-align: start;
    text-decoration: underline;
    text-decoration-color: color-mix(in oklab, currentcolor 35%, transparent);
    text-underline-offset: 0.18em;
    cursor: pointer;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    align-items: center;
  }
  /* Steps of which none is open now. */
  .actions:not(:has(*)) {
    display: none;
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
    gap: var(--space-2);
    min-block-size: calc(var(--u) * 7);
    padding: 0 var(--space-3);
    border: 0;
    border-radius: calc(var(--hire-radius-control) - 1px);
    background: none;
    color: var(--hire-text-muted);
    font-size: var(--text-1);
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
    gap: var(--space-1);
    min-block-size: var(--space-6);
    padding: 0 var(--space-2);
    border: 1px solid transparent;
    border-radius: var(--hire-radius-control);
    background: var(--hire-surface-sunken);
    font-size: var(--text-1);
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
    border-radius: var(--radius-inner);
  }
  .chip > button:hover {
    color: var(--hire-text);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
`;
