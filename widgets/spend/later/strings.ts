import type { Plural } from '../../core/locale.ts';

export type EntriesStrings = {
  found: Plural;
  when: string;
  what: string;
  amount: string;
  sum: string;
  more: string;
  parts: Record<'work' | 'fee' | 'tax', string>;
};
