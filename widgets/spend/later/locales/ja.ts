import type { EntriesStrings } from '../strings.ts';

export const words: EntriesStrings = {
  found: { other: '仕訳 {n} 件' },
  when: '日付',
  what: '内容',
  amount: '金額',
  sum: '仕訳の合計',
  more: 'さらに表示',
  parts: { work: '作業', fee: '手数料', tax: '税' },
};
