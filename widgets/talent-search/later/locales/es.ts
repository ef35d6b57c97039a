import type { LaterStrings } from '../strings.ts';

export const words: LaterStrings = {
  levels: { basic: 'Básico', conversational: 'Conversación', fluent: 'Fluido', native: 'Nativo' },
  invitation: {
    post: 'Para proponer en',
    people: 'A quién',
    message: 'Mensaje',
    send: { one: 'Enviar invitación', other: 'Enviar {n} invitaciones' },
    noPost: 'No hay ningún anuncio abierto al que invitar.',
    outcomes: {
      invited: 'recibió la invitación',
      alreadyInvited: 'ya tenía invitación',
      alreadyProposed: 'ya envió una propuesta',
      declinedBefore: 'la rechazó antes',
      notAvailable: 'no está disponible',
      ownMember: 'trabaja en su empresa',
    },
  },
  profile: 'Perfil',
  employment: 'Experiencia',
  education: 'Formación',
  certifications: 'Certificaciones',
  links: 'Enlaces',
  today: 'hoy',
  memberSince: 'Miembro desde',
  engagement: 'Modalidad',
  engagements: { hourly: 'Por horas', fixedPrice: 'Precio fijo', either: 'Por horas o precio fijo' },
};
