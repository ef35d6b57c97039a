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
    gap: calc(var(--u) * 3);
    block-size: var(--top);
    padding-inline: max(calc(var(--u) * 4), env(safe-area-inset-left));
    border-block-end: var(--line);
    background: var(--hire-surface-raised);
  }
  .brand {
    display: flex;
    align-items: center;
    gap: calc(var(--u) * 2.5);
    min-inline-size: 0;
    color: var(--hire-text);
    font-size: var(--size-l);
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
    font-size: 14px;
    font-weight: 700;
  }
  .brand img {
    block-size: 28px;
    inline-size: auto;
    max-inline-size: 160px;
    object-fit: contain;
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
    gap: calc(var(--u) * 1.5);
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
    padding: calc(var(--u) * 4) calc(var(--u) * 3);
    border-inline-end: var(--line);
  }
  .nav h2 {
    padding: calc(var(--u) * 5) calc(var(--u) * 2.5) calc(var(--u) * 1.5);
    color: var(--hire-text-muted);
    font-size: var(--size-s);
    font-weight: 500;
  }
  .nav-link {
    display: flex;
    align-items: center;
    gap: calc(var(--u) * 2.5);
    min-block-size: calc(var(--u) * 8.5);
    padding-inline: calc(var(--u) * 2.5);
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
    font-size: var(--size-s);
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
    padding-inline: calc(var(--u) * 4);
    border-block-end: var(--line);
  }
  main {
    min-inline-size: 0;
    padding: calc(var(--u) * 8) calc(var(--u) * 8) calc(var(--u) * 20);
  }
  main > * {
    display: block;
    max-inline-size: 1120px;
    margin-inline: auto;
  }
  main.wide > * {
    max-inline-size: 1440px;
  }
  main.bare {
    padding-block-start: calc(var(--u) * 14);
  }
  main.bare > * {
    max-inline-size: 420px;
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
      padding: calc(var(--u) * 6) calc(var(--u) * 5) calc(var(--u) * 16);
    }
  }
  @media (max-width: 640px) {
    main {
      padding: calc(var(--u) * 5) calc(var(--u) * 4) calc(var(--u) * 16);
    }
    main.bare {
      padding-block-start: calc(var(--u) * 8);
    }
    .top-search {
      display: none;
    }
    .only-wide {
      display: none !important;
    }
  }
  @media (min-width: 641px) {
    .only-narrow {
      display: none !important;
    }
  }
  .menu {
    position: fixed;
    inset: calc(var(--top) - 4px) max(12px, env(safe-area-inset-right)) auto auto;
    margin: 0;
    inline-size: min(300px, calc(100vw - 24px));
    max-block-size: calc(100dvh - var(--top) - 16px);
    overflow-y: auto;
    padding: calc(var(--u) * 2);
    border: 1px solid var(--hire-border);
    border-radius: var(--hire-radius-surface);
    background: var(--hire-surface-raised);
    color: var(--hire-text);
    box-shadow: var(--hire-shadow);
  }
  .menu hr {
    margin: calc(var(--u) * 2) 0;
    border: 0;
    border-block-start: var(--line);
  }
  .menu-head {
    padding: calc(var(--u) * 2) calc(var(--u) * 2.5);
  }
  .menu-item {
    display: flex;
    align-items: center;
    gap: calc(var(--u) * 2.5);
    inline-size: 100%;
    min-block-size: var(--control);
    padding-inline: calc(var(--u) * 2.5);
    border: 0;
    border-radius: var(--hire-radius-control);
    background: none;
    color: inherit;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .menu-item:hover {
    background: var(--hire-surface-sunken);
  }
  .menu-item > :last-child:not(.icon, :only-child) {
    margin-inline-start: auto;
  }
  .menu-row {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--u) * 3);
    padding: calc(var(--u) * 1.5) calc(var(--u) * 2.5);
  }
  .progress {
    position: fixed;
    inset: 0 0 auto;
    z-index: 20;
    block-size: 2px;
    background: var(--hire-accent);
    transform-origin: left;
    animation: progress 8s cubic-bezier(0.1, 0.7, 0.1, 1) forwards;
  }
  @keyframes progress {
    from {
      scale: 0 1;
    }
    to {
      scale: 0.92 1;
    }
  }
  .banner {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--u) * 2);
    padding: calc(var(--u) * 2) calc(var(--u) * 4);
    border-block-end: var(--line);
    background: var(--hire-surface-sunken);
    font-size: var(--size-s);
  }
  .banner .icon {
    color: var(--hire-warning);
  }
  .toasts {
    position: fixed;
    inset: auto 16px max(16px, env(safe-area-inset-bottom)) auto;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    display: grid;
    gap: 8px;
    z-index: 30;
    max-inline-size: calc(100vw - 32px);
  }
  .toast {
    display: flex;
    align-items: center;
    gap: calc(var(--u) * 3);
    min-block-size: 44px;
    padding: calc(var(--u) * 2) calc(var(--u) * 2) calc(var(--u) * 2) calc(var(--u) * 4);
    border-radius: var(--hire-radius-surface);
    background: var(--hire-text);
    color: var(--hire-surface);
    box-shadow: var(--hire-shadow);
    animation: arrive var(--hire-motion);
  }
  .toast .button {
    background: none;
    border-color: color-mix(in oklab, currentcolor 30%, transparent);
    color: inherit;
  }
  .toast > span {
    flex: 1;
  }
  @keyframes arrive {
    from {
      opacity: 0;
      translate: 0 8px;
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
