import { css } from 'lit';

/** Pages of the freelancer's own work: sums before a decision, threads, what is signed. */
export const ownWorkStyles = css`
  .sums {
    display: grid;
    gap: calc(var(--u) * 2);
  }
  .sums > div {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--u) * 4);
  }
  .sums dt {
    color: var(--hire-text-muted);
  }
  .sums dd {
    font-variant-numeric: tabular-nums;
    text-align: end;
    white-space: nowrap;
  }
  .sums .total {
    padding-block-start: calc(var(--u) * 2);
    border-block-start: var(--line);
    font-weight: var(--hire-font-weight-strong);
  }
  .sums .total dt {
    color: var(--hire-text);
  }
  @media (min-width: 1001px) {
    .summary {
      position: sticky;
      inset-block-start: calc(var(--u) * 20);
    }
  }
  .post-again > summary {
    padding: calc(var(--u) * 4) calc(var(--u) * 5);
    cursor: pointer;
  }
  .milestone-rows {
    display: grid;
    gap: calc(var(--u) * 4);
    padding: 0;
    list-style: none;
  }
  .milestone-rows > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 150px 170px auto;
    gap: calc(var(--u) * 3);
    align-items: end;
  }
  @media (max-width: 760px) {
    .milestone-rows > li {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .milestone-rows > li > .field:first-child {
      grid-column: 1 / -1;
    }
  }
  .thread {
    display: grid;
    gap: calc(var(--u) * 3);
    padding: 0;
    list-style: none;
  }
  .thread > li {
    max-inline-size: 60ch;
    padding: calc(var(--u) * 3) calc(var(--u) * 4);
    border: var(--line);
    border-radius: var(--hire-radius-surface);
    background: var(--hire-surface-sunken);
  }
  .thread > li.own {
    justify-self: end;
    background: var(--hire-accent-soft);
  }
  .thread .words {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .bundles {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(132px, 1fr));
    gap: calc(var(--u) * 3);
  }
  .hash {
    font-family: ui-monospace, monospace;
    font-size: var(--size-s);
    overflow-wrap: anywhere;
  }
  .typed-name {
    font-size: var(--size-xl);
    font-style: italic;
  }
  portal-offer-versions {
    display: block;
  }
  portal-offer-versions > .pad {
    padding: calc(var(--u) * 5);
    border-block-start: var(--line);
  }
  .differences td {
    overflow-wrap: anywhere;
  }
  .text-difference {
    max-inline-size: 72ch;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  portal-offer-versions del {
    background: color-mix(in oklab, var(--hire-danger) 14%, transparent);
  }
  portal-offer-versions ins {
    background: color-mix(in oklab, var(--hire-success) 18%, transparent);
    text-underline-offset: 0.2em;
  }
`;
