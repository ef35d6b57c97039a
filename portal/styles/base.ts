import { css } from 'lit';

/** How the page itself and bare elements look. */
export const baseStyles = css`
  :root {
    --top: calc(var(--u) * 14);
    color: var(--hire-text);
    background: var(--hire-surface);
    font-family: var(--page-font);
    font-size: var(--text-2);
    line-height: 1.5;
    -webkit-text-size-adjust: 100%;
    scroll-padding-top: calc(var(--top) + 24px);
    accent-color: var(--hire-accent);
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset,
  pre {
    margin: 0;
    padding: 0;
  }
  blockquote {
    margin: 0;
    padding-inline-start: var(--space-4);
    border-inline-start: 3px solid var(--hire-border);
  }
  fieldset {
    border: 0;
    min-inline-size: 0;
  }
  h1,
  h2,
  h3,
  strong,
  th {
    font-weight: var(--hire-font-weight-strong);
  }
  h1 {
    font-size: var(--text-5);
    line-height: 1.2;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  h2 {
    font-size: var(--text-3);
    line-height: 1.35;
    letter-spacing: -0.005em;
  }
  h3 {
    font-size: var(--text-2);
  }
  /* No line of one word at the end of a sentence. */
  p {
    text-wrap: pretty;
  }
  h1:focus {
    outline: none;
  }
  ul[class],
  ol[class] {
    list-style: none;
  }
  a {
    color: var(--hire-link);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
    text-decoration-color: color-mix(in oklab, currentcolor 35%, transparent);
  }
  a:hover {
    text-decoration-color: currentcolor;
  }
  a.quiet {
    color: inherit;
    text-decoration: none;
  }
  a.quiet:hover {
    text-decoration: underline;
  }
  :focus-visible {
    outline: 2px solid var(--hire-focus);
    outline-offset: 2px;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  code,
  pre {
    font-family: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace;
    font-size: 0.93em;
  }
  .table,
  .figures,
  .number,
  time,
  input[type='number'],
  input[inputmode='numeric'],
  input[inputmode='decimal'] {
    font-variant-numeric: tabular-nums;
  }
  img {
    display: block;
    max-width: 100%;
  }
  .icon {
    inline-size: 1.15em;
    block-size: 1.15em;
    flex: none;
    stroke-width: 1.9;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .muted {
    color: var(--hire-text-muted);
  }
  .small {
    font-size: var(--text-1);
  }
  .strong {
    font-weight: var(--hire-font-weight-strong);
  }
  .nowrap {
    white-space: nowrap;
  }
  [hidden] {
    display: none !important;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation-duration: 0.01ms !important;
      transition-duration: 0.01ms !important;
    }
  }
`;
