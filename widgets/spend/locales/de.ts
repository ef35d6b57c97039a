import { coreStrings } from '../../core/locales/de.ts';
import type { SpendStrings } from '../strings.ts';

export const strings: SpendStrings = {
  ...coreStrings,
  label: 'Ausgaben',
  dimension: 'Nach',
  period: 'Zeitraum',
  dimensions: {
    team: 'Team',
    costCenter: 'Kostenstelle',
    purchaseOrder: 'Bestellung',
    project: 'Projekt',
    category: 'Kategorie',
    country: 'Land',
    freelancer: 'Freelancer',
  },
  periods: {
    monthToDate: 'Dieser Monat',
    lastMonth: 'Letzter Monat',
    quarterToDate: 'Dieses Quartal',
    lastQuarter: 'Letztes Quartal',
    yearToDate: 'Dieses Jahr',
    lastYear: 'Letztes Jahr',
  },
  spent: 'Ausgegeben',
  before: 'gegenüber {amount} davor',
  share: 'Anteil',
  change: 'Änderung',
  none: 'Ohne',
  found: { one: '{n} Zeile', other: '{n} Zeilen' },
  nothing: 'In diesem Zeitraum wurde nichts ausgegeben.',
  opens: '{name}, {amount}: Buchungen dahinter zeigen',
};
