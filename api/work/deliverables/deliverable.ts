/** Work that was handed in for a milestone, version by version. Pure. */

export const deliverableAnswers = ['waiting', 'changesRequested', 'accepted', 'withdrawn'] as const;
export type DeliverableAnswer = (typeof deliverableAnswers)[number];

export const deliverableNoteMaxLength = 5_000;
export const deliverableFilesMax = 10;
export const deliverableLinksMax = 10;
