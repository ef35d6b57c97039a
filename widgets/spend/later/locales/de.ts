import type { EntriesStrings } from '../strings.ts';

export const words: EntriesStrings = {
  found: { one: '{n} Buchung', other: '{n} Buchungen' },
  when: 'Wann',
  what: 'Was',
  amount: 'Betrag',
  sum: 'Summe der Buchungen',
  more: 'Mehr zeigen',
  parts: { work: 'Arbeit', fee: 'Gebühr', tax: 'Steuer' },
};
