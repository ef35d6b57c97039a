import { coreStrings } from '../../core/locales/fr.ts';
import type { SpendStrings } from '../strings.ts';

export const strings: SpendStrings = {
  ...coreStrings,
  label: 'Dépenses',
  dimension: 'Par',
  period: 'Période',
  dimensions: {
    team: 'Équipe',
    costCenter: 'Centre de coûts',
    purchaseOrder: 'Bon de commande',
    project: 'Projet',
    category: 'Catégorie',
    country: 'Pays',
    freelancer: 'Freelance',
  },
  periods: {
    monthToDate: 'Ce mois',
    lastMonth: 'Mois dernier',
    quarterToDate: 'Ce trimestre',
    lastQuarter: 'Trimestre dernier',
    yearToDate: 'Cette année',
    lastYear: 'Année dernière',
  },
  spent: 'Dépensé',
  before: 'contre {amount} avant',
  share: 'Part',
  change: 'Évolution',
  none: 'Aucun',
  found: { one: '{n} ligne', other: '{n} lignes' },
  nothing: 'Rien n’a été dépensé pendant cette période.',
  opens: '{name}, {amount} : montrer les écritures',
};
