import type { EntriesStrings } from '../strings.ts';

export const words: EntriesStrings = {
  found: { one: '{n} entry', other: '{n} entries' },
  when: 'When',
  what: 'What',
  amount: 'Amount',
  sum: 'Sum of the entries',
  more: 'Show more',
  parts: { work: 'Work', fee: 'Fee', tax: 'Tax' },
};
