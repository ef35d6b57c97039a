import { css } from 'lit';

export const dateRangeStyles = css`
  portal-date-range .menu.anchored {
    max-inline-size: min(640px, calc(100vw - 24px));
  }
  .date-range {
    display: grid;
    gap: var(--space-4);
    padding: var(--space-2);
  }
  .date-range-ends {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-3);
  }
  .date-range-ends .field {
    flex: 1 1 132px;
  }
  .date-range-months {
    display: flex;
    gap: var(--space-5);
  }
  calendar-range {
    --color-accent: var(--hire-accent);
    --color-text-on-accent: var(--hire-accent-contrast);
  }
  calendar-range::part(header) {
    min-block-size: var(--control-height);
  }
  calendar-range::part(heading) {
    font-size: var(--text-2);
    font-weight: var(--hire-font-weight-strong);
  }
  calendar-range::part(button) {
    display: grid;
    place-items: center;
    min-inline-size: 36px;
    min-block-size: 36px;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--hire-radius-control);
    background: none;
    color: var(--hire-text);
  }
  calendar-range::part(button):hover {
    background: var(--hire-surface-sunken);
  }
  calendar-month {
    --color-accent: var(--hire-accent);
    --color-text-on-accent: var(--hire-accent-contrast);
  }
  calendar-month::part(heading),
  calendar-month::part(th) {
    color: var(--hire-text-muted);
    font-size: var(--text-1);
    font-weight: 500;
  }
  calendar-month::part(button) {
    inline-size: 36px;
    block-size: 36px;
    border-radius: var(--hire-radius-control);
    color: var(--hire-text);
    font-family: inherit;
    font-size: var(--text-1);
    font-variant-numeric: tabular-nums;
  }
  calendar-month::part(button):hover {
    background: var(--hire-surface-sunken);
  }
  calendar-month::part(button):focus-visible,
  calendar-range::part(button):focus-visible {
    outline: 2px solid var(--hire-focus);
    outline-offset: -2px;
  }
  calendar-month::part(range-inner) {
    border-radius: 0;
    background: var(--hire-accent-soft);
    color: var(--hire-text);
  }
  calendar-month::part(range-start),
  calendar-month::part(range-end) {
    background: var(--hire-accent);
    color: var(--hire-accent-contrast);
  }
  calendar-month::part(today) {
    font-weight: 700;
    text-decoration: underline;
    text-underline-offset: 0.3em;
  }
  @media (max-width: 640px) {
    .second-month {
      display: none;
    }
  }
`;
