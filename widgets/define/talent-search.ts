import { defineElement } from '../core/define-element.ts';
import { TalentSearch } from '../talent-search/talent-search.ts';

defineElement('hire-talent-search', TalentSearch);

declare global {
  interface HTMLElementTagNameMap {
    'hire-talent-search': TalentSearch;
  }
}
