import { coreStrings } from '../../core/locales/ja.ts';
import type { SpendStrings } from '../strings.ts';

export const strings: SpendStrings = {
  ...coreStrings,
  label: '支出',
  dimension: '区分',
  period: '期間',
  dimensions: {
    team: 'チーム',
    costCenter: 'コストセンター',
    purchaseOrder: '発注書',
    project: 'プロジェクト',
    category: 'カテゴリー',
    country: '国',
    freelancer: 'フリーランス',
  },
  periods: {
    monthToDate: '今月',
    lastMonth: '先月',
    quarterToDate: '今四半期',
    lastQuarter: '前四半期',
    yearToDate: '今年',
    lastYear: '昨年',
  },
  spent: '支出',
  before: '前期 {amount} との比較',
  share: '割合',
  change: '増減',
  none: 'なし',
  found: { other: '{n} 件' },
  nothing: 'この期間の支出はありません。',
  opens: '{name}、{amount}：内訳の仕訳を表示',
};
