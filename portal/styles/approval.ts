import { css } from 'lit';

export const approvalStyles = css`
  .approval {
    max-inline-size: 760px;
  }
  .approval .amount {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    border-block-end: var(--line);
  }
  .approval .amount .money {
    font-size: var(--text-4);
  }
  .approval .facts {
    grid-template-columns: minmax(120px, auto) 1fr;
  }
  .signals {
    display: grid;
    gap: var(--space-2);
    margin: 0;
    list-style: none;
    color: var(--hire-warning-text, inherit);
    border-block-end: var(--line);
  }
  .after-yes {
    display: flex;
    gap: var(--space-2);
    align-items: baseline;
    color: var(--hire-text-muted);
  }
  .approval-steps {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .approval-steps > li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--space-3);
    padding: var(--space-3) var(--space-4);
  }
  .approval-steps > li + li {
    border-block-start: var(--line);
  }
  .approval-steps > li.waiting,
  .approval-steps > li.skipped {
    color: var(--hire-text-muted);
  }
  .approval-desk {
    display: grid;
    grid-template-columns: minmax(280px, 360px) minmax(0, 1fr);
    gap: var(--space-6);
    align-items: start;
  }
  .approval-queue {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .approval-queue > li + li {
    border-block-start: var(--line);
  }
  .approval-queue a {
    display: grid;
    gap: 2px;
    padding: var(--space-3) var(--space-4);
    color: inherit;
    text-decoration: none;
  }
  .approval-queue a:hover {
    background: var(--hire-surface-sunken);
  }
  .approval-queue a[aria-current='true'] {
    box-shadow: inset 3px 0 0 var(--hire-accent);
    background: var(--hire-surface-sunken);
  }
  .approval-queue .apart {
    display: flex;
    justify-content: space-between;
    gap: var(--space-2);
  }
  @media (max-width: 1000px) {
    .approval-desk {
      grid-template-columns: minmax(0, 1fr);
    }
    .approval-desk > .case {
      display: none;
    }
    /* Its case is not beside it: nothing is chosen yet. */
    .approval-queue a[aria-current='true']:not(:hover) {
      box-shadow: none;
      background: none;
    }
  }
  .decide {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  @media (max-width: 640px) {
    .decide {
      position: sticky;
      inset-block-end: 0;
      z-index: 4;
      margin-inline: calc(var(--u) * -4);
      padding: var(--space-3) var(--space-4) max(var(--space-3), env(safe-area-inset-bottom));
      border-block-start: var(--line);
      background: var(--hire-surface-raised);
    }
    .decide > .button {
      flex: 1 1 30%;
    }
    .decide > .primary {
      flex-basis: 100%;
      min-block-size: 48px;
    }
  }
`;
