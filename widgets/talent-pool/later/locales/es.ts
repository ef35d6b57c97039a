import type { MemberStrings } from '../strings.ts';

export const words: MemberStrings = {
  admitted: {
    vetting: 'Superó la selección',
    invitation: 'Aceptó una invitación',
    firstContract: 'Desde un primer contrato',
    hand: 'Añadido a mano',
  },
  since: 'desde el {at}',
  withUs: 'Con nosotros',
  contracts: 'Contratos: {n}',
  neverWorked: 'Aún sin contrato con nosotros.',
  lastWorked: 'último trabajo el {at}',
  rating: 'Nuestra valoración: {stars} de 5',
  tags: 'Etiquetas',
  addTag: 'Añadir etiqueta',
  removeTag: 'Quitar etiqueta {tag}',
  notes: 'Notas',
  noNotes: 'Aún no hay notas.',
  addNote: 'Añadir nota',
  add: 'Añadir',
  internal: 'Solo lo ve su empresa.',
};
