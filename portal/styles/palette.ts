import { css } from 'lit';

/** The command palette, and the list of keys. */
export const paletteStyles = css`
  dialog.palette {
    inline-size: min(640px, calc(100vw - 24px));
    margin-block-start: min(12dvh, 96px);
    max-block-size: min(560px, calc(100dvh - 48px));
    overflow: hidden;
  }
  .palette > .palette-body {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    grid-template-columns: minmax(0, 1fr);
    grid-auto-rows: auto;
    max-block-size: inherit;
  }
  .palette-head {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    padding: var(--space-2) var(--space-3);
    border-block-end: var(--line);
  }
  .palette-head > .icon {
    flex: none;
    margin-inline-start: var(--space-1);
    color: var(--hire-text-muted);
  }
  .palette-head input {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 44px;
    border: 0;
    outline: none;
    background: none;
    color: inherit;
    font: inherit;
    font-size: max(16px, var(--text-3));
  }
  .palette-list {
    overflow-y: auto;
    min-block-size: 120px;
    padding: var(--space-2);
    overscroll-behavior: contain;
  }
  .palette-group {
    padding: var(--space-2) var(--space-2) var(--space-1);
    color: var(--hire-text-muted);
    font-size: var(--text-1);
  }
  .palette-option {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    min-block-size: var(--control-height);
    padding: var(--space-1) var(--space-2);
    border-radius: var(--hire-radius-control);
    cursor: pointer;
  }
  .palette-option .icon {
    flex: none;
    color: var(--hire-text-muted);
  }
  .palette-option > .grow {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .palette-option[aria-selected='true'] {
    background: var(--hire-accent-soft);
    outline: 1px solid transparent;
  }
  .palette-option .palette-note {
    color: var(--hire-text-muted);
    font-size: var(--text-1);
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
    max-inline-size: 45%;
  }
  .palette-option mark {
    background: none;
    color: inherit;
    font-weight: var(--hire-font-weight-strong);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .palette-failed {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    padding: var(--space-2) var(--space-4);
    border-block-start: var(--line);
    color: var(--hire-text);
    font-size: var(--text-1);
  }
  .palette-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-4);
    padding: var(--space-2) var(--space-4);
    border-block-start: var(--line);
    color: var(--hire-text-muted);
    font-size: var(--text-1);
  }
  .keys {
    display: inline-flex;
    gap: 3px;
    white-space: nowrap;
  }
  kbd {
    min-inline-size: 20px;
    padding: 1px 5px;
    border: var(--line);
    border-radius: var(--radius-inner);
    background: var(--hire-surface-sunken);
    color: var(--hire-text-muted);
    font: inherit;
    font-size: var(--text-1);
    line-height: 18px;
    text-align: center;
  }
  .palette-option > .keys {
    min-inline-size: 52px;
    justify-content: flex-end;
  }
  .shortcut-lists {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(230px, 100%), 1fr));
    gap: var(--space-5) var(--space-6);
    align-items: start;
  }
  .shortcut-lists h3 {
    margin-block-end: var(--space-2);
    font-size: var(--text-2);
  }
  .shortcut-list > div {
    display: flex;
    justify-content: space-between;
    gap: var(--space-3);
    padding-block: var(--space-1);
  }
  .shortcut-list > div + div {
    border-block-start: var(--line);
  }
  @media (max-width: 640px), (pointer: coarse) {
    .palette-foot,
    .palette-option .keys {
      display: none;
    }
    dialog.palette {
      margin-block-start: 12px;
      max-block-size: calc(100dvh - 24px);
    }
  }
`;
