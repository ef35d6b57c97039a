import { css } from 'lit';

/** Pages of one object: head with its state, facts beside, parts in tabs. */
export const objectStyles = css`
  .object-head {
    margin-block-end: var(--space-4);
  }
  /* State and next step stand on one line where there is room for them. */
  .page-head.object-head > div:first-child {
    flex: 1 1 0;
    min-inline-size: min(100%, 320px);
    max-inline-size: none;
  }
  .object-head > :is(h1, h2) {
    overflow-wrap: anywhere;
  }
  .questions {
    display: grid;
    gap: var(--space-3);
    padding-inline-start: var(--space-5);
    list-style: decimal;
  }
  .questions > li::marker {
    color: var(--hire-text-muted);
    font-variant-numeric: tabular-nums;
  }
  .popover-menu {
    display: inline-flex;
  }
  .letter {
    max-inline-size: 72ch;
  }
  .answers {
    display: grid;
    gap: var(--space-4);
  }
  .answers dt {
    color: var(--hire-text-muted);
  }
  .stars {
    display: inline-flex;
    border: 0;
  }
  .stars label {
    cursor: pointer;
    padding: 2px;
  }
  .stars .icon {
    inline-size: 20px;
    block-size: 20px;
    color: var(--hire-text-muted);
  }
  .stars label.on .icon {
    color: var(--hire-accent);
    fill: currentcolor;
  }
  .stars label:has(:focus-visible) {
    outline: 2px solid var(--hire-focus);
    border-radius: var(--radius-inner);
  }
  @media (max-width: 640px) {
    .object-head > .actions {
      inline-size: 100%;
    }
    .object-head > .actions > .button {
      flex: 1;
    }
  }
`;
