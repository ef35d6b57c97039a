import { css } from 'lit';

export const profileStyles = css`
  .profile-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-4) var(--space-5);
    margin-block-end: var(--space-6);
  }
  .profile-head .grow {
    display: grid;
    gap: var(--space-1);
    flex-basis: 280px;
  }
  .profile-head .row {
    font-size: var(--text-1);
  }
  .profile-head .name {
    font-size: var(--text-5);
  }
  .profile-head .headline {
    font-size: var(--text-3);
    overflow-wrap: anywhere;
  }
  .profile-head .row .row,
  .profile-head .row {
    gap: var(--space-1) var(--space-3);
  }
  .profile-head .row .row {
    gap: var(--space-1);
  }
  .history > li + li {
    margin-block-start: var(--space-4);
    padding-block-start: var(--space-4);
    border-block-start: var(--line);
  }
  .history .prose {
    margin-block-start: var(--space-2);
  }
  .history .row {
    flex-wrap: wrap;
  }
  .portfolio {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(260px, 100%), 1fr));
    gap: var(--space-6) var(--space-5);
  }
  .portfolio > li {
    display: grid;
    align-content: start;
    gap: var(--space-2);
  }
  .pictures {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: 100%;
    gap: var(--space-2);
    overflow-x: auto;
    scroll-snap-type: x mandatory;
    border-radius: var(--hire-radius-control);
  }
  .pictures:has(> :nth-child(2)) {
    grid-auto-columns: 88%;
  }
  .pictures > * {
    scroll-snap-align: start;
  }
  .pictures img {
    inline-size: 100%;
    block-size: auto;
    aspect-ratio: 3 / 2;
    object-fit: cover;
    border-radius: var(--hire-radius-control);
    background: var(--hire-surface-sunken);
  }
  @media print {
    .columns.profile {
      display: block;
    }
    .card {
      border: 0;
      break-inside: avoid;
    }
    .card.pad {
      padding: 8px 0;
    }
  }
`;
