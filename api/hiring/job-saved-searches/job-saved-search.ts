export const jobAlerts = ['none', 'daily', 'immediately'] as const;
export type JobAlert = (typeof jobAlerts)[number];

export const jobSearchNameMaxLength = 80;
export const savedJobSearchesMax = 50;
