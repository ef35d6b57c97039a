import type { MemberStrings } from '../strings.ts';

export const words: MemberStrings = {
  admitted: {
    vetting: '審査に合格',
    invitation: '招待を承諾',
    firstContract: '初回契約から',
    hand: '手動で追加',
  },
  since: '{at} から',
  withUs: '当社での実績',
  contracts: '契約：{n}',
  neverWorked: 'まだ契約はありません。',
  lastWorked: '最終稼働 {at}',
  rating: '社内評価：5 点中 {stars}',
  tags: 'タグ',
  addTag: 'タグを追加',
  removeTag: 'タグ {tag} を外す',
  notes: 'メモ',
  noNotes: 'メモはまだありません。',
  addNote: 'メモを追加',
  add: '追加',
  internal: '御社だけが見られます。',
};
