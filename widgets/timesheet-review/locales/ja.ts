import { coreStrings } from '../../core/locales/ja.ts';
import type { TimesheetReviewStrings } from '../strings.ts';

export const strings: TimesheetReviewStrings = {
  ...coreStrings,
  label: '週次確認',
  filters: { waiting: '確認待ち', all: 'すべての週' },
  found: { other: '{n} 週' },
  none: {
    waiting: '確認待ちの週はありません。新しい週は月曜日に届きます。',
    all: '週はまだありません。時間契約の作業が始まると表示されます。',
  },
  more: 'さらに表示',
  week: '{date} の週',
  states: {
    open: '記録中',
    freelancerReview: 'フリーランサーが確認中',
    clientReview: 'あなたの確認待ち',
    accepted: '承認済み',
    disputed: '異議あり',
    security: '支払い済み・保証期間中',
    available: '受取可能',
    unbilled: '請求なし',
    refunded: '返金済み',
  },
  billed: '請求 {time}',
  manual: '手入力 {time}',
  overLimit: '上限超過 {time}（請求なし）',
  total: '手数料込み合計',
  until: '{at} に自動で承認',
  accept: '週を承認',
  sandbox: 'サンドボックス：実際のお金は動きません。',
};
