import { css } from 'lit';

export const embedConsoleStyles = css`
  .console {
    display: grid;
    gap: var(--space-5);
    align-items: start;
    grid-template-columns: minmax(0, 1fr);
  }
  .live-check {
    order: -1;
  }
  @media (min-width: 1200px) {
    .console {
      grid-template-columns: minmax(0, 1fr) 360px;
    }
    .live-check {
      order: 0;
      position: sticky;
      inset-block-start: calc(var(--bar-height, 56px) + var(--space-4));
      max-block-size: calc(100dvh - var(--bar-height, 56px) - var(--space-6));
      overflow-y: auto;
    }
  }
  .check-lines li {
    align-items: flex-start;
    gap: var(--space-3);
  }
  .live-check code,
  .domain code {
    overflow-wrap: anywhere;
  }
  .plain-list {
    margin: var(--space-2) 0 0;
    padding: 0;
    list-style: none;
    display: grid;
    gap: var(--space-3);
  }
  .choice-grid {
    display: grid;
    gap: var(--space-3);
    grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
  }
  .check-row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-5);
  }
  .tall-code pre {
    max-block-size: 420px;
    overflow: auto;
  }
  .row.spread {
    display: flex;
    justify-content: space-between;
    flex-wrap: wrap;
    gap: var(--space-3);
  }
  .two-cards {
    display: grid;
    gap: var(--space-5);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
  }
  .proof {
    display: grid;
    gap: var(--space-2);
    margin-block: var(--space-3);
  }
  .rows .origin {
    overflow-wrap: anywhere;
  }
  /* A short row: its button stays beside it on a phone. */
  @media (max-width: 640px) {
    .rows > li > .grow.origin {
      flex-basis: 55%;
    }
  }
`;
