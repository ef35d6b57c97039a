import { css } from 'lit';

/** The template report: question, filters, chart, table, proof. */
export const reportStyles = css`
  .report-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: var(--space-2) var(--space-4);
    margin-block-end: var(--space-4);
  }
  .report-filters,
  .filter-lists {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }
  .report-filters {
    flex: 1;
    min-inline-size: 0;
    gap: var(--space-2) var(--space-4);
  }
  .inline-field {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
  }
  .inline-field > span {
    color: var(--hire-text-muted);
    font-size: var(--text-1);
  }
  .button.is-set {
    border-color: var(--hire-accent);
    background: var(--hire-accent-soft);
  }
  .chosen-words {
    max-inline-size: 22ch;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .filter-menu {
    display: grid;
    gap: var(--space-2);
    min-inline-size: 220px;
    padding: var(--space-1) var(--space-2);
  }
  .filter-menu .choice {
    align-items: center;
    min-block-size: calc(var(--u) * 7);
  }
  .filter-menu .choice input {
    margin: 0;
  }
  .filter-menu .choice .grow {
    overflow-wrap: anywhere;
  }
  portal-report-table,
  portal-report-page {
    display: block;
    min-inline-size: 0;
  }
  .report-proof {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-5);
    color: var(--hire-text-muted);
    font-size: var(--text-1);
  }
  .only-print {
    display: none;
  }
  .report-progress {
    inline-size: 100%;
    block-size: 8px;
    accent-color: var(--hire-accent);
  }
  .report-questions > li {
    padding: 0;
    color: var(--hire-text-muted);
  }
  .report-questions > li > a {
    display: grid;
    gap: 2px;
    padding: var(--space-3) 0 var(--space-3) var(--space-5);
    color: var(--hire-text);
  }
  .report-questions > li > .icon {
    margin-inline-end: var(--space-5);
  }
  .report-questions > li:hover {
    background: var(--hire-surface-sunken);
  }
  .tight-rows > li {
    min-block-size: 0;
  }
  .schedule {
    align-items: flex-start !important;
  }
  .deliveries {
    display: grid;
    gap: var(--space-2);
    padding-block-start: var(--space-1);
  }
  .schedule-when {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
    gap: var(--space-4);
  }
  .schedule-people {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
    gap: 0 var(--space-4);
    max-block-size: 220px;
    overflow-y: auto;
  }
  .findings > li > .tag {
    min-inline-size: 92px;
  }
  @media (max-width: 640px) {
    .report-bar,
    .report-filters {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
    }
    .inline-field {
      display: grid;
      grid-template-columns: calc(var(--u) * 16) minmax(0, 1fr);
    }
    .inline-field .input {
      inline-size: 100%;
    }
    .filter-lists {
      flex-wrap: nowrap;
      padding-block-end: 4px;
      overflow-x: auto;
    }
    .filter-lists .button {
      white-space: nowrap;
    }
  }
  @media print {
    .only-print {
      display: inline;
    }
    .link-button {
      color: inherit;
      text-decoration: none;
    }
    .report-chart {
      break-inside: avoid;
    }
  }
`;
