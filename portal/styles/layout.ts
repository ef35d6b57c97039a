import { css } from 'lit';

export const layoutStyles = css`
  portal-app {
    display: block;
    min-block-size: 100dvh;
  }
  .skip-link {
    position: fixed;
    inset: 8px auto auto 8px;
    z-index: 10;
    padding: 10px 16px;
    border-radius: var(--hire-radius-control);
    background: var(--hire-accent);
    color: var(--hire-accent-contrast);
    translate: 0 -200%;
  }
  .skip-link:focus {
    translate: none;
  }
  .top-bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 5;
    display: flex;
    align-items: center;
    gap: var(--space-3);
    block-size: var(--top);
    padding-inline: max(var(--space-4), env(safe-area-inset-left));
    border-block-end: var(--line);
    background: var(--hire-surface-raised);
  }
  .brand {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    min-inline-size: 0;
    color: var(--hire-text);
    font-size: var(--text-3);
    font-weight: var(--hire-font-weight-strong);
    letter-spacing: -0.01em;
    text-decoration: none;
    white-space: nowrap;
  }
  .brand > span:last-child {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .brand-mark {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 28px;
    block-size: 28px;
    border-radius: min(8px, var(--hire-radius-control));
    background: var(--hire-accent);
    color: var(--hire-accent-contrast);
    font-size: var(--text-2);
    font-weight: 700;
  }
  .brand img {
    block-size: 28px;
    inline-size: auto;
    min-inline-size: 0;
    max-inline-size: 160px;
    object-fit: contain;
  }
  .brand .for-dark {
    display: none;
  }
  html[data-scheme='dark'] .brand .for-dark {
    display: block;
  }
  html[data-scheme='dark'] .brand .for-light {
    display: none;
  }
  @media (prefers-color-scheme: dark) {
    html:not([data-scheme='light']) .brand .for-dark {
      display: block;
    }
    html:not([data-scheme='light']) .brand .for-light {
      display: none;
    }
  }
  .brand-foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: var(--space-2) var(--space-6);
    padding: var(--space-6) var(--space-4);
    border-block-start: var(--line);
  }
  .brand-foot a {
    color: var(--hire-text-muted);
  }
  .sign-in-picture {
    display: none;
  }
  @media (min-width: 900px) {
    main.bare > *:has(.sign-in-split) {
      max-inline-size: 960px;
    }
    .sign-in-split {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      align-items: center;
      gap: var(--space-8);
    }
    .sign-in-picture {
      display: block;
      inline-size: 100%;
      max-block-size: 520px;
      object-fit: cover;
      border-radius: var(--hire-radius-surface);
    }
  }
  .top-search {
    flex: 1;
    max-inline-size: 480px;
    margin-inline: auto;
    position: relative;
  }
  .top-search .icon {
    position: absolute;
    inset-inline-start: 10px;
    inset-block-start: calc(50% - 0.575em);
    color: var(--hire-text-muted);
    pointer-events: none;
  }
  .top-search .input {
    padding-inline-start: 34px;
    border-color: var(--hire-border);
    background: var(--hire-surface);
  }
  .top-end {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    margin-inline-start: auto;
  }
  .top-search + .top-end {
    margin-inline-start: 0;
  }
  .frame {
    display: grid;
    grid-template-columns: 232px minmax(0, 1fr);
    align-items: start;
  }
  .frame.bare {
    grid-template-columns: minmax(0, 1fr);
  }
  .nav {
    position: sticky;
    inset-block-start: var(--top);
    block-size: calc(100dvh - var(--top));
    overflow-y: auto;
    padding: var(--space-4) var(--space-3);
    border-inline-end: var(--line);
  }
  .nav summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: calc(var(--u) * 8);
    margin-block-start: var(--space-3);
    padding-inline: var(--space-3);
    border-radius: var(--hire-radius-control);
    color: var(--hire-text-muted);
    list-style: none;
    cursor: pointer;
  }
  .nav summary::-webkit-details-marker {
    display: none;
  }
  .nav summary:hover {
    color: var(--hire-text);
  }
  .nav summary .icon {
    opacity: 0;
    rotate: -90deg;
  }
  .nav details[open] summary .icon {
    rotate: 0deg;
  }
  .nav summary:is(:hover, :focus-visible) .icon,
  .nav details:not([open]) summary .icon {
    opacity: 1;
  }
  .nav h2 {
    font-size: var(--text-1);
    font-weight: 500;
  }
  .nav-link {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    min-block-size: calc(var(--u) * 8);
    padding-inline: var(--space-3);
    border-radius: var(--hire-radius-control);
    color: var(--hire-text);
    text-decoration: none;
  }
  .nav-link .icon {
    color: var(--hire-text-muted);
  }
  .nav-link:hover {
    background: var(--hire-surface-sunken);
  }
  .nav-link[aria-current='page'] {
    background: var(--hire-accent-soft);
    font-weight: var(--hire-font-weight-strong);
  }
  .nav-link[aria-current='page'] .icon {
    color: inherit;
  }
  .nav-link .count {
    margin-inline-start: auto;
    color: var(--hire-text-muted);
    font-size: var(--text-1);
  }
  .bell {
    position: relative;
  }
  .bell-count {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 50%;
    min-inline-size: 18px;
    padding-inline: 4px;
    border: 1px solid var(--hire-surface-raised);
    border-radius: var(--radius-round);
    background: var(--hire-accent);
    color: var(--hire-accent-contrast);
    font-size: var(--text-1);
    line-height: 16px;
    text-align: center;
    animation: count-comes 180ms ease-out;
  }
  @keyframes count-comes {
    from {
      scale: 0.6;
      opacity: 0;
    }
  }
  /* The count hangs over the bell's end and leaves the bell to be seen. */
  .bell:has(.bell-count) {
    margin-inline-end: var(--space-2);
  }
  .bell:has(.bell-count) .icon {
    translate: -4px 3px;
  }
  .menu-button {
    display: none;
  }
  dialog.drawer {
    margin: 0;
    inline-size: min(300px, 86vw);
    block-size: 100dvh;
    max-block-size: none;
    border-width: 0;
    border-radius: 0;
  }
  dialog.drawer .nav {
    position: static;
    block-size: auto;
    border: 0;
  }
  dialog.drawer .drawer-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    block-size: var(--top);
    padding-inline: var(--space-4);
    border-block-end: var(--line);
  }
  main {
    min-inline-size: 0;
    padding: var(--space-7) var(--space-7) calc(var(--u) * 20);
  }
  /* Every page begins at the same edge, however wide it is: eyes need not look for it again. */
  main > * {
    display: block;
    max-inline-size: 1120px;
  }
  main.wide > * {
    max-inline-size: 1440px;
  }
  /* Without a menu beside it nothing says where its edge should be but the middle. */
  .frame.bare > main:not(.bare) > * {
    margin-inline: auto;
  }
  .frame.bare > main > :is(portal-legal-page, div) {
    max-inline-size: 72ch;
  }
  /* The foot begins below the screen, so that nothing on it moves while the page fills. */
  main:not(.bare) {
    min-block-size: calc(100dvh - var(--top));
  }
  /* The foot stands at the end of the screen, or of what is longer. */
  main.bare {
    min-block-size: calc(100dvh - var(--top) - var(--u) * 18);
    padding-block-start: calc(var(--u) * 14);
  }
  main.bare > * {
    max-inline-size: 420px;
    margin-inline: auto;
  }
  @media (max-width: 960px) {
    .frame {
      grid-template-columns: minmax(0, 1fr);
    }
    .frame > .nav {
      display: none;
    }
    .menu-button {
      display: inline-flex;
    }
    main {
      padding: var(--space-6) var(--space-5) calc(var(--u) * 16);
    }
  }
  @media (max-width: 640px) {
    main {
      padding: var(--space-5) var(--space-4) calc(var(--u) * 16);
    }
    main.bare {
      min-block-size: calc(100dvh - var(--top) - var(--u) * 26);
      padding-block-start: var(--space-7);
    }
    .top-search {
      display: none;
    }
    .top-search + .top-end {
      margin-inline-start: auto;
    }
    .only-wide {
      display: none !important;
    }
    /* Beside a running timer one letter of the name would be left; its mark says it, the name stays for who hears it. */
    .top-bar:has(.timer-chip) .brand-mark + span {
      position: absolute;
      inline-size: 1px;
      clip-path: inset(50%);
    }
  }
  @media print {
    .top-bar,
    .nav,
    .toasts,
    .skip-link,
    .no-print {
      display: none !important;
    }
    .frame {
      display: block;
    }
    main {
      padding: 0;
    }
  }
`;
