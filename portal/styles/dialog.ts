import { css } from 'lit';

export const dialogStyles = css`
  dialog {
    inline-size: min(520px, calc(100vw - 24px));
    max-block-size: calc(100dvh - 48px);
    padding: 0;
    border: 1px solid var(--hire-border);
    border-radius: var(--hire-radius-surface);
    background: var(--hire-surface-raised);
    color: var(--hire-text);
    box-shadow: var(--hire-shadow);
  }
  dialog.wide {
    inline-size: min(880px, calc(100vw - 24px));
  }
  dialog::backdrop {
    background: var(--backdrop);
  }
  dialog > form,
  dialog > .dialog-body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-5);
    padding: var(--space-6);
  }
  dialog .actions {
    justify-content: flex-end;
  }
  @media (max-width: 480px) {
    dialog .actions > .button {
      flex: 1;
    }
  }
`;
