/** Closed words of the board: its lists, what a panel shows, what a session may be granted. */
export type Tab = 'all' | 'shortlisted' | 'unread' | 'archived';
export type PanelPart = 'proposal' | 'message' | 'note' | 'decline' | 'interview';
export type Feature = 'note' | 'decide' | 'message';
