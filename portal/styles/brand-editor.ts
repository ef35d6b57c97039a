import { css } from 'lit';

export const brandEditorStyles = css`
  .brand-tabs {
    margin-block-end: calc(var(--u) * 4);
    overflow-x: auto;
    scrollbar-width: thin;
  }
  .brand-tabs > * {
    inline-size: max-content;
    white-space: nowrap;
  }
  @media (max-width: 1000px) {
    .theme-editor:has(.preview-card) > aside {
      order: 0;
    }
  }
  .image-field {
    grid-template-columns: minmax(0, 1fr);
  }
  .image-row {
    display: flex;
    align-items: center;
    gap: calc(var(--u) * 3);
  }
  .image-well {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    place-items: center;
    inline-size: 180px;
    min-inline-size: 64px;
    block-size: 64px;
    padding: calc(var(--u) * 2);
    border: 1px dashed var(--hire-border-strong);
    border-radius: var(--hire-radius-control);
    background: #fff;
    color: #52525b;
  }
  .image-well.darkLogo {
    background: #18181b;
  }
  .image-well.darkLogo .muted {
    color: #d4d4d8;
  }
  .image-well .muted {
    color: #52525b;
  }
  .image-well.favicon {
    inline-size: 64px;
  }
  .image-well.picture {
    block-size: 110px;
  }
  .image-well img {
    max-inline-size: 100%;
    max-block-size: 100%;
    object-fit: contain;
  }
  .image-row label.button:focus-within {
    outline: 2px solid var(--hire-focus);
    outline-offset: 2px;
  }
  .swatch {
    inline-size: 32px;
    block-size: 32px;
    border: 1px solid var(--hire-border-strong);
    border-radius: 50%;
    cursor: pointer;
  }
  .word-rows {
    display: grid;
    gap: calc(var(--u) * 2);
  }
  .word-row {
    display: grid;
    grid-template-columns: minmax(90px, 1fr) repeat(2, minmax(0, 1.4fr)) auto;
    align-items: center;
    gap: calc(var(--u) * 2);
  }
  .word-row .field-error {
    grid-column: 2 / -1;
  }
  .preview-card > header {
    flex-wrap: wrap;
    gap: calc(var(--u) * 2);
  }
  .brand-preview {
    border: 1px solid var(--hire-border-strong);
    border-radius: var(--hire-radius-surface);
    overflow: hidden;
    background: var(--hire-surface);
    color: var(--hire-text);
    font-size: var(--text-2);
    pointer-events: none;
  }
  .brand-preview.light {
    color-scheme: light;
  }
  .brand-preview.dark {
    color-scheme: dark;
  }
  .sample-logo {
    block-size: 28px;
    inline-size: auto;
  }
  .sample-nav {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--u) * 1);
    padding: calc(var(--u) * 2) calc(var(--u) * 3);
    border-block-end: var(--line);
    background: var(--hire-surface-raised);
  }
  .sample-nav span {
    padding: calc(var(--u) * 1) calc(var(--u) * 2);
    border-radius: var(--hire-radius-control);
  }
  .sample-nav .is-here {
    background: var(--hire-accent-soft);
    color: var(--hire-link);
    font-weight: var(--hire-font-weight-strong);
  }
  .brand-preview hire-talent-search {
    display: block;
    max-block-size: 420px;
    overflow: hidden;
  }
  .sample-sign-in {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
    gap: calc(var(--u) * 5);
    align-items: center;
  }
  .sample-sign-in .input {
    display: block;
  }
  .sample-sign-in img {
    inline-size: 100%;
    border-radius: var(--hire-radius-surface);
  }
  .mail-frame {
    display: block;
    inline-size: 100%;
    block-size: 520px;
    border: var(--line);
    border-radius: var(--hire-radius-control);
  }
  .paper {
    display: block;
    inline-size: 100%;
    margin-block-end: calc(var(--u) * 2);
    border: var(--line);
    background: #fff;
  }
  .brand-versions {
    max-block-size: 60vh;
    overflow: auto;
  }
  @media (max-width: 560px) {
    .word-row {
      grid-template-columns: 1fr 1fr;
    }
    .word-row .label {
      grid-column: 1 / -1;
    }
  }
`;
