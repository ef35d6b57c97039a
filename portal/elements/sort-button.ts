import { html, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { arrowDown, arrowUp, arrowUpDown } from '../icons/icons.generated.ts';

export const sortButton = (
  label: string,
  direction: 'ascending' | 'descending' | undefined,
  press: () => void,
): TemplateResult =>
  html`<button class="sort-button" type="button" @click=${press}>
    ${label}${icon(direction === 'ascending' ? arrowUp : direction === 'descending' ? arrowDown : arrowUpDown)}
  </button>`;
