import type { EntriesStrings } from '../strings.ts';

export const words: EntriesStrings = {
  found: { one: '{n} écriture', other: '{n} écritures' },
  when: 'Quand',
  what: 'Quoi',
  amount: 'Montant',
  sum: 'Somme des écritures',
  more: 'Afficher plus',
  parts: { work: 'Travail', fee: 'Frais', tax: 'Taxe' },
};
