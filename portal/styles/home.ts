import { css } from 'lit';

export const homeStyles = css`
  .home {
    gap: calc(var(--u) * 8);
  }
  .home-search {
    position: relative;
    display: flex;
    gap: calc(var(--u) * 2);
  }
  .home-search > .icon {
    position: absolute;
    inset-inline-start: calc(var(--u) * 3.5);
    inset-block-start: calc(50% - 0.575em);
    color: var(--hire-text-muted);
    pointer-events: none;
  }
  .home-search .input {
    min-block-size: calc(var(--u) * 11);
    padding-inline-start: calc(var(--u) * 10);
    font-size: var(--text-3);
  }
  .home-search .button {
    min-block-size: calc(var(--u) * 11);
    padding-inline: calc(var(--u) * 5);
  }
  .teach {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(240px, 100%), 1fr));
  }
  .teach > li {
    display: grid;
    gap: calc(var(--u) * 1.5);
    align-content: start;
    padding: calc(var(--u) * 5);
  }
  .teach .icon {
    inline-size: 22px;
    block-size: 22px;
    margin-block-end: calc(var(--u) * 1);
    color: var(--hire-accent);
  }
  .home-pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(340px, 100%), 1fr));
    gap: calc(var(--u) * 6);
    align-items: start;
  }
  .rows > li > .icon {
    color: var(--hire-text-muted);
  }
  .step.done > .icon {
    color: var(--hire-success);
  }
  .missing > li {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--u) * 3);
    padding: calc(var(--u) * 1.5) 0;
  }
  .missing > li + li {
    border-block-start: var(--line);
  }
`;
