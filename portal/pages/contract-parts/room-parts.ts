/** The parts of a contract’s room, each with an address of its own. */
export const roomParts = ['overview', 'milestones', 'time', 'terms', 'onboarding', 'timeline'] as const;
export type RoomPart = (typeof roomParts)[number];
