import { css } from 'lit';

export const menuStyles = css`
  .menu {
    position: fixed;
    inset: calc(var(--top) - 4px) max(12px, env(safe-area-inset-right)) auto auto;
    margin: 0;
    inline-size: min(300px, calc(100vw - 24px));
    max-block-size: calc(100dvh - var(--top) - 16px);
    overflow-y: auto;
    padding: var(--space-2);
    border: 1px solid var(--hire-border);
    border-radius: var(--hire-radius-surface);
    background: var(--hire-surface-raised);
    color: var(--hire-text);
    box-shadow: var(--hire-shadow);
  }
  .menu hr {
    margin: var(--space-2) 0;
    border: 0;
    border-block-start: var(--line);
  }
  .menu-head {
    padding: var(--space-2) var(--space-3);
  }
  .menu-item {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    inline-size: 100%;
    min-block-size: var(--control-height);
    padding-inline: var(--space-3);
    border: 0;
    border-radius: var(--hire-radius-control);
    background: none;
    color: inherit;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .menu-item:hover {
    background: var(--hire-surface-sunken);
  }
  .menu-item > .row {
    margin-inline-start: auto;
    gap: var(--space-1);
  }
  .menu-row {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3);
    padding: var(--space-2) var(--space-3);
  }
  .menu.anchored {
    inset: auto;
    inline-size: auto;
    min-inline-size: 200px;
    max-inline-size: min(320px, calc(100vw - 24px));
  }
  .menu-item[aria-disabled='true'] {
    color: var(--hire-text-muted);
    cursor: not-allowed;
  }
  .menu-item.danger {
    color: var(--hire-danger);
  }
  .menu-item .why {
    display: block;
    color: var(--hire-text-muted);
    font-size: var(--text-1);
  }
`;
