export const listNameMaxLength = 80;
export const listNoteMaxLength = 2000;
export const listsPerMemberMax = 100;
export const listItemsMax = 1000;

/** The stored name of each member's own list; pages show their own word for it. */
export const defaultListName = 'Saved';
