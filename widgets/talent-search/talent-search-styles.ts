import { css } from '../core/css.ts';

export const talentSearchStyles = css`
  .words {
    flex: 1 1 280px;
    position: relative;
  }
  .words input {
    flex: 1;
    min-width: 0;
    min-height: 44px;
    outline: 0;
    background: none;
  }
  .field:focus-within {
    outline: 2px solid var(--_focus);
  }
  ::placeholder {
    color: var(--_text-muted);
  }
  [role='listbox'] {
    position: absolute;
    z-index: 2;
    inset-inline: 0;
    padding: var(--s);
    box-shadow: var(--_shadow);
  }
  [role='option'] {
    min-height: var(--hit);
    padding: 0 calc(var(--s) * 2);
    cursor: pointer;
  }
  [role='option'][aria-selected='true'] {
    background: var(--_accent-soft);
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
    border-bottom: var(--line);
    padding-block: calc(var(--s) * 2);
  }
  summary {
    min-height: var(--hit);
    font-weight: var(--_font-weight-strong);
    cursor: pointer;
    align-content: center;
  }
  .choice {
    min-height: calc(var(--hit) - 6px);
  }
  .choice span:nth-of-type(1) {
    flex: 1;
  }
  .values {
    max-height: 232px;
    overflow: auto;
  }
  [aria-busy='true'] > .list {
    opacity: 0.6;
  }
  .person {
    border-bottom: var(--line);
    display: grid;
    grid-template: 'portrait who figures' '. more more' / 48px 1fr auto;
    gap: calc(var(--s) * 2) calc(var(--s) * 4);
    padding: calc(var(--s) * 4);
  }
  .more {
    gap: calc(var(--s) * 2);
    grid-area: more;
  }
  .figures {
    text-align: end;
  }
  .who,
  .row .row {
    gap: var(--s);
  }
  .portrait {
    position: relative;
    display: grid;
    place-items: center;
    flex: none;
    width: 48px;
    height: 48px;
    border-radius: 50%;
    overflow: hidden;
    background: var(--_accent-soft);
    color: var(--_link);
  }
  .portrait img {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .words .field,
  .choice,
  .verified {
    flex-wrap: nowrap;
  }
  .verified {
    color: var(--_success);
  }
  .badge {
    color: var(--_info);
  }
  .excerpt {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  mark {
    background: var(--_accent-soft);
    color: inherit;
    font-weight: var(--_font-weight-strong);
  }
  .chips {
    gap: calc(var(--s) * 1.5);
  }
  .chips > * {
    padding: 1px calc(var(--s) * 2);
    border: var(--line);
    border-radius: var(--_radius-control);
  }
  .actions button {
    border-color: var(--_border);
  }
  @container (width >= 800px) {
    .body {
      grid-template-columns: 232px minmax(0, 1fr);
    }
    aside:not(.open) {
      display: block;
    }
    .toggle {
      display: none;
    }
  }
  @container (width < 640px) {
    .person {
      grid-template: 'portrait who' 'figures figures' 'more more' / 48px 1fr;
    }
    .figures {
      display: flex;
      justify-content: space-between;
      grid-area: figures;
    }
    .actions button,
    .bar button {
      flex: 1;
    }
  }
  @media print {
    label,
    aside,
    .tray {
      display: none;
    }
  }
`;
