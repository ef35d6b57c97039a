/** What a tenant calls the things of this product, in place of the words it comes with. Pure. */
export const things = [
  'freelancer',
  'jobPost',
  'proposal',
  'offer',
  'contract',
  'milestone',
  'timesheet',
  'talentPool',
  'approval',
] as const;
export type Thing = (typeof things)[number];

export const wordLocales = ['en', 'de'] as const;
export type WordLocale = (typeof wordLocales)[number];

/** German articles: der, die, das. */
export const genders = ['m', 'f', 'n'] as const;
export type Gender = (typeof genders)[number];

/** As it stands inside a sentence: small in English. `gender` is for German only. */
export type Word = { one: string; other: string; gender?: Gender };
export type BrandWords = Partial<Record<WordLocale, Partial<Record<Thing, Word>>>>;

export const wordMaxLength = 30;

/** The words it comes with; the first is the one shown, the others are said in some places instead. */
export const plainWords: Record<WordLocale, Record<Thing, Word>> = {
  en: {
    freelancer: { one: 'freelancer', other: 'freelancers' },
    jobPost: { one: 'job post', other: 'job posts' },
    proposal: { one: 'proposal', other: 'proposals' },
    offer: { one: 'offer', other: 'offers' },
    contract: { one: 'contract', other: 'contracts' },
    milestone: { one: 'milestone', other: 'milestones' },
    timesheet: { one: 'timesheet', other: 'timesheets' },
    talentPool: { one: 'talent pool', other: 'talent pools' },
    approval: { one: 'approval', other: 'approvals' },
  },
  de: {
    freelancer: { one: 'Freelancer', other: 'Freelancer', gender: 'm' },
    jobPost: { one: 'Ausschreibung', other: 'Ausschreibungen', gender: 'f' },
    proposal: { one: 'Bewerbung', other: 'Bewerbungen', gender: 'f' },
    offer: { one: 'Angebot', other: 'Angebote', gender: 'n' },
    contract: { one: 'Vertrag', other: 'Verträge', gender: 'm' },
    milestone: { one: 'Meilenstein', other: 'Meilensteine', gender: 'm' },
    timesheet: { one: 'Stundenzettel', other: 'Stundenzettel', gender: 'm' },
    talentPool: { one: 'Talentpool', other: 'Talentpools', gender: 'm' },
    approval: { one: 'Freigabe', other: 'Freigaben', gender: 'f' },
  },
};
