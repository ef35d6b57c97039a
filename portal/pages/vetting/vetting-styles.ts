import { css } from 'lit';

/** On a phone the queue is the page, and a case opens in its place. */
export const vettingStyles = css`
  .to-queue {
    display: none;
  }
  .vetting-filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
    gap: calc(var(--u) * 3);
    margin-block: calc(var(--u) * 3);
  }
  form > .vetting-filters {
    grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
  }
  .workload {
    margin-block-end: calc(var(--u) * 4);
  }
  .workload > summary {
    padding: calc(var(--u) * 3) calc(var(--u) * 4);
    cursor: pointer;
  }
  .vetting-desk .queue button {
    display: grid;
    gap: calc(var(--u) * 1);
    inline-size: 100%;
    text-align: start;
  }
  .scroll {
    /* What is hidden to the eye is placed by its nearest positioned ancestor; without one it widens the page. */
    position: relative;
    overflow-x: auto;
  }
  .slots {
    margin-block-start: calc(var(--u) * 5);
  }
  .slots th[scope='row'],
  .slots td {
    min-inline-size: 8rem;
  }
  .versions {
    margin-block-end: calc(var(--u) * 4);
  }
  .criterion ol {
    padding-inline-start: calc(var(--u) * 6);
  }
  .scroll .table {
    min-inline-size: 100%;
  }
  .criterion {
    display: grid;
    gap: calc(var(--u) * 3);
    padding-block: calc(var(--u) * 4);
    border-block-end: var(--line);
  }
  .criterion:last-child {
    padding-block-end: 0;
    border-block-end: 0;
  }
  .criterion .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr));
    gap: calc(var(--u) * 3);
  }
  @media (max-width: 960px) {
    .vetting-desk:not(.open) .queue {
      display: block;
      position: static;
      max-block-size: none;
    }
    .vetting-desk:not(.open) .case {
      display: none;
    }
    portal-vetting-desk-page:has(.vetting-desk.open) :is(.count-tabs, .vetting-filters, .workload, .page-head .actions) {
      display: none;
    }
    .to-queue {
      display: inline-flex;
      margin-block-end: calc(var(--u) * 3);
    }
    .vetting-desk .queue button {
      min-block-size: 44px;
    }
  }
`;
