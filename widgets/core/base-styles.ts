import { css } from './css.ts';

/**
 * Controls and type of every widget; only tokens, so that a theme reaches all of it. A page's own rules win on the
 * element itself, be it `* { all: unset }`: what the inside needs begins anew at its root.
 */
export const baseStyles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .root {
    all: initial;
    container-type: inline-size;
    color-scheme: inherit;
    visibility: inherit;
    color: var(--_text);
    font-family: var(--_font-family);
    font-size: var(--_font-size);
    line-height: 1.45;
    font-variant-numeric: tabular-nums;
    --s: var(--_space);
    --hit: 36px;
    --line: 1px solid var(--_border);
    --small: calc(var(--_font-size) * 0.875);
    --large: calc(var(--_font-size) * 1.15);
  }
  .root,
  .stack {
    display: grid;
    gap: calc(var(--s) * 4);
    align-content: start;
  }
  .card {
    border: var(--line);
    border-radius: var(--_radius-surface);
    background: var(--_surface-raised);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--s) * 2);
  }
  .spread {
    justify-content: space-between;
  }
  ul {
    list-style: none;
  }
  .card > li:last-child {
    border-bottom: 0;
  }
  h2,
  h3,
  b,
  th {
    font-weight: var(--_font-weight-strong);
  }
  h2,
  h3,
  .large {
    font-size: var(--large);
  }
  button,
  input,
  select,
  table {
    font: inherit;
    color: inherit;
  }
  button,
  select,
  .field {
    min-height: var(--hit);
    padding: 0 calc(var(--s) * 3);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-control);
    background: var(--_surface-raised);
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--s) * 1.5);
    cursor: pointer;
  }
  button:hover {
    background: var(--_surface-sunken);
  }
  [aria-pressed='true'],
  .matched {
    background: var(--_accent-soft);
    border-color: var(--_accent);
    color: var(--_link);
  }
  .primary,
  .primary:hover {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_accent-contrast);
  }
  .plain,
  .link {
    border-color: transparent;
    background: none;
    color: var(--_link);
  }
  .link {
    padding: 0;
    min-height: 24px;
    text-align: start;
  }
  .link:hover {
    background: none;
    text-decoration: underline;
  }
  [disabled] {
    opacity: 0.6;
    cursor: default;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  svg {
    width: 1.15em;
    height: 1.15em;
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [type='checkbox'],
  [type='radio'] {
    accent-color: var(--_accent);
    width: 16px;
    height: 16px;
  }
  .muted {
    color: var(--_text-muted);
  }
  .small {
    font-size: var(--small);
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .tray {
    position: sticky;
    bottom: calc(var(--s) * 2);
    padding: calc(var(--s) * 3);
    box-shadow: var(--_shadow);
  }
  p[role='status'] {
    min-height: 1.45em;
  }
  .notice {
    justify-items: center;
    padding: calc(var(--s) * 9);
    text-align: center;
  }
  .bone {
    height: 200px;
    padding: calc(var(--s) * 4);
    border-radius: var(--_radius-surface);
    background: repeating-linear-gradient(var(--_surface-sunken) 0 1em, #0000 0 2em) content-box;
    animation: breathe 1.2s infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
  @container (width < 640px) {
    .root > * {
      --hit: 44px;
    }
  }
  @media (pointer: coarse) {
    .root {
      --hit: 44px;
    }
  }
  @media (prefers-reduced-motion) {
    .bone {
      animation: none;
    }
  }
  @media (prefers-contrast: more) {
    .root {
      --_border: var(--_text);
      --_border-strong: var(--_text);
      --_text-muted: var(--_text);
    }
  }
  @media print {
    .root {
      color-scheme: light;
    }
    button:not(.link),
    select,
    [part='bar'] {
      display: none;
    }
  }
  @media (forced-colors: active) {
    [aria-pressed='true'],
    .primary {
      outline: 2px solid Highlight;
    }
  }
`;
