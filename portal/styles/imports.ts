import { css } from 'lit';

export const importStyles = css`
  .drop.tall {
    flex-direction: column;
    justify-content: center;
    min-block-size: 180px;
    margin-block-end: var(--space-2);
  }
  .drop.tall progress {
    inline-size: min(320px, 100%);
  }
  progress.wide {
    inline-size: 100%;
    block-size: 8px;
  }
  .mapping {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(200px, 100%), 1fr));
    gap: var(--space-4);
  }
  .sample {
    overflow: auto;
    max-block-size: 320px;
    border: var(--line);
    border-radius: var(--hire-radius-control);
  }
  .sample td {
    max-inline-size: 240px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: var(--text-1);
  }
  .sample th.used {
    color: var(--hire-text);
  }
`;
