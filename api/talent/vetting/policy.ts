import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';

/** The clocks and measures of vetting; a tenant sets those of its own pools. */
export const vettingPolicy = definePolicy({
  name: 'vetting',
  schema: z.strictObject({
    /** After a rejection, until the same person may apply again. */
    coolDownDays: z.int().min(0).max(730),
    memberMonths: z.int().min(1).max(60),
    expiringNoticeDays: z.int().min(1).max(90),
    /** An interview is moved this long before it at the latest. */
    interviewNoticeHours: z.int().min(1).max(168),
    reviewersRequired: z.int().min(2).max(5),
    /** Percentage points between two scores; above, one more reviewer is asked. */
    scoreGapMax: z.int().min(1).max(100),
    invitationDays: z.int().min(1).max(180),
    answerDays: z.int().min(1).max(90),
    appealDays: z.int().min(1).max(180),
    /** At the installation's own desk, which may be small; in a company it is always somebody else. */
    decidedByAnother: z.boolean(),
  }),
  defaults: {
    coolDownDays: 90,
    memberMonths: 12,
    expiringNoticeDays: 30,
    interviewNoticeHours: 24,
    reviewersRequired: 2,
    scoreGapMax: 25,
    invitationDays: 30,
    answerDays: 14,
    appealDays: 30,
    decidedByAnother: false,
  },
  byTenant: [
    'coolDownDays',
    'memberMonths',
    'expiringNoticeDays',
    'interviewNoticeHours',
    'reviewersRequired',
    'scoreGapMax',
    'invitationDays',
    'answerDays',
    'appealDays',
  ],
  feature: 'talentPools',
});
export type VettingSettings = typeof vettingPolicy.defaults;
