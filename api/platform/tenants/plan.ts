export const plans = ['basic', 'pro', 'enterprise'] as const;
export type Plan = (typeof plans)[number];

export const planFeatures = [
  'vettedTalent',
  'talentPools',
  'approvals',
  'procurement',
  'reports',
  'sso',
  'widgets',
  'brand',
  'whiteLabel',
] as const;
export type PlanFeature = (typeof planFeatures)[number];

/** What a plan opens (domain rules §1): pro adds vetted talent and a brand of one’s own, enterprise everything. */
const featuresOf: Record<Plan, readonly PlanFeature[]> = {
  basic: [],
  pro: ['vettedTalent', 'brand'],
  enterprise: planFeatures,
};

export function planIncludes(plan: Plan, feature: PlanFeature): boolean {
  return featuresOf[plan].includes(feature);
}

/** Plans in the order of what they open. */
export function cheapestPlanWith(feature: PlanFeature): Plan {
  return plans.find((plan) => planIncludes(plan, feature)) ?? 'enterprise';
}

export function featuresOfPlan(plan: Plan): readonly PlanFeature[] {
  return featuresOf[plan];
}
