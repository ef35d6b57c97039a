import { css } from 'lit';

/** The parts that page templates are made of: heads, cards, tables, facts, states. */
export const partStyles = css`
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-6);
    align-content: start;
    min-inline-size: 0;
  }
  .stack.tight {
    gap: var(--space-2);
  }
  .stack.close {
    gap: var(--space-4);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
  }
  .row.apart {
    justify-content: space-between;
  }
  .grow {
    flex: 1;
    min-inline-size: 0;
  }
  .page-head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: var(--space-3) var(--space-6);
    margin-block-end: var(--space-6);
  }
  .page-head > div:first-child {
    display: grid;
    flex: 1 1 0;
    gap: var(--space-1);
    max-inline-size: 68ch;
    min-inline-size: min(100%, 400px);
  }
  .back {
    margin-block-end: var(--space-3);
  }
  .back > a {
    display: inline-flex;
    flex-wrap: nowrap;
    gap: var(--space-2);
  }
  .lead {
    color: var(--hire-text-muted);
    text-wrap: pretty;
  }
  /* Its state stays beside what it is about. */
  .checked-facts > li {
    flex-wrap: nowrap;
    align-items: baseline;
  }
  .page-notice {
    margin-block-end: var(--space-5);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 320px;
    gap: var(--space-7);
    align-items: start;
  }
  .halves {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--space-4);
    align-items: start;
  }
  @media (max-width: 1000px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    /* What stands below begins below the screen until it is known how much stands above. */
    .columns > :not(aside):has(.skeleton) {
      min-block-size: 100dvh;
    }
  }
  @media (max-width: 520px) {
    .halves {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .card {
    border: var(--line);
    border-radius: var(--hire-radius-surface);
    background: var(--hire-surface-raised);
  }
  .card + :is(p, small, .muted) {
    margin-block-start: var(--space-2);
  }
  .card.pad,
  .card > .pad {
    padding: var(--space-5);
  }
  .card > header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2) var(--space-4);
    padding: var(--space-3) var(--space-5);
    border-block-end: var(--line);
    min-block-size: calc(var(--u) * 13);
  }
  /* A card that is its head alone has one edge below, not two. */
  .card > header:only-child {
    border-block-end: 0;
  }
  .card > footer {
    padding: var(--space-3) var(--space-5);
    border-block-start: var(--line);
  }
  .rows > li {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    padding: var(--space-3) var(--space-5);
    min-block-size: calc(var(--u) * 14);
  }
  .rows > li + li {
    border-block-start: var(--line);
  }
  /* On a phone what a row is about takes the line, and its time or state the next. */
  @media (max-width: 640px) {
    .rows > li {
      flex-wrap: wrap;
      row-gap: var(--space-1);
    }
    .rows > li > .grow {
      flex-basis: 72%;
    }
    /* … below the words it belongs to, not below the icon. */
    .rows > li > .icon:first-child ~ .grow ~ * {
      margin-inline-start: calc(var(--text-2) * 1.15 + var(--space-3));
    }
    /* Figures end alike, whether they share a line or have one. */
    .rows > li > .grow ~ * + .money:last-child {
      margin-inline-start: auto;
    }
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
    border: var(--line);
    border-radius: var(--hire-radius-surface);
    background: var(--hire-surface-raised);
    overflow: hidden;
  }
  .figures > div {
    display: grid;
    align-content: space-between;
    padding: var(--space-4) var(--space-5);
    box-shadow: 1px 1px 0 var(--hire-border);
  }
  @media (max-width: 480px) {
    .figures > div:last-child:nth-child(odd) {
      grid-column: 1 / -1;
    }
  }
  .figures dt {
    color: var(--hire-text-muted);
    font-size: var(--text-1);
  }
  .figures dd {
    font-size: var(--text-4);
    font-weight: var(--hire-font-weight-strong);
    letter-spacing: -0.01em;
  }
  .figures dd .small {
    font-size: var(--text-1);
    font-weight: 400;
    letter-spacing: normal;
  }
  .facts {
    display: grid;
    grid-template-columns: fit-content(42%) minmax(0, 1fr);
    gap: var(--space-2) var(--space-4);
  }
  .facts dt {
    color: var(--hire-text-muted);
    /* A long name of many words in one gives its value room. */
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .facts dd {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .tag {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
    color: var(--hire-text-muted);
    font-size: var(--text-1);
    white-space: nowrap;
    vertical-align: middle;
  }
  .tag.success .icon {
    color: var(--hire-success);
  }
  .tag.warning .icon {
    color: var(--hire-warning);
  }
  .tag.danger .icon {
    color: var(--hire-danger);
  }
  .tag.info .icon {
    color: var(--hire-info);
  }
  .tag.success,
  .tag.warning,
  .tag.danger,
  .tag.info {
    color: var(--hire-text);
  }
  .avatar {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: var(--avatar, 36px);
    block-size: var(--avatar, 36px);
    border-radius: 50%;
    overflow: hidden;
    background: var(--hire-accent-soft);
    color: var(--hire-text);
    font-size: calc(var(--avatar, 36px) * 0.36);
    font-weight: var(--hire-font-weight-strong);
  }
  .avatar img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .avatar.large {
    --avatar: 88px;
  }
  .avatar.small {
    --avatar: 28px;
  }
  .avatar.medium {
    --avatar: 48px;
  }
  .fingerprint {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1);
  }
  .person {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    min-inline-size: 0;
  }
  .note {
    inline-size: 36%;
  }
  textarea.input.quiet-input {
    min-block-size: var(--control-height);
    border-color: transparent;
    background: none;
    resize: none;
    margin-inline-start: calc(var(--u) * -3);
  }
  textarea.input.quiet-input:hover,
  textarea.input.quiet-input:focus {
    border-color: var(--hire-border-strong);
    background: var(--hire-surface-raised);
  }
  .input.small-input {
    min-block-size: var(--space-7);
    padding-block: 0;
    inline-size: auto;
  }
  @media (max-width: 640px) {
    .note {
      inline-size: auto;
    }
  }
  /* The button has a column of its own: long lines end at it and do not run below it. */
  .code {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    border: var(--line);
    border-radius: var(--hire-radius-control);
    background: var(--hire-surface-sunken);
  }
  .code pre {
    padding: var(--space-4);
    overflow-x: auto;
    font-size: var(--text-1);
    line-height: 1.6;
  }
  .code pre code {
    font-size: inherit;
  }
  .code pre.wrap {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .code > .button {
    align-self: start;
    margin: var(--space-2);
  }
  .meter {
    block-size: 8px;
    border-radius: var(--radius-inner);
    background: var(--hire-surface-sunken);
    overflow: hidden;
  }
  .meter svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }
  .meter rect {
    fill: var(--hire-accent);
  }
  .tabs {
    display: flex;
    gap: var(--space-5);
    overflow-x: auto;
    margin-block-end: var(--space-6);
    border-block-end: var(--line);
    scrollbar-width: none;
  }
  .tabs a {
    padding: var(--space-3) 0;
    border-block-end: 2px solid transparent;
    color: var(--hire-text-muted);
    text-decoration: none;
    white-space: nowrap;
  }
  .tabs a:hover {
    color: var(--hire-text);
  }
  .tabs a[aria-current='page'] {
    border-color: var(--hire-accent);
    color: var(--hire-text);
    font-weight: var(--hire-font-weight-strong);
  }
  .prose {
    white-space: pre-line;
    overflow-wrap: anywhere;
    max-inline-size: 72ch;
  }
`;
