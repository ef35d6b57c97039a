import { css } from 'lit';

/** A desk: the queue on the left, the case on the right. */
export const boardStyles = css`
  .desk {
    display: grid;
    grid-template-columns: 280px minmax(0, 1fr);
    gap: var(--space-5);
    align-items: start;
  }
  .queue {
    position: sticky;
    inset-block-start: calc(var(--top) + var(--u) * 4);
    max-block-size: calc(100dvh - var(--top) - var(--u) * 8);
    overflow-y: auto;
  }
  .queue ul {
    list-style: none;
  }
  .queue li + li {
    border-block-start: var(--line);
  }
  .queue button {
    display: grid;
    gap: var(--space-1);
    inline-size: 100%;
    padding: var(--space-3) var(--space-4);
    border: 0;
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .queue button:hover {
    background: var(--hire-surface-sunken);
  }
  .queue button[aria-current='true'] {
    background: var(--hire-accent-soft);
  }
  .queue button:focus-visible {
    outline-offset: -2px;
  }
  /* A long state goes below the name rather than out of the card. */
  .queue .row > .grow {
    flex: 1 1 auto;
  }
  .queue strong {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .board-bar > .count-tabs {
    flex-basis: 100%;
  }
  .board-bar > .search {
    flex: 1 1 260px;
    max-inline-size: 420px;
  }
  .case-bar {
    margin-block-end: var(--space-3);
  }
  .flag .icon {
    fill: currentcolor;
    color: var(--hire-accent);
    vertical-align: -0.2em;
  }
  .tight-row {
    display: inline-flex;
    flex-wrap: nowrap;
    gap: var(--space-1);
  }
  @media (max-width: 960px) {
    .desk {
      grid-template-columns: minmax(0, 1fr);
    }
    .queue {
      display: none;
    }
  }
`;
