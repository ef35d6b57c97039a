export const alerts = ['none', 'daily', 'immediately'] as const;
export type Alert = (typeof alerts)[number];

export const savedSearchNameMaxLength = 80;
export const savedSearchesPerMemberMax = 50;
