import type { LaterStrings } from '../strings.ts';

export const words: LaterStrings = {
  levels: { basic: 'Notions', conversational: 'Conversation', fluent: 'Courant', native: 'Langue maternelle' },
  invitation: {
    post: 'Pour répondre à',
    people: 'Qui',
    message: 'Message',
    send: { one: 'Envoyer l’invitation', other: 'Envoyer {n} invitations' },
    noPost: 'Aucune annonce ouverte à laquelle inviter.',
    outcomes: {
      invited: 'a reçu l’invitation',
      alreadyInvited: 'l’avait déjà reçue',
      alreadyProposed: 'a déjà fait une proposition',
      declinedBefore: 'l’a déclinée auparavant',
      notAvailable: 'n’est pas disponible',
      ownMember: 'travaille dans votre entreprise',
    },
  },
  profile: 'Profil',
  employment: 'Expérience',
  education: 'Formation',
  certifications: 'Certifications',
  links: 'Liens',
  today: 'aujourd’hui',
  memberSince: 'Membre depuis',
  engagement: 'Mode de travail',
  engagements: { hourly: 'À l’heure', fixedPrice: 'Prix fixe', either: 'À l’heure ou à prix fixe' },
};
