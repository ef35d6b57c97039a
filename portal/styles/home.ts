import { css } from 'lit';

export const homeStyles = css`
  .home {
    gap: var(--space-7);
  }
  portal-checklists {
    display: grid;
    gap: var(--space-5);
  }
  portal-checklists:not(:has(*)) {
    display: none;
  }
  /* Its two buttons stay beside the title, which may take two lines. */
  portal-checklists .card > header,
  portal-checklists .card > header > .row {
    flex-wrap: nowrap;
  }
  @media (max-width: 350px) {
    portal-checklists .card > header {
      flex-wrap: wrap;
    }
  }
  /* What stands below something of unknown height comes when that is there: nothing is pushed away. */
  .home > :has(.skeleton) ~ *,
  .home .stack > :has(.skeleton) ~ * {
    display: none;
  }
  .home-search {
    position: relative;
    display: flex;
    gap: var(--space-2);
  }
  .home-search > .icon {
    position: absolute;
    inset-inline-start: var(--space-4);
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
    padding-inline: var(--space-5);
  }
  .teach {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(240px, 100%), 1fr));
  }
  .teach > li {
    display: grid;
    gap: var(--space-2);
    align-content: start;
    padding: var(--space-5);
  }
  .teach .icon {
    inline-size: 22px;
    block-size: 22px;
    margin-block-end: var(--space-1);
    color: var(--hire-accent);
  }
  .home-pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(340px, 100%), 1fr));
    gap: var(--space-6);
    align-items: start;
  }
  .rows > li > .icon {
    color: var(--hire-text-muted);
  }
  .step > .reserved {
    visibility: hidden;
  }
  .step.done > .icon {
    color: var(--hire-success);
  }
  /* A step is as tall done as open: what follows stays where it is once that is known. */
  @media (max-width: 640px) {
    .rows > .step {
      flex-wrap: nowrap;
    }
    .rows > .step > .icon:first-child ~ .grow ~ .button {
      margin-inline-start: 0;
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
`;
