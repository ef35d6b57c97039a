import type { MemberStrings } from '../strings.ts';

export const words: MemberStrings = {
  admitted: {
    vetting: 'Passed vetting',
    invitation: 'Accepted an invitation',
    firstContract: 'Since a first contract',
    hand: 'Added by hand',
  },
  since: 'since {at}',
  withUs: 'With us',
  contracts: 'Contracts: {n}',
  neverWorked: 'No contract with us yet.',
  lastWorked: 'last worked {at}',
  rating: 'Our rating: {stars} of 5',
  tags: 'Tags',
  addTag: 'Add a tag',
  removeTag: 'Remove tag {tag}',
  notes: 'Notes',
  noNotes: 'No notes yet.',
  addNote: 'Add a note',
  add: 'Add',
  internal: 'Only your company sees this.',
};
