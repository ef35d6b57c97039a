import { z } from '../http/routes.ts';
import { densities, legalKinds } from './brand.ts';
import { genders, things, wordLocales } from './brand-words.ts';

/** What anybody may know of a brand, signed in or not. */
const word = z.strictObject({ one: z.string(), other: z.string(), gender: z.enum(genders).optional() });

export const wordsSchema = z
  .partialRecord(z.enum(wordLocales), z.partialRecord(z.enum(things), word))
  .openapi('BrandWords', {
    description: 'What this tenant calls things, by language; those not named keep their words',
  });

export const publicBrandSchema = z
  .strictObject({
    name: z.string(),
    logoUrl: z.string().nullable(),
    darkLogoUrl: z.string().nullable(),
    faviconUrl: z.string().nullable(),
    density: z.enum(densities),
    support: z.strictObject({ email: z.string().nullable(), url: z.string().nullable() }),
    legal: z.array(
      z.strictObject({
        kind: z.enum(legalKinds),
        title: z.string().nullable(),
        url: z.string().nullable(),
        hasText: z.boolean(),
      }),
    ),
    words: wordsSchema,
    signIn: z.strictObject({
      headline: z.string().nullable(),
      text: z.string().nullable(),
      pictureUrl: z.string().nullable(),
    }),
  })
  .openapi('PublicBrand');
export type PublicBrand = z.infer<typeof publicBrandSchema>;
