import { createRoute } from '@hono/zod-openapi';
import { moneySchema } from '../../money/schema.ts';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { completenessParts } from './completeness.ts';
import { badges, engagements, languageLevels, linkKinds, visibilities } from './freelancer.ts';

/* Shapes only: a limit of the policy is refused by name (`too_many_skills`), in accept-profile.ts. */

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .openapi({ example: '2024-09' });
const date = z.iso.date().openapi({ example: '2026-11-23' });
const instant = z.iso.datetime();

/** `id` is the slug of the taxonomy, or of a free addition. */
export const skillRefSchema = z.strictObject({ id: z.string(), name: z.string() }).openapi('SkillRef');
export type SkillRef = z.infer<typeof skillRefSchema>;

export const badgeSchema = z.enum(badges).openapi('Badge');
export type { Badge } from './freelancer.ts';

export const availabilitySchema = z
  .strictObject({ hoursPerWeek: z.int().min(0), nextFreeDate: date.nullable(), openToOffers: z.boolean() })
  .openapi('Availability');
export type Availability = z.infer<typeof availabilitySchema>;

/** `language` is an ISO 639 code: `de`. */
export const languageSchema = z
  .strictObject({ language: z.string(), level: z.enum(languageLevels) })
  .openapi('FreelancerLanguage');

const employment = {
  title: z.string(),
  company: z.string(),
  from: month,
  to: month.nullable(),
  description: z.string(),
};
const education = { school: z.string(), degree: z.string(), field: z.string(), from: month, to: month.nullable() };
const certification = {
  name: z.string(),
  issuer: z.string(),
  issuedOn: date,
  expiresOn: date.nullable(),
  url: z.string().nullable(),
};

export const employmentSchema = z.strictObject({ id: z.string(), ...employment }).openapi('Employment');
export const educationSchema = z.strictObject({ id: z.string(), ...education }).openapi('Education');
export const certificationSchema = z.strictObject({ id: z.string(), ...certification }).openapi('Certification');
export const linkSchema = z.strictObject({ kind: z.enum(linkKinds), url: z.string() }).openapi('FreelancerLink');

/** `url` and `thumbnailUrl` are paths to be put behind the API's base: `/v1/files/…`. */
export const portfolioImageSchema = z
  .strictObject({
    id: z.string(),
    url: z.string(),
    thumbnailUrl: z.string(),
    width: z.int(),
    height: z.int(),
    alt: z.string(),
  })
  .openapi('PortfolioImage');

export const portfolioItemSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    text: z.string(),
    images: z.array(portfolioImageSchema),
    link: z.string().nullable(),
    skills: z.array(skillRefSchema),
  })
  .openapi('PortfolioItem');
export type PortfolioItem = z.infer<typeof portfolioItemSchema>;

const profile = {
  id: z.string().openapi({ example: 'fr_5t2k…' }),
  name: z.string(),
  headline: z.string(),
  overview: z.string(),
  /** A path to be put behind the API's base, so that a tenant's own domain serves it: `/v1/files/fl_…/256.webp`. */
  photoUrl: z.string().nullable(),
  category: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  specializations: z.array(z.string()),
  skills: z.array(skillRefSchema),
  languages: z.array(languageSchema),
  country: z.string().openapi({ description: 'ISO 3166-1 alpha-2', example: 'DE' }),
  timezone: z.string().openapi({ description: 'IANA name', example: 'Europe/Berlin' }),
  hourlyRate: moneySchema.nullable(),
  engagement: z.enum(engagements),
  availability: availabilitySchema,
  employment: z.array(employmentSchema),
  education: z.array(educationSchema),
  certifications: z.array(certificationSchema),
  portfolio: z.array(portfolioItemSchema),
  links: z.array(linkSchema),
  verified: z.strictObject({ identity: date.nullable(), phone: z.boolean(), email: z.boolean() }),
  jobSuccess: z.int().min(0).max(100).nullable(),
  responseTimeHours: z.number().min(0).nullable().openapi({
    description: 'Median hours to answer invitations and first messages, over 90 days; null while too few are known',
  }),
  badge: badgeSchema.nullable(),
  expertVettedOn: date
    .nullable()
    .openapi({ description: 'Since when the vetting desk vouches for them; null: it does not' }),
  memberSince: instant,
};

export const freelancerProfileSchema = z
  .strictObject({ ...profile, saved: z.boolean().openapi({ description: 'In the asking member’s default list.' }) })
  .openapi('FreelancerProfile');
export type FreelancerProfile = z.infer<typeof freelancerProfileSchema>;

export const ownFreelancerSchema = z
  .strictObject({
    ...profile,
    specializationIds: z.array(z.string()),
    visibility: z.enum(visibilities),
    revision: z.int(),
    updatedAt: instant,
  })
  .openapi('OwnFreelancer');
export type OwnFreelancer = z.infer<typeof ownFreelancerSchema>;

export const completenessSchema = z
  .strictObject({
    percent: z.int().min(0).max(100),
    missing: z.array(z.strictObject({ part: z.enum(completenessParts), points: z.int(), hint: z.string() })),
  })
  .openapi('Completeness');
export type CompletenessAnswer = z.infer<typeof completenessSchema>;

export const profileEditSchema = z
  .strictObject({
    name: z.string(),
    headline: z.string(),
    overview: z.string(),
    categoryId: z.string().nullable(),
    specializationIds: z.array(z.string()),
    country: z.string(),
    timezone: z.string(),
    hourlyRate: moneySchema.nullable(),
    engagement: z.enum(engagements),
    availability: availabilitySchema,
    visibility: z.enum(visibilities),
  })
  .partial()
  .openapi('ProfileEdit');
export type ProfileEdit = z.infer<typeof profileEditSchema>;

/** Required at the start; everything else is added by editing. */
export const newFreelancerSchema = profileEditSchema
  .required({ name: true, country: true, timezone: true })
  .openapi('NewFreelancer');
export type NewFreelancer = z.infer<typeof newFreelancerSchema>;

/** A skill of the taxonomy by id, or any spelling by name; an unknown name is a free addition. */
const chosenSkill = z.union([z.strictObject({ id: z.string() }), z.strictObject({ name: z.string() })]);
export type ChosenSkill = z.infer<typeof chosenSkill>;
const kept = { id: z.string().optional().openapi({ description: 'Keeps the id of an entry that is there already.' }) };

/** Whole lists, in the order to show. */
export const skillsEditSchema = z.strictObject({ skills: z.array(chosenSkill) }).openapi('SkillsEdit');
export const languagesEditSchema = z.strictObject({ languages: z.array(languageSchema) }).openapi('LanguagesEdit');
export const employmentEditSchema = z
  .strictObject({ employment: z.array(z.strictObject({ ...kept, ...employment })) })
  .openapi('EmploymentEdit');
export const educationEditSchema = z
  .strictObject({ education: z.array(z.strictObject({ ...kept, ...education })) })
  .openapi('EducationEdit');
export const certificationsEditSchema = z
  .strictObject({ certifications: z.array(z.strictObject({ ...kept, ...certification })) })
  .openapi('CertificationsEdit');
export const linksEditSchema = z.strictObject({ links: z.array(linkSchema) }).openapi('LinksEdit');

export type ListEdits = {
  skills: z.infer<typeof skillsEditSchema>;
  languages: z.infer<typeof languagesEditSchema>;
  employment: z.infer<typeof employmentEditSchema>;
  education: z.infer<typeof educationEditSchema>;
  certifications: z.infer<typeof certificationsEditSchema>;
  links: z.infer<typeof linksEditSchema>;
};

const portfolioFields = {
  title: z.string(),
  text: z.string(),
  link: z.string().nullable(),
  skills: z.array(chosenSkill),
};
export const newPortfolioItemSchema = z
  .strictObject(portfolioFields)
  .partial({ text: true, link: true, skills: true })
  .openapi('NewPortfolioItem');
export type NewPortfolioItem = z.infer<typeof newPortfolioItemSchema>;
/** `images`: those that stay, in the order to show; one that is left out is removed. */
export const portfolioItemEditSchema = z
  .strictObject({ ...portfolioFields, images: z.array(z.strictObject({ id: z.string(), alt: z.string() })) })
  .partial()
  .openapi('PortfolioItemEdit');
export type PortfolioItemEdit = z.infer<typeof portfolioItemEditSchema>;

const ifMatch = z.object({
  'if-match': z.string().optional().openapi({ description: 'The ETag of the own profile that was read; required.' }),
});
const idParam = z.object({ id: z.string().max(64) });
const itemParam = z.object({ itemId: z.string().max(64) });
const own = json(ownFreelancerSchema, 'The own profile; its ETag is the next If-Match');
const image = {
  required: true,
  content: { 'image/*': { schema: z.string().openapi({ type: 'string', format: 'binary' }) } },
};
const tags = ['Freelancers'];

export const becomeFreelancer = createRoute({
  method: 'post',
  path: '/v1/freelancers',
  tags,
  summary: 'Become a freelancer; needs a verified e-mail address',
  request: { body: jsonBody(newFreelancerSchema) },
  responses: { 201: own, ...problems(401, 403, 409) },
});

export const getOwnFreelancer = createRoute({
  method: 'get',
  path: '/v1/freelancers/me',
  tags,
  summary: 'The own profile with everything that can be edited',
  responses: { 200: own, ...problems(401, 404) },
});

export const editOwnFreelancer = createRoute({
  method: 'patch',
  path: '/v1/freelancers/me',
  tags,
  summary: 'Edit the own profile',
  request: { headers: ifMatch, body: jsonBody(profileEditSchema) },
  responses: { 200: own, ...problems(401, 404, 412, 428) },
});

function wholeList<P extends string, T extends z.ZodType>(path: P, schema: T, summary: string) {
  return createRoute({
    method: 'put',
    path: `/v1/freelancers/me/${path}` as const,
    tags,
    summary,
    request: { headers: ifMatch, body: jsonBody(schema) },
    responses: { 200: own, ...problems(401, 404, 412, 428) },
  });
}
export const replaceSkills = wholeList('skills', skillsEditSchema, 'Replace the own skills');
export const replaceLanguages = wholeList('languages', languagesEditSchema, 'Replace the own languages');
export const replaceEmployment = wholeList('employment', employmentEditSchema, 'Replace the own employment history');
export const replaceEducation = wholeList('education', educationEditSchema, 'Replace the own education');
export const replaceCertifications = wholeList(
  'certifications',
  certificationsEditSchema,
  'Replace the own certifications',
);
export const replaceLinks = wholeList('links', linksEditSchema, 'Replace the own links');

export const addPortfolioItem = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/portfolio',
  tags,
  summary: 'Add a portfolio item; it comes first',
  request: { body: jsonBody(newPortfolioItemSchema) },
  responses: { 201: own, ...problems(401, 404) },
});

export const editPortfolioItem = createRoute({
  method: 'patch',
  path: '/v1/freelancers/me/portfolio/{itemId}',
  tags,
  summary: 'Edit a portfolio item, order or remove its images',
  request: { headers: ifMatch, params: itemParam, body: jsonBody(portfolioItemEditSchema) },
  responses: { 200: own, ...problems(401, 404, 412, 428) },
});

export const removePortfolioItem = createRoute({
  method: 'delete',
  path: '/v1/freelancers/me/portfolio/{itemId}',
  tags,
  summary: 'Remove a portfolio item with its images',
  request: { headers: ifMatch, params: itemParam },
  responses: { 200: own, ...problems(401, 404, 412, 428) },
});

export const addPortfolioImage = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/portfolio/{itemId}/images',
  tags,
  summary: 'Add an image to a portfolio item; the body is the file',
  request: { params: itemParam, query: z.strictObject({ alt: z.string().max(300).optional() }), body: image },
  responses: { 201: own, ...problems(401, 404, 413, 415) },
});

export const replacePhoto = createRoute({
  method: 'put',
  path: '/v1/freelancers/me/photo',
  tags,
  summary: 'Replace the own photo; the body is the file',
  request: { headers: ifMatch, body: image },
  responses: { 200: own, ...problems(401, 404, 412, 413, 415, 428) },
});

export const removePhoto = createRoute({
  method: 'delete',
  path: '/v1/freelancers/me/photo',
  tags,
  summary: 'Remove the own photo',
  request: { headers: ifMatch },
  responses: { 200: own, ...problems(401, 404, 412, 428) },
});

export const getCompleteness = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/completeness',
  tags,
  summary: 'How complete the own profile is, and what each missing part would add',
  responses: { 200: json(completenessSchema, 'Completeness'), ...problems(401, 404) },
});

export const previewOwnFreelancer = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/preview',
  tags,
  summary: 'The own profile as a client sees it',
  responses: { 200: json(freelancerProfileSchema, 'Profile'), ...problems(401, 404) },
});

export const getFreelancer = createRoute({
  method: 'get',
  path: '/v1/freelancers/{id}',
  tags,
  summary: 'A profile, as far as the asking actor may see it',
  request: { params: idParam },
  responses: {
    200: json(freelancerProfileSchema, 'Profile with a strong ETag'),
    304: { description: 'Unchanged since the ETag in If-None-Match' },
    ...problems(404),
  },
});
