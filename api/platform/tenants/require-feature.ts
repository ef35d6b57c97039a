import type { HttpContext } from '../http/environment.ts';
import { notFound, Refusal } from '../http/problem.ts';
import { type Plan, type PlanFeature, planIncludes, plans } from './plan.ts';

/**
 * For what a plan opens; what a smaller plan has must be decided here and not in a browser.
 * @throws 403 plan_does_not_include; 404 when the address names no tenant
 */
export function requireFeature(c: HttpContext, feature: PlanFeature): void {
  const tenant = c.get('tenant');
  if (!tenant) throw notFound();
  requirePlan(tenant.plan, feature);
}

/** @throws 403 plan_does_not_include */
export function requirePlan(plan: Plan, feature: PlanFeature): void {
  if (planIncludes(plan, feature)) return;
  const opening = plans.find((other) => planIncludes(other, feature));
  throw new Refusal(
    403,
    'plan_does_not_include',
    `This is part of the ${opening} plan and this company has ${plan}. Nothing was changed; an owner can change the plan.`,
  );
}
