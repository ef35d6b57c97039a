import { css } from 'lit';

export const compareStyles = css`
  .compare {
    overflow-x: auto;
    /* What gets the focus comes out from under the first column. */
    scroll-padding-inline-start: 144px;
  }
  .compare .table {
    table-layout: fixed;
    min-inline-size: 640px;
    /* Collapsed borders stay behind when the first column sticks. */
    border-collapse: separate;
    border-spacing: 0;
  }
  .compare .table :is(td, th) {
    vertical-align: top;
    white-space: normal;
  }
  .compare thead :is(td, th) {
    font-size: var(--text-2);
    color: var(--hire-text);
  }
  .compare :is(td, th):first-child {
    inline-size: 136px;
    position: sticky;
    inset-inline-start: 0;
    background: var(--hire-surface-raised);
    z-index: 1;
  }
  .compare .person {
    align-items: flex-start;
  }
  .compare .headline {
    font-weight: 400;
  }
  /* Beside its picture a headline would have a line for every word. */
  @media (min-width: 641px) and (max-width: 1160px) {
    .compare .person {
      flex-wrap: wrap;
    }
    .compare .person > .grow {
      flex-basis: 100%;
      order: 1;
    }
    .compare .person > .button {
      margin-inline-start: auto;
    }
  }
  @media (max-width: 640px) {
    .compare .table {
      inline-size: max-content;
      min-inline-size: 0;
    }
    .compare .table :is(td, th) {
      inline-size: 208px;
    }
    .compare .table :is(td, th):first-child {
      inline-size: 104px;
      padding-inline-end: 0;
      overflow-wrap: anywhere;
    }
    .compare .person .avatar {
      display: none;
    }
  }
`;
