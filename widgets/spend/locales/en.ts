import { coreStrings } from '../../core/locales/en.ts';
import type { SpendStrings } from '../strings.ts';

export const strings: SpendStrings = {
  ...coreStrings,
  label: 'Spend',
  dimension: 'By',
  period: 'Period',
  dimensions: {
    team: 'Team',
    costCenter: 'Cost center',
    purchaseOrder: 'Purchase order',
    project: 'Project',
    category: 'Category',
    country: 'Country',
    freelancer: 'Freelancer',
  },
  periods: {
    monthToDate: 'This month',
    lastMonth: 'Last month',
    quarterToDate: 'This quarter',
    lastQuarter: 'Last quarter',
    yearToDate: 'This year',
    lastYear: 'Last year',
  },
  spent: 'Spent',
  before: 'against {amount} before',
  share: 'Share',
  change: 'Change',
  none: 'None',
  found: { one: '{n} line', other: '{n} lines' },
  nothing: 'Nothing was spent in this period.',
  opens: '{name}, {amount}: show the entries behind it',
};
