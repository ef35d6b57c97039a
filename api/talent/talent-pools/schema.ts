import { amountOf, moneySchema } from '../../money/schema.ts';
import { z } from '../../platform/http/routes.ts';
import { badges } from '../freelancers/freelancer.ts';
import {
  noteMaxLength,
  ownersMax,
  poolEditings,
  poolNameMaxLength,
  poolStates,
  poolTextMaxLength,
  rateCardMax,
  rateLevels,
  reasonMaxLength,
  tagMaxLength,
} from './pool.ts';
import {
  admissions,
  bulkOutcomes,
  memberSorts,
  poolInviteOutcomes,
  poolMemberStates,
  scoreBands,
} from './pool-member.ts';
import { poolShareStates } from './pool-share.ts';
import { boardWeeks, weekHoursMax } from './week.ts';

const instant = z.iso.datetime();
const date = z.iso.date();
const person = z.strictObject({ id: z.string(), name: z.string() });
const count = z.int();

export const talentPoolSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    owner: z.enum(['tenant', 'installation']).openapi({ description: 'tenant: private; installation: the Pro pool' }),
    state: z.enum(poolStates),
    memberCount: count,
    invitedCount: count,
    admitsFirstContract: z.boolean(),
    mayEdit: z.boolean(),
    updatedAt: instant,
  })
  .openapi('TalentPool');
export type TalentPool = z.infer<typeof talentPoolSchema>;

export const rateEntrySchema = z
  .strictObject({
    role: z.string(),
    skill: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    level: z.enum(rateLevels),
    rate: moneySchema,
  })
  .openapi('PoolRateEntry', { description: 'What an hour of a role costs here' });
export type RateEntry = z.infer<typeof rateEntrySchema>;

export const talentPoolDetailSchema = talentPoolSchema
  .extend({
    criteria: z.string(),
    editing: z.enum(poolEditings).openapi({ description: 'Who changes it: everybody who hires, or its owners' }),
    owners: z.array(person),
    rateCard: z.array(rateEntrySchema),
    counts: z
      .record(z.enum(poolMemberStates), count)
      .openapi({ description: 'Members by state; of the installation’s pool clients see the active alone' }),
    isKept: z.boolean().openapi({ description: 'true: notes, tags and ratings are the asker’s to read' }),
  })
  .openapi('TalentPoolDetail');
export type TalentPoolDetail = z.infer<typeof talentPoolDetailSchema>;

export const newPoolSchema = z.strictObject({
  name: z.string().trim().min(1).max(poolNameMaxLength),
  description: z.string().trim().max(poolTextMaxLength).default(''),
  criteria: z.string().trim().max(poolTextMaxLength).default(''),
  editing: z.enum(poolEditings).default('hirers'),
  ownerIds: z.array(z.string().min(1).max(64)).max(ownersMax).optional(),
  admitsFirstContract: z.boolean().default(false),
});
export type NewPool = z.infer<typeof newPoolSchema>;

export const poolChangeSchema = z.strictObject({
  name: z.string().trim().min(1).max(poolNameMaxLength).optional(),
  description: z.string().trim().max(poolTextMaxLength).optional(),
  criteria: z.string().trim().max(poolTextMaxLength).optional(),
  editing: z.enum(poolEditings).optional(),
  ownerIds: z.array(z.string().min(1).max(64)).min(1).max(ownersMax).optional(),
  admitsFirstContract: z.boolean().optional(),
});
export type PoolChange = z.infer<typeof poolChangeSchema>;

const hourlyRate = amountOf({ minMinor: 1, maxMinor: 100_000_000 });

export const rateCardSchema = z.strictObject({
  entries: z
    .array(
      z.strictObject({
        role: z.string().trim().min(1).max(80),
        skillId: z.string().min(1).max(64).nullable().default(null),
        level: z.enum(rateLevels),
        rate: hourlyRate,
      }),
    )
    .max(rateCardMax),
});
export type NewRateCard = z.infer<typeof rateCardSchema>;

export const freeWeekSchema = z
  .strictObject({
    startsOn: date.openapi({ description: 'The Monday, UTC' }),
    freeHours: count,
    state: z.enum(['free', 'partly', 'busy']),
  })
  .openapi('FreeWeek');

const agreedRateSchema = z.strictObject({
  rate: moneySchema,
  role: z.string().nullable(),
  from: date.nullable(),
  to: date.nullable(),
  isValid: z.boolean().openapi({ description: 'Whether it holds today' }),
});

const ratingSchema = z.strictObject({
  stars: count,
  reason: z.string(),
  by: person,
  at: instant,
});

export const poolMemberSchema = z
  .strictObject({
    freelancerId: z.string(),
    name: z.string(),
    headline: z.string(),
    photoUrl: z.string().nullable(),
    country: z.string(),
    timezone: z.string(),
    hourlyRate: moneySchema.nullable(),
    jobSuccess: z.number().nullable(),
    badge: z.enum(badges).nullable(),
    verified: z.boolean(),
    skills: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    availability: z.strictObject({
      hoursPerWeek: z.number(),
      nextFreeDate: z.string().nullable(),
      openToOffers: z.boolean(),
    }),
    weeks: z.array(freeWeekSchema).openapi({
      description: `This week and the following, ${boardWeeks} in all: what the profile or the freelancer’s own calendar says less the weekly limits of running contracts`,
    }),
    state: z.enum(poolMemberStates),
    admittedBy: z.enum(admissions),
    since: instant.nullable().openapi({ description: 'Since when a member' }),
    invitedUntil: instant.nullable(),
    expiresAt: instant.nullable(),
    vetting: z
      .strictObject({
        vettedAt: instant.nullable(),
        applicationId: z.string().nullable(),
        scoreBand: z.enum(scoreBands).nullable().openapi({ description: 'null where the policy shows none' }),
        score: z.number().nullable().openapi({ description: 'For those who keep the pool' }),
      })
      .nullable(),
    withUs: z
      .strictObject({
        contracts: count,
        running: count,
        spend: z.array(moneySchema).openapi({ description: 'What they earned with this company, by currency' }),
        lastWorkedAt: instant.nullable(),
      })
      .openapi({ description: 'Zero where the asker is no company' }),
    internal: z
      .strictObject({
        tags: z.array(z.string()),
        noteCount: count,
        rating: ratingSchema.nullable(),
        agreedRate: agreedRateSchema.nullable(),
      })
      .nullable()
      .openapi({ description: 'For those who keep the pool; no freelancer ever reads it' }),
    endReason: z.string().nullable(),
    saved: z.boolean(),
    revision: count.openapi({ description: 'Its ETag is "{poolId}.{freelancerId}.{revision}" in quotes' }),
  })
  .openapi('PoolMember');
export type PoolMember = z.infer<typeof poolMemberSchema>;

export const noteSchema = z
  .strictObject({ id: z.string(), text: z.string(), author: person, createdAt: instant, mayDelete: z.boolean() })
  .openapi('PoolNote');
export type PoolNote = z.infer<typeof noteSchema>;

export const poolMemberDetailSchema = poolMemberSchema
  .extend({
    pool: z.strictObject({ id: z.string(), name: z.string(), mayEdit: z.boolean() }),
    message: z.string().openapi({ description: 'What the invitation said' }),
    notes: z.array(noteSchema),
    shares: z.array(
      z.strictObject({
        id: z.string(),
        company: z.string(),
        state: z.enum(poolShareStates),
        requestedAt: instant,
        expiresAt: instant,
      }),
    ),
    alsoIn: z.array(z.strictObject({ id: z.string(), name: z.string() })).openapi({
      description: 'Other pools of this company that hold them',
    }),
  })
  .openapi('PoolMemberDetail');
export type PoolMemberDetail = z.infer<typeof poolMemberDetailSchema>;

/** `a` and `a,b` and repeated: every way a query names several. */
const several = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [given].flat().flatMap((part) => part.split(',')))
  .pipe(z.array(z.string().min(1).max(64)).max(30));
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

export const memberQuerySchema = z.strictObject({
  q: z.string().trim().max(200).optional(),
  state: several.pipe(z.array(z.enum(poolMemberStates))).optional(),
  skill: several.optional().openapi({ description: 'Has all of these' }),
  country: several.optional(),
  tag: several.optional().openapi({ description: 'Has all of these' }),
  admittedBy: several.pipe(z.array(z.enum(admissions))).optional(),
  rateMin: z.coerce.number().int().min(0).optional(),
  rateMax: z.coerce.number().int().min(0).optional(),
  ratingMin: z.coerce.number().int().min(1).max(5).optional(),
  timezone: z.string().max(60).optional(),
  overlapHours: z.coerce.number().int().min(1).max(8).optional(),
  week: z.coerce
    .number()
    .int()
    .min(0)
    .max(boardWeeks - 1)
    .optional()
    .openapi({ description: '0: this week, 1: next week …; for minHours and the sort by free hours' }),
  minHours: z.coerce.number().int().min(1).max(weekHoursMax).optional().openapi({
    description: 'Free for so many hours in that week; without a week in the next',
  }),
  worked: flag.optional().openapi({ description: 'Worked with this company' }),
  sort: z.enum(memberSorts).default('name'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(500).optional(),
  facets: flag.optional().openapi({ description: 'false leaves the counts out' }),
});
export type MemberQuery = z.infer<typeof memberQuerySchema>;

const facetValue = z.strictObject({ value: z.string(), label: z.string(), count, selected: z.boolean() });
export const memberFacetsSchema = z
  .strictObject({
    state: z.array(facetValue),
    skill: z.array(facetValue),
    country: z.array(facetValue),
    tag: z.array(facetValue),
    admittedBy: z.array(facetValue),
    free: z.array(facetValue).openapi({ description: 'By week: how many have at least minHours, or an hour' }),
  })
  .openapi('PoolMemberFacets');
export type MemberFacets = z.infer<typeof memberFacetsSchema>;

export const memberPageSchema = z
  .strictObject({
    total: count,
    items: z.array(poolMemberSchema),
    facets: memberFacetsSchema.nullable(),
    nextCursor: z.string().nullable(),
  })
  .openapi('PoolMemberPage');
export type MemberPage = z.infer<typeof memberPageSchema>;

export const inviteAnswerSchema = z
  .strictObject({
    items: z.array(z.strictObject({ freelancerId: z.string(), outcome: z.enum(poolInviteOutcomes) })),
    invited: count,
  })
  .openapi('PoolInviteAnswer');
export type PoolInviteAnswer = z.infer<typeof inviteAnswerSchema>;

export const bulkAnswerSchema = z
  .strictObject({
    items: z.array(z.strictObject({ freelancerId: z.string(), outcome: z.enum(bulkOutcomes) })),
    done: count,
  })
  .openapi('PoolBulkAnswer');
export type BulkAnswer = z.infer<typeof bulkAnswerSchema>;

export const tagSchema = z.string().trim().min(1).max(tagMaxLength);
export const noteTextSchema = z.string().trim().min(1).max(noteMaxLength);
export const reasonSchema = z.string().trim().min(1).max(reasonMaxLength);

export const ratingChangeSchema = z.strictObject({ stars: z.int().min(1).max(5), reason: reasonSchema });
export const agreedRateChangeSchema = z
  .strictObject({
    rate: hourlyRate,
    role: z.string().trim().max(80).nullable().default(null),
    from: date.nullable().default(null),
    to: date.nullable().default(null),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    path: ['to'],
    message: 'The rate ends before it begins.',
  });
export type AgreedRateChange = z.infer<typeof agreedRateChangeSchema>;

export const poolShareSchema = z
  .strictObject({
    id: z.string(),
    company: z.string().openapi({ description: 'Who is to see the member' }),
    freelancer: person,
    state: z.enum(poolShareStates),
    message: z.string(),
    requestedAt: instant,
    expiresAt: instant,
    answeredAt: instant.nullable(),
  })
  .openapi('PoolShare');
export type PoolShare = z.infer<typeof poolShareSchema>;

export const sharedMemberSchema = poolMemberSchema
  .omit({ internal: true, endReason: true, revision: true, admittedBy: true, invitedUntil: true, expiresAt: true })
  .extend({ shareId: z.string(), sharedBy: z.string(), sharedAt: instant })
  .openapi('SharedMember', { description: 'Somebody another company shared, as the freelancer allowed' });
export type SharedMember = z.infer<typeof sharedMemberSchema>;

/* What a freelancer sees: nothing internal is in these shapes. */

export const ownPoolSchema = z
  .strictObject({
    poolId: z.string(),
    name: z.string(),
    description: z.string(),
    criteria: z.string(),
    client: z.string().nullable().openapi({ description: 'Whose pool; null: the marketplace’s own' }),
    state: z.enum(poolMemberStates),
    admittedBy: z.enum(admissions).openapi({ description: 'Why it holds you' }),
    message: z.string(),
    invitedUntil: instant.nullable(),
    since: instant.nullable(),
    expiresAt: instant.nullable(),
    vettedAt: instant.nullable(),
  })
  .openapi('OwnPool');
export type OwnPool = z.infer<typeof ownPoolSchema>;

export const ownShareSchema = z
  .strictObject({
    id: z.string(),
    pool: z.string(),
    client: z.string(),
    company: z.string(),
    state: z.enum(poolShareStates),
    message: z.string(),
    requestedAt: instant,
    expiresAt: instant,
    answeredAt: instant.nullable(),
  })
  .openapi('OwnPoolShare');
export type OwnShare = z.infer<typeof ownShareSchema>;

export const ownCalendarSchema = z
  .strictObject({
    weeks: z.array(
      freeWeekSchema.extend({
        written: count.nullable().openapi({ description: 'What you wrote; null: your profile decides' }),
      }),
    ),
    profile: z.strictObject({
      hoursPerWeek: z.number(),
      nextFreeDate: z.string().nullable(),
      openToOffers: z.boolean(),
    }),
  })
  .openapi('OwnCalendar');
export type OwnCalendar = z.infer<typeof ownCalendarSchema>;

export const calendarChangeSchema = z.strictObject({
  weeks: z
    .array(z.strictObject({ startsOn: date, freeHours: z.int().min(0).max(weekHoursMax).nullable() }))
    .min(1)
    .max(30),
});
