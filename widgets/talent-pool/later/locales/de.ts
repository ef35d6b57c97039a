import type { MemberStrings } from '../strings.ts';

export const words: MemberStrings = {
  admitted: {
    vetting: 'Prüfung bestanden',
    invitation: 'Einladung angenommen',
    firstContract: 'Seit dem ersten Vertrag',
    hand: 'Von Hand aufgenommen',
  },
  since: 'seit {at}',
  withUs: 'Mit uns',
  contracts: 'Verträge: {n}',
  neverWorked: 'Noch kein Vertrag mit uns.',
  lastWorked: 'zuletzt {at}',
  rating: 'Unsere Bewertung: {stars} von 5',
  tags: 'Schlagwörter',
  addTag: 'Schlagwort hinzufügen',
  removeTag: 'Schlagwort {tag} entfernen',
  notes: 'Notizen',
  noNotes: 'Noch keine Notizen.',
  addNote: 'Notiz hinzufügen',
  add: 'Hinzufügen',
  internal: 'Das sieht nur Ihr Unternehmen.',
};
