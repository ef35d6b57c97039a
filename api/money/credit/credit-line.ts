/** Buying on account, as the operator agreed it with a tenant. Pure. */

export const netTermDays = [8, 14, 21, 30, 45, 60, 90] as const;
export type NetTermDays = (typeof netTermDays)[number];
