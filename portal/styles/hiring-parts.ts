import { css } from 'lit';

/** Parts that hiring added: filter bars with counts, money, formatted text, what is saved. */
export const hiringPartStyles = css`
  .money {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .input.end {
    text-align: end;
  }
  .count-tabs {
    display: flex;
    gap: var(--space-1);
    overflow-x: auto;
    scrollbar-width: none;
  }
  /* Where there are more tabs or filters than the line holds, its end fades until it is reached. */
  @supports (animation-timeline: scroll()) {
    @property --more-after {
      syntax: '<length>';
      inherits: false;
      initial-value: 0px;
    }
    :is(.count-tabs, .tabs) {
      mask-image: linear-gradient(to right, var(--hire-text) calc(100% - var(--more-after)), transparent);
      /* Not the shorthand: the minifier puts the timeline into it, where browsers do not take it. */
      animation-name: tabs-end;
      animation-timing-function: linear;
      animation-timeline: scroll(self inline);
    }
    @keyframes tabs-end {
      0%,
      90% {
        --more-after: 40px;
      }
      100% {
        --more-after: 0px;
      }
    }
  }
  .count-tabs > button {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
    flex: none;
    min-block-size: calc(var(--u) * 8);
    padding: 0 var(--space-3);
    border: 1px solid transparent;
    border-radius: var(--hire-radius-control);
    background: none;
    color: var(--hire-text-muted);
    cursor: pointer;
  }
  @media (pointer: coarse) {
    .count-tabs > button {
      min-block-size: var(--control-height);
    }
  }
  .count-tabs > button:hover {
    background: var(--hire-surface-sunken);
  }
  .count-tabs > button[aria-pressed='true'] {
    border-color: var(--hire-border);
    background: var(--hire-surface-raised);
    color: var(--hire-text);
    font-weight: 500;
  }
  .count-tabs .count,
  .tabs .count {
    color: var(--hire-text-muted);
    font-size: var(--text-1);
    font-variant-numeric: tabular-nums;
  }
  .tabs .count {
    margin-inline-start: var(--space-1);
  }
  portal-sandbox-note {
    display: block;
  }
  portal-sandbox-note + .tabs {
    margin-block-start: var(--space-4);
  }
  .count-tabs + :is(.card, .notice) {
    margin-block-start: var(--space-4);
  }
  .stack > .count-tabs + :is(.card, .notice) {
    margin-block-start: 0;
  }
  .filter-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-3);
    margin-block-end: var(--space-4);
  }
  /* What does not fit beside the tabs stands below them, before a tab is cut. */
  .filter-bar > .count-tabs {
    flex: 1 1 auto;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .filter-bar > .search {
    flex: 0 1 260px;
  }
  .rich-text {
    display: grid;
    gap: var(--space-3);
    max-inline-size: 72ch;
    overflow-wrap: anywhere;
  }
  .rich-text :is(h2, h3, h4) {
    margin: 0;
    font-weight: var(--hire-font-weight-strong);
  }
  .rich-text :is(h2, h3, h4):not(:first-child) {
    margin-block-start: var(--space-3);
  }
  .rich-text :is(ul, ol) {
    display: grid;
    gap: var(--space-1);
    padding-inline-start: var(--space-5);
  }
  .legal-since {
    margin-block-start: var(--space-5);
  }
  .rich-text blockquote {
    color: var(--hire-text-muted);
  }
  .rich-text pre {
    padding: var(--space-3);
    border-radius: var(--hire-radius-control);
    background: var(--hire-surface-sunken);
    overflow-x: auto;
  }
  .saved-line {
    display: flex;
    align-items: center;
    min-block-size: var(--space-6);
  }
  @media (max-width: 640px) {
    .filter-bar > :is(.search, .field) {
      flex: 1 1 100%;
    }
  }
  .search {
    position: relative;
    display: block;
  }
  .search > .icon {
    position: absolute;
    inset-inline-start: 10px;
    inset-block-start: calc(50% - 0.575em);
    color: var(--hire-text-muted);
    pointer-events: none;
  }
  .search > .input {
    padding-inline-start: 34px;
  }
  .new {
    padding: 1px var(--space-2);
    border-radius: var(--radius-round);
    background: var(--hire-accent-soft);
    font-size: var(--text-1);
    font-weight: var(--hire-font-weight-strong);
    white-space: nowrap;
  }
`;
