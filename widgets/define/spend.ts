import { defineElement } from '../core/define-element.ts';
import { Spend } from '../spend/spend.ts';

defineElement('hire-spend', Spend);

declare global {
  interface HTMLElementTagNameMap {
    'hire-spend': Spend;
  }
}
