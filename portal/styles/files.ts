import { css } from 'lit';

export const fileStyles = css`
  .drop {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
    padding: var(--space-3);
    border: 1px dashed var(--hire-border-strong);
    border-radius: var(--hire-radius-control);
  }
  .drop.over {
    background: var(--hire-accent-soft);
    border-color: var(--hire-accent);
  }
  .drop .button:focus-within {
    outline: 2px solid var(--hire-focus);
    outline-offset: 2px;
  }
  .file-list {
    display: grid;
  }
  .file-list > li {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-block-size: calc(var(--u) * 9);
    overflow-wrap: anywhere;
  }
  .file-list > li > .icon {
    color: var(--hire-text-muted);
  }
  .file-list > li + li {
    border-block-start: var(--line);
  }
  .file-list progress {
    display: block;
    inline-size: 100%;
    block-size: 6px;
  }
`;
