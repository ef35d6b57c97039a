import { css } from 'lit';

export const timelineStyles = css`
  .timeline {
    list-style: none;
    display: grid;
  }
  .timeline > li {
    position: relative;
    display: grid;
    gap: calc(var(--u) * 0.5);
    padding: 0 0 var(--space-5) var(--space-6);
  }
  .timeline > li::before {
    content: '';
    position: absolute;
    inset: 0.45em auto auto 0;
    inline-size: 9px;
    block-size: 9px;
    border: 2px solid var(--hire-border-strong);
    border-radius: 50%;
    background: var(--hire-surface-raised);
  }
  .timeline > li.moved::before {
    border-color: var(--hire-accent);
    background: var(--hire-accent);
  }
  .timeline > li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset: calc(0.45em + 13px) auto -0.25em 4px;
    border-inline-start: var(--line);
  }
  .timeline > li:last-child {
    padding-block-end: 0;
  }
  .timeline .reason {
    padding-inline-start: var(--space-3);
    border-inline-start: 2px solid var(--hire-border);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
`;
