import type { LaterStrings } from '../strings.ts';

export const words: LaterStrings = {
  levels: { basic: 'Grundkenntnisse', conversational: 'Gut', fluent: 'Fließend', native: 'Muttersprache' },
  invitation: {
    post: 'Zum Angebot auf',
    people: 'Wen',
    message: 'Nachricht',
    send: { one: 'Einladung senden', other: '{n} Einladungen senden' },
    noPost: 'Es gibt keine offene Ausschreibung, zu der Sie einladen könnten.',
    outcomes: {
      invited: 'ist eingeladen',
      alreadyInvited: 'war schon eingeladen',
      alreadyProposed: 'hat schon angeboten',
      declinedBefore: 'hat schon abgelehnt',
      notAvailable: 'ist nicht verfügbar',
      ownMember: 'arbeitet in Ihrem Unternehmen',
    },
  },
  profile: 'Profil',
  employment: 'Berufserfahrung',
  education: 'Ausbildung',
  certifications: 'Zertifikate',
  links: 'Links',
  today: 'heute',
  memberSince: 'Mitglied seit',
  engagement: 'Zusammenarbeit',
  engagements: { hourly: 'Nach Stunden', fixedPrice: 'Festpreis', either: 'Nach Stunden oder Festpreis' },
};
