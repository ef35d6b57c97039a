import type { MemberStrings } from '../strings.ts';

export const words: MemberStrings = {
  admitted: {
    vetting: 'Sélection réussie',
    invitation: 'Invitation acceptée',
    firstContract: 'Depuis un premier contrat',
    hand: 'Ajouté à la main',
  },
  since: 'depuis le {at}',
  withUs: 'Avec nous',
  contracts: 'Contrats : {n}',
  neverWorked: 'Pas encore de contrat avec nous.',
  lastWorked: 'dernier travail le {at}',
  rating: 'Notre note : {stars} sur 5',
  tags: 'Étiquettes',
  addTag: 'Ajouter une étiquette',
  removeTag: 'Retirer l’étiquette {tag}',
  notes: 'Notes',
  noNotes: 'Pas encore de note.',
  addNote: 'Ajouter une note',
  add: 'Ajouter',
  internal: 'Visible par votre entreprise seulement.',
};
