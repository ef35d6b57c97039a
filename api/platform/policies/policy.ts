import type { z } from '../http/routes.ts';

/**
 * Numbers of the business that an installation may set, and a tenant where `byTenant` names them (⚙ in the domain
 * rules). Every setting has a default, so that an empty record is the whole policy.
 */
export type Policy<Settings extends Record<string, unknown>> = {
  name: string;
  /** Bounds each setting; strict, and without defaults of its own. */
  schema: z.ZodObject & z.ZodType<Settings>;
  defaults: Settings;
  byTenant: readonly (keyof Settings & string)[];
};

/** `definePolicy({ name: 'jobPosts', schema: z.strictObject({ openDays: z.int().min(1).max(365) }), defaults: { openDays: 30 }, byTenant: ['openDays'] })` */
export function definePolicy<Settings extends Record<string, unknown>>(policy: Policy<Settings>): Policy<Settings> {
  return policy;
}
