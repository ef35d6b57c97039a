import { css } from 'lit';

/** What is asked, offered and signed: figures that come to a total, and the milestones they are made of. */
export const termsStyles = css`
  .sums > div {
    display: flex;
    justify-content: space-between;
    gap: var(--space-4);
    padding-block: var(--space-2);
  }
  .sums > div + div {
    border-block-start: var(--line);
  }
  .sums dt {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .sums .note {
    margin-inline-start: var(--space-2);
    color: var(--hire-text-muted);
    font-size: var(--text-1);
    font-weight: 400;
  }
  /* Beside a page's parts there is no room for it on the same line. */
  aside .sums .note {
    display: block;
    inline-size: auto;
    margin-inline-start: 0;
  }
  .sums dd {
    text-align: end;
  }
  .sums .total {
    font-weight: var(--hire-font-weight-strong);
  }
  .milestones {
    container-type: inline-size;
    display: grid;
    gap: var(--space-3);
  }
  .milestone-rows {
    display: grid;
    gap: var(--space-4);
    padding: 0;
    list-style: none;
  }
  .milestone-rows > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 150px 160px auto;
    gap: var(--space-3);
    align-items: start;
  }
  .milestone-rows > li > .button {
    margin-block-start: calc(1.5em + var(--u) * 1.25);
  }
  /* By the room they have, not by the window: they stand beside a summary, in dialogs and on phones. */
  @container (max-width: 640px) {
    .milestone-rows > li {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
      padding-block-end: var(--space-4);
      border-block-end: var(--line);
    }
    .milestone-rows > li > :first-child {
      grid-column: 1 / 3;
    }
    .milestone-rows > li > .button {
      grid-area: 1 / 3;
    }
  }
  @container (max-width: 400px) {
    .milestone-rows > li > :nth-child(2),
    .milestone-rows > li > :nth-child(3) {
      grid-column: 1 / -1;
    }
  }
  .hash {
    font-family: ui-monospace, monospace;
    font-size: var(--text-1);
    overflow-wrap: anywhere;
  }
`;
