import { coreStrings } from '../../core/locales/fr.ts';
import type { TalentPoolStrings } from '../strings.ts';

export const strings: TalentPoolStrings = {
  ...coreStrings,
  label: 'Vivier de talents',
  pool: 'Vivier',
  search: 'Nom, compétence, titre',
  skill: 'Compétence',
  anySkill: 'Toute compétence',
  freeNextWeek: 'Libre la semaine prochaine',
  sort: 'Tri',
  sorts: {
    free: 'Libre au plus tôt',
    name: 'Nom',
    rate: 'Tarif',
    rating: 'Notre note',
    newest: 'Plus récents',
  },
  found: {
    one: '{n} personne',
    other: '{n} personnes',
  },
  noPools: 'Aucun vivier visible. Votre formule en décide, ou aucun n’existe encore.',
  none: 'Personne ne convient. Élargissez un filtre.',
  more: 'Afficher plus',
  perHour: '{rate} de l’heure',
  agreed: '{rate} de l’heure, convenu',
  vetted: 'Vérifié le {at}',
  bands: {
    outstanding: 'exceptionnel',
    strong: 'très bon',
    solid: 'solide',
  },
  free: 'Semaine prochaine : {hours} libres',
  week: 'Semaine du {date} : {hours} libres',
  offer: 'Faire une offre',
};
