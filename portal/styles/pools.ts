import { css } from 'lit';

/** Pools, their boards, and the weeks of the people in them. */
export const poolStyles = css`
  .pool-cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
    gap: var(--space-4);
  }
  .pool-card {
    display: flex;
    flex-direction: column;
    gap: var(--space-2);
    padding: var(--space-4) var(--space-5);
  }
  .pool-card h3 {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .pool-card p {
    margin: 0;
  }
  .week-strip {
    display: inline-grid;
    grid-template-columns: repeat(8, 24px);
    gap: 2px;
  }
  .week-strip > span {
    display: grid;
    place-items: center;
    block-size: 24px;
    border: 1px solid var(--hire-border);
    border-radius: var(--radius-inner);
    font-size: var(--text-1);
    font-variant-numeric: tabular-nums;
  }
  .week-row {
    display: grid;
    grid-template-columns: repeat(8, minmax(0, 1fr));
    gap: var(--space-2);
  }
  .week-row > li {
    display: grid;
    justify-items: center;
    gap: var(--space-1);
  }
  .week-row .figure {
    display: grid;
    place-items: center;
    inline-size: 100%;
    min-block-size: var(--control-height);
    border: 1px solid var(--hire-border);
    border-radius: var(--radius-inner);
    font-variant-numeric: tabular-nums;
  }
  :is(.week-strip > .free, .week-row .free) {
    border-color: transparent;
    background: color-mix(in oklab, var(--hire-success) 20%, var(--hire-surface-raised));
    color: var(--hire-text);
    font-weight: 600;
  }
  :is(.week-strip > .partly, .week-row .partly) {
    border-style: dashed;
    border-color: var(--hire-warning);
  }
  :is(.week-strip > .busy, .week-row .busy) {
    color: var(--hire-text-muted);
  }
  .week-strip > .asked {
    outline: 2px solid var(--hire-focus);
    outline-offset: 1px;
  }
  .one-line {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 1;
  }
  .tag-form {
    display: flex;
    gap: var(--space-2);
    max-inline-size: 480px;
  }
  .tag-form .button {
    flex: none;
  }
  .pool-filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 132px), 1fr));
    align-items: end;
    gap: var(--space-3);
    margin-block-end: var(--space-3);
  }
  .pool-filters .wide {
    grid-column: span 2;
  }
  .pool-filters .field {
    margin: 0;
  }
  .pool-result {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3);
    margin-block-end: var(--space-3);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 1px var(--space-2);
    border: 1px solid var(--hire-border);
    border-radius: var(--radius-inner);
    font-size: var(--text-1);
  }
  .chip button {
    display: inline-grid;
    padding: 2px;
    border: 0;
    background: none;
    color: inherit;
    cursor: pointer;
  }
  .pool-notes {
    display: grid;
    gap: var(--space-3);
  }
  .pool-notes li {
    padding-block-end: var(--space-3);
    border-block-end: var(--line);
  }
  .pool-notes p {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .own-weeks {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 248px), 1fr));
    gap: var(--space-3);
  }
  /* The way back to the profile keeps its room where there is none, so that the hours stand below each other. */
  .own-week {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto var(--control-height);
    align-items: center;
    gap: var(--space-2);
    padding: var(--space-2) var(--space-3);
    border: 1px solid var(--hire-border);
    border-radius: var(--radius-inner);
  }
  .own-week .input {
    inline-size: 72px;
    text-align: end;
  }
  @media (max-width: 640px) {
    .week-row {
      grid-template-columns: repeat(4, minmax(0, 1fr));
      row-gap: var(--space-3);
    }
    .pool-filters .wide {
      grid-column: 1 / -1;
    }
    .pool-filters {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
