import { css } from 'lit';

export const newsStyles = css`
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
    gap: var(--space-2);
    padding: var(--space-2) var(--space-4);
    border-block-end: var(--line);
    background: var(--hire-surface-sunken);
    font-size: var(--text-1);
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
    gap: var(--space-3);
    min-block-size: 44px;
    padding: var(--space-2) var(--space-2) var(--space-2) var(--space-4);
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
`;
