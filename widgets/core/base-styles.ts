import { css } from './css.ts';

/** Controls and type of every widget; only tokens, so that a theme reaches all of it. */
export const baseStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--_text);
    font-family: var(--_font-family);
    font-size: var(--_font-size);
    line-height: 1.45;
    font-variant-numeric: tabular-nums;
    text-align: start;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  * {
    box-sizing: border-box;
  }
  .root {
    --s: var(--_space);
    --hit: 36px;
    --small: calc(var(--_font-size) * 0.875);
    --large: calc(var(--_font-size) * 1.15);
    position: relative;
  }
  h2,
  h3,
  p,
  ul,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  ul {
    list-style: none;
  }
  h2,
  h3,
  legend,
  b,
  dt,
  th {
    font-weight: var(--_font-weight-strong);
  }
  h2 {
    font-size: calc(var(--_font-size) * 1.4);
    line-height: 1.25;
  }
  h3 {
    font-size: inherit;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
  }
  button,
  select,
  .field {
    min-height: var(--hit);
    padding: 0 calc(var(--s) * 3);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-control);
    background: var(--_surface-raised);
    max-width: 100%;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--s) * 1.5);
    font-weight: 500;
    cursor: pointer;
    transition: background var(--_motion);
  }
  button:hover,
  select:hover {
    background: var(--_surface-sunken);
  }
  button[aria-pressed='true'] {
    background: var(--_accent-soft);
    border-color: var(--_accent);
    color: var(--_link);
  }
  .primary {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_accent-contrast);
  }
  .primary:hover {
    background: color-mix(in oklab, var(--_accent), var(--_text) 14%);
  }
  .plain {
    border-color: transparent;
    background: none;
  }
  .link {
    border: 0;
    padding: 0;
    background: none;
    color: var(--_link);
    text-align: start;
  }
  .link:hover {
    background: none;
    text-decoration: underline;
  }
  button[disabled] {
    color: var(--_text-muted);
    background: var(--_surface-sunken);
    border-color: var(--_border);
    cursor: default;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  svg {
    inline-size: 1.15em;
    block-size: 1.15em;
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  input[type='checkbox'],
  input[type='radio'] {
    accent-color: var(--_accent);
    inline-size: 16px;
    block-size: 16px;
    flex: none;
  }
  .muted {
    color: var(--_text-muted);
  }
  .small {
    font-size: var(--small);
  }
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--s) * 2);
  }
  .notice {
    display: grid;
    justify-items: center;
    gap: calc(var(--s) * 3);
    padding: calc(var(--s) * 8) calc(var(--s) * 4);
    text-align: center;
  }
  .notice svg {
    inline-size: 28px;
    block-size: 28px;
    color: var(--_text-muted);
  }
  .bone {
    border-radius: var(--_radius-control);
    background: var(--_surface-sunken);
    animation: breathe 1.2s infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  dialog {
    color: inherit;
    border: 0;
    padding: 0;
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
  @container (width < 640px) {
    .root {
      --hit: 44px;
    }
  }
  @media (pointer: coarse) {
    .root {
      --hit: 44px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    dialog {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (prefers-contrast: more) {
    .root {
      --_border: var(--_text-muted);
      --_border-strong: var(--_text);
      --_text-muted: var(--_text);
    }
  }
  @media (forced-colors: active) {
    button[aria-pressed='true'],
    .primary {
      border-color: Highlight;
      outline: 1px solid Highlight;
    }
  }
`;
