import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';

const units = z.number().min(0).max(1_000_000_000);

/** Numbers of job posts (domain rules §3). Amounts are in whole units of the post's currency. */
export const jobPostsPolicy = definePolicy({
  name: 'jobPosts',
  schema: z.strictObject({
    openDays: z.int().min(1).max(365),
    expiryNoticeDays: z.int().min(0).max(30),
    skillsMax: z.int().min(10).max(15),
    titleLengthMax: z.int().min(20).max(300),
    descriptionLengthMax: z.int().min(1000).max(50_000),
    questionLengthMax: z.int().min(50).max(2000),
    choicesMax: z.int().min(2).max(50),
    hiresMax: z.int().min(1).max(1000),
    weeklyHoursMax: z.int().min(1).max(168),
    overlapHoursMax: z.int().min(1).max(24),
    hourlyMin: units,
    hourlyMax: units,
    fixedMin: units,
    fixedMax: units,
    guidanceMin: z.int().min(5).max(1000),
  }),
  defaults: {
    openDays: 30,
    expiryNoticeDays: 3,
    skillsMax: 10,
    titleLengthMax: 150,
    descriptionLengthMax: 20_000,
    questionLengthMax: 500,
    choicesMax: 20,
    hiresMax: 100,
    weeklyHoursMax: 80,
    overlapHoursMax: 12,
    hourlyMin: 3,
    hourlyMax: 999,
    fixedMin: 5,
    fixedMax: 10_000_000,
    guidanceMin: 5,
  },
  byTenant: ['openDays', 'expiryNoticeDays', 'skillsMax'],
});
export type JobPostsPolicy = typeof jobPostsPolicy.defaults;
