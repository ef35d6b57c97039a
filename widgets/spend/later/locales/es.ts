import type { EntriesStrings } from '../strings.ts';

export const words: EntriesStrings = {
  found: { one: '{n} asiento', other: '{n} asientos' },
  when: 'Cuándo',
  what: 'Qué',
  amount: 'Importe',
  sum: 'Suma de los asientos',
  more: 'Mostrar más',
  parts: { work: 'Trabajo', fee: 'Comisión', tax: 'Impuesto' },
};
