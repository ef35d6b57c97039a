import { css } from 'lit';

export const themeEditorStyles = css`
  .theme-editor {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 440px);
    gap: var(--space-6);
    align-items: start;
  }
  .theme-editor > aside {
    position: sticky;
    inset-block-start: calc(var(--top) + var(--u) * 6);
    max-block-size: calc(100dvh - var(--top) - var(--u) * 8);
    overflow-y: auto;
  }
  @media (max-width: 1000px) {
    .theme-editor {
      grid-template-columns: minmax(0, 1fr);
    }
    .theme-editor > aside {
      position: static;
      order: -1;
      max-block-size: none;
    }
  }
  .ready-themes {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .color-fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(210px, 100%), 1fr));
    gap: var(--space-4);
  }
  input[type='color'] {
    flex: none;
    inline-size: var(--control-height);
    block-size: var(--control-height);
    padding: 3px;
    border: 1px solid var(--hire-border-strong);
    border-radius: var(--hire-radius-control);
    background: var(--hire-surface-raised);
    cursor: pointer;
  }
  .color-fields .input {
    font-size: var(--text-1);
  }
  .sample-bar {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    padding: var(--space-3) var(--space-4);
    border-block-end: var(--line);
    background: var(--hire-surface-raised);
  }
  .sample-input {
    display: flex;
    align-items: center;
    flex: 1;
    margin-inline-start: var(--space-2);
  }
  .sample-body {
    padding: var(--space-4);
  }
  .sample-match {
    background: var(--hire-accent-soft);
  }
  .sample-focus {
    outline: 2px solid var(--hire-focus);
    outline-offset: 2px;
  }
`;
