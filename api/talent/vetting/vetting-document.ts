import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** A paper that a program asks for, reviewed by itself. Pure; pages import it too. */

export const documentStates = ['submitted', 'accepted', 'refused', 'removed'] as const;
export type DocumentState = (typeof documentStates)[number];

export const documentMoves = {
  accept: { by: ['member', 'operator'], from: ['submitted'], to: 'accepted' },
  refuse: { by: ['member', 'operator'], from: ['submitted'], to: 'refused' },
  remove: { by: ['freelancer'], from: ['submitted', 'refused'], to: 'removed' },
} as const satisfies MoveTable<DocumentState, string>;
export type DocumentMove = keyof typeof documentMoves;
export const documentCan = predicates<DocumentState, DocumentMove>(documentMoves);

/** A paper that a program asks for. */
export type WantedDocument = { key: string; label: string; isRequired: boolean };

/** For what nobody asked for. */
export const otherDocument = 'other';
export const wantedDocumentsMax = 15;
export const documentsMax = 30;
