import { css } from 'lit';

export const editorStyles = css`
  .editor > aside {
    position: sticky;
    inset-block-start: calc(var(--top) + var(--u) * 6);
  }
  @media (max-width: 1000px) {
    .editor > aside {
      position: static;
      order: -1;
    }
  }
  .editor .card {
    scroll-margin-block-start: calc(var(--top) + var(--u) * 4);
  }
  .saved-line {
    display: flex;
    min-block-size: var(--space-6);
  }
  @media (max-width: 1000px) {
    .saved-line {
      position: fixed;
      inset: auto auto 12px 12px;
      z-index: 4;
      align-items: center;
      padding: 4px 12px;
      border: var(--line);
      border-radius: var(--hire-radius-control);
      background: var(--hire-surface-raised);
      pointer-events: none;
    }
    /* Said, and then out of the way of the fields it lies over. */
    .saved-line:has(.tag.success) {
      animation: saved-line-goes 200ms 3s forwards;
    }
  }
  @keyframes saved-line-goes {
    to {
      opacity: 0;
    }
  }
  .missing > li {
    display: flex;
    justify-content: space-between;
    gap: var(--space-3);
    padding: var(--space-2) 0;
  }
  .missing > li + li {
    border-block-start: var(--line);
  }
  .tile-preview {
    padding: var(--space-3) var(--space-4);
    border-radius: var(--hire-radius-control);
    background: var(--hire-surface-sunken);
  }
  .tile-preview p {
    overflow-wrap: anywhere;
  }
  .photo-row {
    flex-wrap: nowrap;
    gap: var(--space-5);
  }
  .ordered > li {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-block-size: calc(var(--u) * 10);
  }
  .ordered > li + li {
    border-block-start: var(--line);
  }
  .ordered .number {
    inline-size: 2ch;
    text-align: end;
  }
  .choices {
    columns: 2;
    column-gap: var(--space-6);
  }
  .choices > .choice {
    break-inside: avoid;
  }
  @media (max-width: 520px) {
    .choices {
      columns: 1;
    }
  }
  .entry {
    display: flex;
    align-items: flex-start;
    gap: var(--space-2);
  }
  .thumbnail {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 84px;
    aspect-ratio: 3 / 2;
    margin-inline-end: var(--space-2);
    border-radius: var(--hire-radius-control);
    overflow: hidden;
    background: var(--hire-surface-sunken);
    color: var(--hire-text-muted);
  }
  .thumbnail img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .clamp {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .link-line {
    display: grid;
    grid-template-columns: 140px minmax(0, 1fr) auto;
    gap: var(--space-3);
    align-items: start;
  }
  .link-line > .button {
    margin-block-start: calc(1.5em + var(--u) * 1.25);
  }
  @media (max-width: 520px) {
    .link-line {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .link-line > .field:first-child {
      grid-column: 1 / -1;
    }
  }
  .crop {
    display: grid;
    justify-items: center;
  }
  .crop canvas {
    inline-size: min(280px, 100%);
    aspect-ratio: 1;
    border-radius: 50%;
    background: var(--hire-surface-sunken);
    cursor: grab;
    touch-action: none;
  }
  .picture-list > li {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    padding-block: var(--space-1);
  }
  .picture-list img {
    inline-size: 60px;
    aspect-ratio: 3 / 2;
    object-fit: cover;
    border-radius: var(--hire-radius-control);
  }
  .narrow {
    max-inline-size: 520px;
  }
  .preview {
    padding: var(--space-6);
    border: 1px dashed var(--hire-border-strong);
    border-radius: var(--hire-radius-surface);
  }
  @media (max-width: 640px) {
    .preview {
      padding: var(--space-3);
    }
  }
`;
