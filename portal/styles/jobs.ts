import { css } from 'lit';

/** Looking for work: tiles, facets beside them, reasons. */
export const jobsStyles = css`
  .job-columns {
    display: grid;
    grid-template-columns: 248px minmax(0, 1fr);
    gap: var(--space-7);
    align-items: start;
  }
  .job-tile {
    display: grid;
    gap: var(--space-3);
    padding: var(--space-4) var(--space-5);
  }
  .job-top {
    display: flex;
    align-items: flex-start;
    gap: var(--space-3);
  }
  .job-top h2 {
    overflow-wrap: anywhere;
  }
  .job-actions {
    flex: none;
    flex-wrap: nowrap;
    gap: var(--space-1);
  }
  .job-actions .popover-menu {
    display: inline-flex;
  }
  .button.on {
    color: var(--hire-accent);
  }
  .button.on .icon {
    fill: currentcolor;
  }
  .menu-label {
    padding: var(--space-2) var(--space-3);
    color: var(--hire-text-muted);
    font-size: var(--text-1);
  }
  .job-facts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
  }
  .job-text {
    max-inline-size: 76ch;
    overflow-wrap: anywhere;
  }
  .job-tile mark {
    padding-inline: 1px;
    border-radius: var(--radius-inner);
    background: var(--hire-accent-soft);
    color: inherit;
    font-weight: var(--hire-font-weight-strong);
  }
  .chip.on {
    border-color: var(--hire-accent);
    background: var(--hire-accent-soft);
  }
  .reasons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    padding: var(--space-2) var(--space-3);
    border-radius: var(--hire-radius-control);
    background: var(--hire-accent-soft);
    font-size: var(--text-1);
  }
  .reasons > li {
    display: inline-flex;
    align-items: baseline;
    gap: var(--space-2);
  }
  .reasons .icon {
    flex: none;
    align-self: center;
    color: var(--hire-accent);
  }
  .job-foot {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-5);
  }
  .job-foot > span {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
  }
  .job-hidden {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    padding: var(--space-3) var(--space-5);
  }
  .job-hidden > .icon {
    color: var(--hire-text-muted);
  }
  .load-more {
    display: flex;
    justify-content: center;
    margin-block-start: var(--space-5);
  }
  .sort-choice {
    flex-wrap: nowrap;
    margin-inline-start: auto;
  }
  .facets {
    display: grid;
  }
  .facet {
    padding-block: var(--space-3);
    border-block-end: var(--line);
  }
  .facet > summary {
    font-weight: 500;
    cursor: pointer;
  }
  .facet-values {
    display: grid;
    padding-block-start: var(--space-2);
  }
  .facet-value {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-block-size: calc(var(--u) * 7);
    cursor: pointer;
  }
  .facet-value .count {
    color: var(--hire-text-muted);
    font-size: var(--text-1);
    font-variant-numeric: tabular-nums;
  }
  .facet-more > summary {
    padding-block: var(--space-2);
    color: var(--hire-text-muted);
    font-size: var(--text-1);
    cursor: pointer;
  }
  .facets > .facet-value {
    padding-block-start: var(--space-2);
  }
  tr.current > td {
    background: var(--hire-accent-soft);
  }
  @media (max-width: 960px) {
    .job-columns {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-4);
    }
    .facets:not(.shown) {
      display: none;
    }
  }
  @media (min-width: 961px) {
    .filters-toggle {
      display: none;
    }
  }
  @media (max-width: 640px) {
    .job-tile,
    .job-hidden {
      padding: var(--space-4);
    }
    .sort-choice {
      flex: 1;
      margin: 0;
    }
    .sort-choice > .input {
      flex: 1;
    }
  }
  /* Where the facts stand below everything else, the head has what leads on. */
  @media (max-width: 1000px) {
    .button.beside-facts {
      display: none;
    }
  }
  @media (min-width: 1001px) {
    .button.in-head {
      display: none;
    }
  }
`;
