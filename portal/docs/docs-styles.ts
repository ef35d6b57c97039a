import { css } from 'lit';

export const docsStyles = css`
  .docs-frame {
    display: grid;
    grid-template-columns: 264px minmax(0, 1fr);
    align-items: start;
  }
  .docs-nav {
    position: sticky;
    inset-block-start: var(--top);
    max-block-size: calc(100dvh - var(--top));
    overflow-y: auto;
    padding: var(--space-5) var(--space-4);
  }
  .docs-nav .stack {
    gap: var(--space-2);
  }
  .docs-menu {
    display: none;
  }
  .docs-frame h2 a.anchor {
    color: inherit;
    text-decoration: none;
  }
  .docs-frame h2 a.anchor:hover {
    text-decoration: underline;
  }
  nav h2 {
    padding-block-start: var(--space-3);
    padding-inline: var(--space-3);
    color: var(--hire-text-muted);
    font-size: var(--text-1);
  }
  .docs-links {
    list-style: none;
  }
  .docs-links a {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: var(--space-2);
    padding: calc(var(--u) * 1.25) var(--space-3);
    line-height: 1.4;
    border-radius: var(--hire-radius-control);
    color: var(--hire-text);
    text-decoration: none;
  }
  .docs-links a:hover {
    background: var(--hire-surface-sunken);
  }
  .docs-links a[aria-current='page'] {
    background: var(--hire-accent-soft);
    font-weight: var(--hire-font-weight-strong);
  }
  .docs-page {
    gap: var(--space-7);
  }
  .docs-page section {
    scroll-margin-top: calc(var(--top) + 16px);
  }
  .docs-page :is(p, ul, ol) {
    max-inline-size: 76ch;
  }
  .docs-page :is(section, header) > :is(ul, ol) {
    padding-inline-start: var(--space-5);
  }
  .docs-page :is(section, header) > ol {
    list-style: decimal;
  }
  .docs-page section > ul {
    list-style: disc;
  }
  .docs-page .docs-cards {
    list-style: none;
  }
  .docs-page summary {
    cursor: pointer;
  }
  #tested td:nth-child(2) {
    white-space: nowrap;
  }
  /* Its first cells are sentences. */
  .statement .table :is(th, td) {
    white-space: normal;
    vertical-align: top;
  }
  .statement .table th {
    min-inline-size: 11ch;
  }
  .docs-page code {
    font-size: 0.92em;
    overflow-wrap: anywhere;
  }
  .docs-page .code pre code {
    font-size: inherit;
    overflow-wrap: normal;
  }
  .tag-name {
    color: var(--hire-text-muted);
  }
  .table-scroll {
    overflow-x: auto;
  }
  .table-scroll .table thead th {
    white-space: normal;
  }
  .table-scroll .table th[scope='row'] {
    color: var(--hire-text);
    font-size: inherit;
    vertical-align: top;
  }
  .table-scroll .table td {
    vertical-align: top;
  }
  .table-scroll .table td code {
    overflow-wrap: normal;
  }
  @media (min-width: 641px) {
    .table-scroll .table td:last-child {
      min-inline-size: 240px;
    }
  }
  @media (max-width: 640px) {
    .table-scroll .table.cards code {
      overflow-wrap: anywhere;
    }
    .table-scroll .table.cards th[scope='row'] {
      color: var(--hire-text);
      font-weight: var(--hire-font-weight-strong);
    }
  }
  .segments.scrolls {
    max-inline-size: 100%;
    justify-self: start;
    overflow-x: auto;
  }
  .playground {
    overflow: clip;
  }
  .stage {
    padding: var(--space-5);
    border-block-end: var(--line);
    background: var(--hire-surface);
    color: var(--hire-text);
  }
  .stage-width {
    container-type: inline-size;
    min-block-size: 320px;
    margin-inline: auto;
  }
  .playground .controls {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(176px, 1fr));
    gap: var(--space-4);
    padding: var(--space-5);
    border-block-end: var(--line);
  }
  .playground .controls .field {
    display: grid;
    gap: var(--space-1);
    font-size: var(--text-1);
  }
  .log,
  .code-ways {
    padding: var(--space-4) var(--space-5);
  }
  .log {
    border-block-end: var(--line);
  }
  .log summary {
    cursor: pointer;
  }
  .log ol {
    max-block-size: 240px;
    overflow-y: auto;
    padding: 0;
    list-style: none;
    max-inline-size: none;
  }
  .log pre {
    max-block-size: 200px;
    overflow: auto;
    padding: var(--space-3);
    font-size: var(--text-1);
  }
  .docs-cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(240px, 1fr));
    gap: var(--space-4);
  }
  .docs-page .docs-cards {
    max-inline-size: none;
  }
  .docs-cards > .card {
    display: grid;
    gap: var(--space-1);
    align-content: start;
  }
  /* What a sentence introduces does not cling to it, nor the next sentence to that. */
  .docs-page section > :is(p, ol, .stack) + :is(.card, .code, .stack, docs-playground),
  .docs-page section > :is(.card, .code, .stack) + :is(p, ol, .code, .stack) {
    margin-block-start: var(--space-2);
  }
  .docs-page docs-playground {
    display: block;
  }
  .swatch {
    display: inline-block;
    inline-size: 1.1em;
    block-size: 1.1em;
    border: 1px solid var(--hire-border-strong);
    border-radius: 3px;
    vertical-align: -0.2em;
  }
  @media (max-width: 960px) {
    .docs-frame {
      grid-template-columns: minmax(0, 1fr);
    }
    .docs-nav,
    .top-bar > .muted {
      display: none;
    }
    .top-bar .top-end {
      flex: none;
    }
    .top-bar .brand {
      overflow: hidden;
    }
    .docs-menu {
      display: block;
      padding: var(--space-1) var(--space-4);
      border-block-end: var(--line);
    }
    .docs-menu summary {
      min-block-size: 44px;
      align-content: center;
      cursor: pointer;
    }
    .docs-frame main {
      padding: var(--space-5) var(--space-4) var(--space-8);
    }
    .stage {
      padding: var(--space-3);
    }
    .playground .controls {
      grid-template-columns: repeat(auto-fill, minmax(136px, 1fr));
      gap: var(--space-3);
      padding: var(--space-4);
    }
    .docs-cards {
      gap: var(--space-2);
    }
    .docs-cards > .card {
      padding: var(--space-3) var(--space-4);
    }
    .docs-links a {
      min-block-size: 44px;
      align-content: center;
    }
  }
`;
