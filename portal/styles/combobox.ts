import { css } from 'lit';

export const comboboxStyles = css`
  .combobox {
    position: relative;
  }
  .listbox {
    position: absolute;
    inset: calc(100% + 4px) 0 auto;
    z-index: 3;
    max-block-size: 320px;
    overflow-y: auto;
    padding: var(--space-1);
    border: 1px solid var(--hire-border);
    border-radius: var(--hire-radius-control);
    background: var(--hire-surface-raised);
    box-shadow: var(--hire-shadow);
  }
  .listbox > li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--space-3);
    align-items: center;
    min-block-size: calc(var(--u) * 9);
    padding: var(--space-1) var(--space-3);
    overflow-wrap: anywhere;
    border-radius: calc(var(--hire-radius-control) - 2px);
    cursor: pointer;
  }
  .listbox > li:is(:hover, [aria-selected='true']) {
    background: var(--hire-accent-soft);
  }
`;
