import { css } from 'lit';

/** Milestones in a contract’s room: one card each, with what waits and what is in escrow. */
export const milestoneStyles = css`
  .milestone {
    display: grid;
    gap: var(--space-3);
  }
  .milestone > .head {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-4);
    align-items: baseline;
  }
  .milestone > .head h2 {
    flex: 1 1 16rem;
    font-size: var(--text-2);
    overflow-wrap: anywhere;
  }
  .milestone > .head .money {
    font-weight: var(--hire-font-weight-strong);
    font-size: var(--text-3);
  }
  .milestone .meta {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    color: var(--hire-text-muted);
    font-size: var(--text-1);
  }
  .milestone .versions {
    display: grid;
    margin: 0;
    gap: var(--space-3);
    padding: 0;
    list-style: none;
  }
  .milestone .versions > li {
    padding-block-start: var(--space-3);
    border-block-start: var(--line);
  }
  .milestone details > summary {
    cursor: pointer;
  }
  .quote {
    display: grid;
    gap: var(--space-3);
  }
  .quote > * {
    margin: 0;
  }
  .steps-of-money {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .steps-of-money th,
  .steps-of-money td {
    padding-block: var(--space-2);
    border-block-start: var(--line);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }
  .steps-of-money .way {
    color: var(--hire-text-muted);
    font-size: var(--text-1);
  }
  .steps-of-money td.money {
    text-align: end;
    white-space: nowrap;
  }
  .steps-of-money .total > * {
    font-weight: var(--hire-font-weight-strong);
  }
  .paid-lines {
    display: grid;
    padding: 0;
    list-style: none;
  }
  .paid-lines > li {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-3);
    align-items: baseline;
    padding-block: var(--space-2);
    border-block-start: var(--line);
  }
  .paid-lines > li > .grow {
    flex: 1 1 10rem;
  }
`;
