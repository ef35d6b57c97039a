import { coreStrings } from '../../core/locales/de.ts';
import type { TalentPoolStrings } from '../strings.ts';

export const strings: TalentPoolStrings = {
  ...coreStrings,
  label: 'Talentpool',
  pool: 'Pool',
  search: 'Name, Fähigkeit, Titel',
  skill: 'Fähigkeit',
  anySkill: 'Jede Fähigkeit',
  freeNextWeek: 'Nächste Woche frei',
  sort: 'Sortierung',
  sorts: {
    free: 'Am ehesten frei',
    name: 'Name',
    rate: 'Satz',
    rating: 'Unsere Bewertung',
    newest: 'Neueste',
  },
  found: {
    one: '{n} Person',
    other: '{n} Personen',
  },
  noPools: 'Kein Pool ist für Sie sichtbar. Ihr Tarif entscheidet, oder es gibt noch keinen.',
  none: 'Niemand passt. Lockern Sie einen Filter.',
  more: 'Mehr anzeigen',
  perHour: '{rate} je Stunde',
  agreed: '{rate} je Stunde, vereinbart',
  vetted: 'Geprüft {at}',
  bands: {
    outstanding: 'herausragend',
    strong: 'stark',
    solid: 'solide',
  },
  free: 'Nächste Woche: {hours} frei',
  week: 'Woche vom {date}: {hours} frei',
  offer: 'Angebot machen',
};
