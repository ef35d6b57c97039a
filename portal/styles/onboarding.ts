import { css } from 'lit';

/** Tasks before work: a line each, unfolding to its papers. */
export const onboardingStyles = css`
  .task-card > header {
    flex-wrap: wrap;
    padding: 0;
  }
  .task-card:not(.open) > header {
    border: 0;
  }
  .task-card > header > .button {
    margin-inline: 0 var(--space-4);
  }
  .task-head {
    display: flex;
    align-items: center;
    gap: var(--space-4);
    flex: 1 1 400px;
    min-block-size: 56px;
    padding: var(--space-3) var(--space-4);
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .task-head:hover {
    background: var(--hire-surface-sunken);
  }
  .task-head:focus-visible {
    outline-offset: -2px;
  }
  .task-head > .grow {
    display: grid;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .task-when {
    display: grid;
    text-align: end;
  }
  .task-editor {
    display: grid;
    gap: var(--space-4);
    padding: var(--space-5);
    border: 0;
  }
  .task-editor + .task-editor {
    border-block-start: var(--line);
  }
  .side-by-side {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
    gap: var(--space-4);
  }
  .answer-line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 88px auto;
    gap: var(--space-2);
    align-items: end;
  }
  .plans {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(216px, 1fr));
    gap: var(--space-4);
  }
  .plans .card {
    display: grid;
    align-content: start;
    gap: var(--space-3);
    padding: var(--space-5);
  }
  .plans .current {
    border-color: var(--hire-accent);
  }
  .plans ul {
    display: grid;
    gap: var(--space-2);
    list-style: none;
  }
  .plans li {
    display: flex;
    gap: var(--space-2);
  }
  .price {
    font-size: var(--text-4);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  @media (max-width: 640px) {
    .answer-line {
      grid-template-columns: 1fr auto;
    }
    .answer-line > .field:first-child {
      grid-column: 1 / -1;
    }
    .task-card > header > .button {
      flex: 1;
      margin: 0 var(--space-4) var(--space-4);
    }
    .task-head {
      flex: 1 1 100%;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
    .task-head > .grow {
      flex-basis: 100%;
    }
    .task-when {
      flex: 1;
      text-align: start;
    }
  }
`;
