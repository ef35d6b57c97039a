import type { LaterStrings } from '../strings.ts';

export const words: LaterStrings = {
  costs: 'Ce que coûte la semaine',
  lines: {
    amount: 'Heures',
    fee: 'Frais client',
    initiation: 'Frais d’ouverture',
    tax: 'Taxe sur les frais',
    total: 'Au total',
  },
  days: 'Jours',
  kinds: { tracked: 'Enregistré', manual: 'À la main' },
  noMemo: 'Sans note',
  overLimit: '{time} au-delà de la limite',
  disputed: '{time} contestées',
  gaps: {
    clientNotVerified: 'entreprise non vérifiée',
    manual: 'à la main',
    memoMissing: 'sans note',
    overLimit: 'au-delà de la limite',
    noActivity: 'sans activité',
    screenshotDeleted: 'capture supprimée',
  },
  segments: 'Choisir par dix minutes',
  choose: 'Pour contester du temps, choisissez-le ci-dessus. Le reste de la semaine est alors accepté.',
  dispute: 'Contester {time}',
  disputeMeans: '{amount} sont gelés jusqu’à la décision. Le reste de la semaine est accepté. {time} contestées.',
  reason: 'Qu’est-ce qui ne va pas ? Le freelance le lit.',
  send: 'Contester',
  disputedDone: 'Contesté. Le reste de la semaine est accepté.',
  why: {
    role_reads_only: 'Votre rôle lit mais ne décide pas.',
    week_not_closed: 'La semaine n’est pas encore close.',
    week_decided: 'La semaine est décidée.',
    week_review_over: 'L’examen est terminé.',
  },
  acceptTitle: 'Accepter la semaine de {name}',
  acceptMeans:
    'Ce qui a été débité est alors gagné et disponible après la période de sécurité. Une semaine acceptée ne peut plus être contestée.',
  acceptDone: 'La semaine de {name} est acceptée.',
  cancel: 'Annuler',
  earlierDispute: '{time} contestées ({amount}) :',
};
