import type { z } from '../http/routes.ts';
import type { PlanFeature } from '../tenants/plan.ts';

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
  /** A tenant may set it only when its plan includes this. */
  feature?: PlanFeature;
};

/** A policy among others, whatever it sets. */
export type AnyPolicy = {
  name: string;
  schema: z.ZodObject;
  defaults: Readonly<Record<string, unknown>>;
  byTenant: readonly string[];
  feature?: PlanFeature;
};

/** `definePolicy({ name: 'jobPosts', schema: z.strictObject({ openDays: z.int().min(1).max(365) }), defaults: { openDays: 30 }, byTenant: ['openDays'] })` */
export function definePolicy<Settings extends Record<string, unknown>>(policy: Policy<Settings>): Policy<Settings> {
  return policy;
}
