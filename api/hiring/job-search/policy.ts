import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';

/** What lifts a post, where its text is worth at most 1 and its quality at most `qualityWeight`. */
const lift = z.number().min(0).max(10);

/** The installation's: a search goes across tenants. */
export const jobSearchPolicy = definePolicy({
  name: 'jobSearch',
  schema: z.strictObject({
    qualityWeight: lift,
    invitedLift: lift,
    poolLift: lift,
    /** For all of the post's skills that a freelancer has, together; each is worth its share of ten. */
    skillLift: lift,
    categoryLift: lift,
    rateLift: lift,
    kindLift: lift,
    hoursLift: lift,
    timezoneLift: lift,
    clientHiresLift: lift,
    newDays: z.int().min(1).max(30),
  }),
  defaults: {
    qualityWeight: 0.3,
    // Above every sum of the others: who was asked by name sees that first.
    invitedLift: 5,
    poolLift: 2,
    skillLift: 2,
    categoryLift: 0.5,
    rateLift: 0.3,
    kindLift: 0.1,
    hoursLift: 0.1,
    timezoneLift: 0.1,
    clientHiresLift: 0.1,
    newDays: 3,
  },
  byTenant: [],
});
export type JobSearchPolicy = typeof jobSearchPolicy.defaults;
