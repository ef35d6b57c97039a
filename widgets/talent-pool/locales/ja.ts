import { coreStrings } from '../../core/locales/ja.ts';
import type { TalentPoolStrings } from '../strings.ts';

export const strings: TalentPoolStrings = {
  ...coreStrings,
  label: 'タレントプール',
  pool: 'プール',
  search: '名前・スキル・肩書き',
  skill: 'スキル',
  anySkill: 'すべてのスキル',
  freeNextWeek: '来週空きあり',
  sort: '並べ替え',
  sorts: {
    free: '早く空く順',
    name: '名前',
    rate: '単価',
    rating: '社内評価',
    newest: '新しい順',
  },
  found: {
    other: '{n} 人',
  },
  noPools: '閲覧できるプールがありません。プランによるか、まだ作られていません。',
  none: '該当者がいません。条件をゆるめてください。',
  more: 'さらに表示',
  perHour: '{rate} / 時',
  agreed: '{rate} / 時（合意済み）',
  vetted: '審査済み {at}',
  bands: {
    outstanding: '卓越',
    strong: '優秀',
    solid: '良好',
  },
  free: '来週：{hours} 空き',
  week: '{date} の週：{hours} 空き',
  offer: 'オファーする',
};
