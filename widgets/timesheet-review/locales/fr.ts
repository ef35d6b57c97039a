import { coreStrings } from '../../core/locales/fr.ts';
import type { TimesheetReviewStrings } from '../strings.ts';

export const strings: TimesheetReviewStrings = {
  ...coreStrings,
  label: 'Examen de la semaine',
  filters: { waiting: 'Vous attendent', all: 'Toutes les semaines' },
  found: { one: '{n} semaine', other: '{n} semaines' },
  none: {
    waiting: 'Aucune semaine ne vous attend. Les nouvelles arrivent le lundi.',
    all: 'Aucune semaine. Elles apparaissent dès que quelqu’un travaille à l’heure.',
  },
  more: 'Afficher plus',
  week: 'Semaine du {date}',
  states: {
    open: 'Ouverte',
    freelancerReview: 'Vérifiée par le freelance',
    clientReview: 'Attend votre examen',
    accepted: 'Acceptée',
    disputed: 'Contestée',
    security: 'Payée, en sécurité',
    available: 'Versée',
    unbilled: 'Rien de facturé',
    refunded: 'Remboursée',
  },
  billed: '{time} facturées',
  manual: '{time} à la main',
  overLimit: '{time} au-delà de la limite, non facturées',
  total: 'Au total, avec frais',
  until: 'Acceptée d’elle-même le {at}',
  accept: 'Accepter la semaine',
  sandbox: 'Bac à sable : aucun argent réel ne circule.',
};
