import { css } from '../core/css.ts';

export const talentSearchStyles = css`
  .root {
    display: grid;
    gap: calc(var(--s) * 4);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--s) * 2);
  }
  .words {
    flex: 1 1 280px;
    position: relative;
  }
  .words .field {
    display: flex;
    align-items: center;
    gap: calc(var(--s) * 2);
    min-height: calc(var(--hit) + 4px);
  }
  .words svg {
    color: var(--_text-muted);
  }
  .words input {
    flex: 1;
    min-inline-size: 0;
    border: 0;
    outline: 0;
    background: none;
    align-self: stretch;
  }
  .words .field:focus-within {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }
  ::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  [role='listbox'] {
    position: absolute;
    z-index: 2;
    inset-inline: 0;
    margin-block-start: var(--s);
    padding: var(--s);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-surface);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }
  [role='option'] {
    display: flex;
    justify-content: space-between;
    align-items: center;
    min-height: var(--hit);
    padding: 0 calc(var(--s) * 3);
    border-radius: var(--_radius-control);
    cursor: pointer;
  }
  [role='option']:hover,
  [role='option'][aria-selected='true'] {
    background: var(--_accent-soft);
  }
  .bar > button {
    min-height: calc(var(--hit) + 4px);
  }
  .body {
    display: grid;
    gap: calc(var(--s) * 5);
    align-items: start;
  }
  aside:not(.open) {
    display: none;
  }
  details {
    border-block-end: 1px solid var(--_border);
    padding-block: calc(var(--s) * 1.5);
  }
  summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: var(--hit);
    font-weight: var(--_font-weight-strong);
    cursor: pointer;
    list-style: none;
  }
  summary::after {
    content: '';
    inline-size: 7px;
    block-size: 7px;
    border: solid var(--_text-muted);
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
    margin: 0 4px 4px;
  }
  [open] > summary::after {
    rotate: 225deg;
    margin-block: 4px 0;
  }
  details > div {
    display: grid;
    justify-items: start;
    padding-block-end: calc(var(--s) * 1.5);
  }
  .choice {
    display: flex;
    align-items: center;
    gap: calc(var(--s) * 2);
    inline-size: 100%;
    min-height: calc(var(--hit) - 6px);
    cursor: pointer;
  }
  .choice span:nth-of-type(1) {
    flex: 1;
  }
  .edges {
    display: flex;
    gap: calc(var(--s) * 2);
    padding-block: calc(var(--s) * 1);
  }
  .edges input {
    inline-size: 0;
    flex: 1;
  }
  .results {
    display: grid;
    gap: calc(var(--s) * 3);
    min-inline-size: 0;
  }
  .summary {
    justify-content: space-between;
    min-height: var(--hit);
  }
  .count {
    font-weight: var(--_font-weight-strong);
    font-size: var(--large);
  }
  .list {
    border: 1px solid var(--_border);
    border-radius: var(--_radius-surface);
    background: var(--_surface-raised);
    overflow: clip;
    transition: opacity var(--_motion);
  }
  [aria-busy='true'] > .list {
    opacity: 0.6;
  }
  .list > li {
    display: grid;
    grid-template: 'portrait who figures' auto '. more more' auto '. actions actions' auto / 48px minmax(0, 1fr) auto;
    gap: calc(var(--s) * 2) calc(var(--s) * 4);
    padding: calc(var(--s) * 4);
  }
  .list > li + li {
    border-block-start: 1px solid var(--_border);
  }
  .portrait {
    grid-area: portrait;
    position: relative;
    display: inline-grid;
    place-items: center;
    inline-size: 48px;
    aspect-ratio: 1;
    flex: none;
    border-radius: 50%;
    overflow: hidden;
    background: var(--_accent-soft);
    color: var(--_link);
    font-weight: var(--_font-weight-strong);
  }
  .portrait img {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .who {
    grid-area: who;
    display: grid;
    gap: var(--s);
    align-content: start;
  }
  .name {
    font-weight: inherit;
    font-size: var(--large);
    min-height: 24px;
  }
  .headline {
    font-weight: 500;
  }
  .facts {
    gap: var(--s) calc(var(--s) * 4);
  }
  .facts span,
  .verified,
  .badge {
    display: inline-flex;
    align-items: center;
    gap: var(--s);
  }
  .verified {
    color: var(--_success);
  }
  .badge {
    padding: 0 calc(var(--s) * 2);
    border: 1px solid currentcolor;
    border-radius: 99px;
    font-size: var(--small);
    color: var(--_info);
  }
  .expertVetted {
    color: var(--_link);
    background: var(--_accent-soft);
  }
  .risingTalent {
    color: var(--_text-muted);
  }
  .figures {
    grid-area: figures;
    text-align: end;
  }
  .amount {
    font-size: var(--large);
  }
  .more {
    grid-area: more;
    display: grid;
    gap: calc(var(--s) * 2);
  }
  .excerpt {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    max-inline-size: 76ch;
  }
  mark {
    background: var(--_accent-soft);
    color: inherit;
    font-weight: var(--_font-weight-strong);
    border-radius: 2px;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--s) * 1.5);
  }
  .chips > li,
  .chips > button {
    display: inline-flex;
    align-items: center;
    gap: var(--s);
    padding: 1px calc(var(--s) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-control);
    background: var(--_surface-sunken);
    font-size: var(--small);
  }
  .chips > .matched {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    color: var(--_link);
    font-weight: 500;
  }
  .chips > button {
    min-height: calc(var(--hit) - 6px);
    padding-inline: calc(var(--s) * 2.5);
  }
  .why b {
    padding-inline-end: var(--s);
  }
  .actions {
    grid-area: actions;
  }
  .list > .skeleton {
    min-height: 212px;
  }
  .bone.title {
    block-size: 22px;
    inline-size: 40%;
  }
  .bone.block {
    block-size: 76px;
  }
  .load {
    justify-self: center;
  }
  .tray {
    position: sticky;
    inset-block-end: calc(var(--s) * 2);
    z-index: 1;
    justify-content: space-between;
    padding: calc(var(--s) * 2) calc(var(--s) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-surface);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }
  dialog {
    inline-size: min(720px, 100%);
    max-inline-size: none;
    block-size: 100dvh;
    max-block-size: none;
    margin: 0;
    margin-inline-start: auto;
    transition: translate var(--_motion);
  }
  @starting-style {
    dialog[open] {
      translate: 24px;
    }
  }
  .compare {
    inline-size: min(1120px, 100%);
  }
  .panel {
    display: grid;
    gap: calc(var(--s) * 5);
    align-content: start;
    padding: calc(var(--s) * 6);
    position: relative;
  }
  .close {
    position: absolute;
    inset-block-start: calc(var(--s) * 3);
    inset-inline-end: calc(var(--s) * 3);
  }
  @container (width >= 800px) {
    .body {
      grid-template-columns: 236px minmax(0, 1fr);
    }
    aside:not(.open) {
      display: block;
    }
    .toggle {
      display: none;
    }
  }
  @container (width < 640px) {
    .list > li {
      grid-template: 'portrait who' auto 'figures figures' auto 'more more' auto 'actions actions' auto / 48px minmax(0, 1fr);
    }
    .figures {
      display: flex;
      align-items: baseline;
      justify-content: space-between;
      text-align: start;
    }
    .actions > button,
    .bar > button {
      flex: 1;
    }
    .list > .skeleton {
      min-height: 330px;
    }
    .panel {
      padding: calc(var(--s) * 4);
    }
  }
  @media print {
    .bar,
    aside,
    .actions,
    .load,
    .tray {
      display: none !important;
    }
  }
`;
