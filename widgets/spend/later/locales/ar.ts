import type { EntriesStrings } from '../strings.ts';

export const words: EntriesStrings = {
  found: { zero: 'لا قيود', one: 'قيد واحد', two: 'قيدان', few: '{n} قيود', many: '{n} قيدًا', other: '{n} قيد' },
  when: 'متى',
  what: 'ماذا',
  amount: 'المبلغ',
  sum: 'مجموع القيود',
  more: 'عرض المزيد',
  parts: { work: 'العمل', fee: 'الرسوم', tax: 'الضريبة' },
};
