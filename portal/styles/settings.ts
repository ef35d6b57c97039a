import { css } from 'lit';

export const settingsStyles = css`
  .hash {
    overflow-wrap: anywhere;
  }
  /* The proof, what is asked and what was found are three things. */
  portal-audit-proof,
  .audit-chosen {
    display: block;
    margin-block-end: var(--space-5);
  }
  .audit-chosen {
    display: flex;
    margin-block: calc(-1 * var(--space-1)) var(--space-4);
  }
  .audit-filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
    align-items: start;
  }
  .audit-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-2);
  }
  .hashes {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: var(--u) var(--space-3);
  }
  .hashes dd {
    margin: 0;
  }
  .run {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-4);
    padding-block: var(--space-2);
  }
  .step-head {
    display: flex;
    gap: var(--space-3);
    align-items: center;
    min-inline-size: 0;
    flex: 1 1 320px;
  }
  .card > header > div:first-child {
    flex: 1 1 280px;
  }
  .step-number {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 28px;
    block-size: 28px;
    border: 1px solid var(--hire-border-strong);
    border-radius: 50%;
    font-size: var(--text-1);
    font-weight: var(--hire-font-weight-strong);
  }
  .actions.end {
    justify-content: flex-end;
    flex-wrap: nowrap;
  }
  @media (max-width: 640px) {
    .actions.end {
      justify-content: flex-start;
      flex-wrap: wrap;
      padding-block-start: var(--space-2);
    }
  }
  .under {
    border-block-start: var(--line);
  }
  .field-row {
    align-items: end;
  }
  /* The button stays beside what is typed when a sentence comes below it. */
  .input-row.field-row {
    align-items: start;
  }
  .input-row.field-row > .button {
    margin-block-start: calc(1.5em + var(--space-1));
  }
  .field-row > .field {
    flex: 1;
  }
  .field-block + .field-block {
    border-block-start: var(--line);
  }
  .narrow {
    max-inline-size: 520px;
  }
  .qr-form {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-6);
  }
  .qr-form > .stack {
    flex: 1 1 260px;
  }
  .qr {
    display: block;
    inline-size: 200px;
    block-size: 200px;
    border: var(--line);
    border-radius: var(--hire-radius-control);
  }
  summary {
    cursor: pointer;
    color: var(--hire-link);
  }
  .details {
    margin-block-start: var(--space-2);
    max-inline-size: 48ch;
    overflow-x: auto;
    font-size: var(--text-1);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;
